import { useMemo, useState } from 'react';
import { openAnomalies } from '../../../shared/domain/anomalies.ts';
import { doubtfulActs } from '../../../shared/domain/doubtful-time.ts';
import { doubledNumbers } from '../../../shared/domain/doubled-numbers.ts';
import { lostRecords } from '../../../shared/domain/lost-records.ts';
import { recordNumberOf } from '../../../shared/domain/record-number.ts';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { EntryAct, RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { TakeInDialog } from '../backup/TakeInDialog.tsx';
import { RatifyActButton } from '../../components/RatifyActButton.tsx';
import { RatifyTimeButton, useMayRatifyTime } from '../../components/RatifyTimeButton.tsx';
import { type EntryRow, nameOf, useEntryRows } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { refusalWords } from '../../text/check-in.ts';
import { doubtfulTimeText } from '../../text/clock.ts';
import { ANOMALY_LABELS, doubledNumbersText, lostRecordsText } from '../../text/day.ts';
import { takeInText } from '../../text/backup.ts';
import { seatText, shortTimeText } from '../../text/format.ts';
import { ratifyText } from '../../text/person.ts';
import { staffName } from '../acts/staff-name.ts';

interface Matter {
  readonly key: string;
  readonly shape: MarkShape;
  readonly tone: string;
  readonly what: string;
  readonly more: string;
  /** An act that can be taken back from here, because no person's page leads to it. */
  readonly undo?: EventRef;
  /** Records that a copy may bring back. */
  readonly canTakeIn?: boolean;
  /** 时间待核 of this station, and the acting person may ratify it. */
  readonly canRatify?: boolean;
  /** What waits for the chief's 追认; the acting person may give it. */
  readonly ratify?: EventRef;
}

/** 未了事项, gravest first: contradictions, doubts, people turned away, hints of the import. */
export function OpenMatters({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const rows = useEntryRows(room, paper);
  const [undoing, setUndoing] = useState<EventRef | null>(null);
  const [isTakingIn, setTakingIn] = useState(false);
  const state = useStation((view) => view.state);
  const anomalies = useMemo(() => openAnomalies(state), [state]);
  const matters: Matter[] = anomalies.map((anomaly) => ({
    key: anomaly.key,
    shape: 'violation',
    tone: 'violation',
    what: ANOMALY_LABELS[anomaly.kind],
    more: personLine(rows.find(({ candidate }) => candidate.candidate === anomaly.candidate)),
  }));
  matters.push(...useLostRecords());
  matters.push(...useDoubledNumbers());
  matters.push(...useTimeMatters(room));
  matters.push(...useRatifyMatters(room));
  matters.push(...rows.filter(({ attendance }) => attendance.hasDoubt).map(doubtMatter));
  matters.push(...rows.filter(({ attendance }) => attendance.status === 'refused').map(refusalMatter));
  matters.push(...room.strangers.filter((act) => act.paper === paper && !act.isUndone).map(strangerMatter));
  const marked = rows.filter(
    ({ candidate, attendance }) => candidate.marks.length > 0 && attendance.status === 'expected',
  );
  if (marked.length > 0) matters.push(marksMatter(marked));
  return (
    <section className="card">
      <h2 className="card-title figures">未了事项 {matters.length}</h2>
      {matters.length === 0 && <p className="quiet">没有。存疑、拒绝入场、需要核对的记录会列在这里。</p>}
      <ul className="matters">
        {matters.map(({ key, shape, tone, what, more, undo, canRatify, canTakeIn, ratify }) => (
          <li key={key} className="matter">
            <span className={`matter-mark ink-${tone}`}>
              <Mark shape={shape} />
            </span>
            <span>
              <strong>{what}</strong>
              <span className="matter-more">{more}</span>
            </span>
            {canRatify === true && (
              <span className="matter-undo">
                <RatifyTimeButton isQuiet />
              </span>
            )}
            {ratify !== undefined && <RatifyActButton target={ratify} />}
            {canTakeIn === true && (
              <button type="button" className="button button-quiet matter-undo" onClick={() => setTakingIn(true)}>
                {takeInText.take}…
              </button>
            )}
            {undo !== undefined && (
              <button type="button" className="button button-quiet matter-undo" onClick={() => setUndoing(undo)}>
                <span>
                  撤销<span className="visually-hidden"> {`${what} ${more}`}</span>…
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {isTakingIn && <TakeInDialog onClose={() => setTakingIn(false)} />}
      {undoing !== null && <LateUndoDialog name="名单外考生" target={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

/** Records that did not outlive a power cut or a damaged file, by their numbers. */
function useLostRecords(): readonly Matter[] {
  const site = useStation((view) => view.state.site);
  const heads = useStation((view) => view.fold.heads);
  return lostRecords(site, heads).map(({ event, label, epoch, from, to }) => ({
    key: `lost ${eventKey(event)}`,
    shape: 'attention',
    tone: 'violation',
    what: lostRecordsText.what(
      recordNumberOf(label, { epoch, seq: from }),
      recordNumberOf(label, { epoch, seq: to }),
      to - from + 1,
    ),
    more: lostRecordsText.more,
    canTakeIn: true,
  }));
}

/** Two computers that did not know of each other have counted on from the same place. */
function useDoubledNumbers(): readonly Matter[] {
  const site = useStation((view) => view.state.site);
  const heads = useStation((view) => view.fold.heads);
  return doubledNumbers(site, heads).map(({ label, epoch, to }) => ({
    key: `doubled ${label} ${epoch}`,
    shape: 'attention',
    tone: 'late',
    what: doubledNumbersText.what(recordNumberOf(label, { epoch, seq: 1 }), recordNumberOf(label, { epoch, seq: to })),
    more: doubledNumbersText.more,
  }));
}

/** 已电话请示主考 and 按姓名继续 in this room, until the chief ratifies them. */
function useRatifyMatters({ approved }: RoomState): readonly Matter[] {
  const staff = useStation((view) => view.staff);
  const mayRatify = useMayRatifyTime();
  return approved.toRatify.map(({ event, type, at, actor, approver }) => ({
    key: `ratify ${eventKey(event)}`,
    shape: 'attention',
    tone: 'late',
    what: ratifyText.what(type, approver === null ? null : staffName(staff, approver)),
    more: ratifyText.more(staffName(staff, actor), shortTimeText(at), mayRatify),
    ...(mayRatify ? { ratify: event } : {}),
  }));
}

/** 时间待核: of this station one line that the chief can settle, of others one that says where. */
function useTimeMatters(room: RoomState): readonly Matter[] {
  const station = useStation((view) => view.status?.station.id);
  const isInDoubt = useStation((view) => view.clock?.timeInDoubt === true);
  const mayRatify = useMayRatifyTime();
  const acts = useMemo(() => doubtfulActs(room), [room]);
  const own = acts.filter(({ event }) => event.station === station).length;
  const look = { shape: 'attention', tone: 'late' } as const;
  const matters: Matter[] = [];
  if (own > 0 || isInDoubt) {
    const more = mayRatify ? doubtfulTimeText.forChief : doubtfulTimeText.forOthers;
    matters.push({ ...look, key: 'time', what: doubtfulTimeText.what(own), more, canRatify: mayRatify });
  }
  if (acts.length > own) {
    const what = doubtfulTimeText.what(acts.length - own);
    matters.push({ ...look, key: 'time elsewhere', what, more: doubtfulTimeText.elsewhere });
  }
  return matters;
}

function personLine(row: EntryRow | undefined): string {
  return row === undefined ? '请报主考核对' : `${seatText(row.candidate.seat)} 座 ${nameOf(row)}，请报主考核对`;
}

function doubtMatter(row: EntryRow): Matter {
  return {
    key: `doubt ${row.candidate.candidate}`,
    shape: 'doubtful',
    tone: 'doubtful',
    what: `${seatText(row.candidate.seat)} 座 ${nameOf(row)}：身份存疑`,
    more: '已入场，待主考复核',
  };
}

function refusalMatter(row: EntryRow): Matter {
  const { refusal, occurredAt } = row.attendance;
  const reason = refusalWords(refusal);
  return {
    key: `refused ${row.candidate.candidate}`,
    shape: 'forbidden',
    tone: 'idle',
    what: `${seatText(row.candidate.seat)} 座 ${nameOf(row)}：拒绝入场`,
    more: occurredAt === null ? reason : `${shortTimeText(occurredAt)} ${reason}`,
  };
}

function strangerMatter({ event, occurredAt }: EntryAct): Matter {
  return {
    key: `stranger ${eventKey(event)}`,
    shape: 'forbidden',
    tone: 'idle',
    what: '名单外考生：拒绝入场',
    more: `${shortTimeText(occurredAt)}，请报主考`,
    undo: event,
  };
}

function marksMatter(marked: readonly EntryRow[]): Matter {
  const seats = marked.map(({ candidate }) => seatText(candidate.seat)).join('、');
  return {
    key: 'marks',
    shape: 'late',
    tone: 'late',
    what: `名单有提示 ${marked.length} 人，签到时核对`,
    more: `${seats} 座`,
  };
}
