import { useMemo } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { countRoom, type RoomCount } from '../../../shared/domain/attendance.ts';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { PaperSwitch } from '../../components/PaperSwitch.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { type EntryRow, nameOf, useEntryRows } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { refusalWords } from '../../text/check-in.ts';
import { seatText, shortTimeText, timeText } from '../../text/format.ts';
import { type Pace, paceOf } from './pace.ts';

const RECENT = 5;

interface DeskSideProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly onPaper: (paper: PaperId) => void;
  readonly onError: (error: ContractError) => void;
  /** The act whose undo stands in large type beside this list already. */
  readonly shownLarge: EventRef | null;
}

/** How far the admission is, who came in just now, who was turned away, which seats are still empty. */
export function DeskSide({ room, timeline, onPaper, onError, shownLarge }: DeskSideProps) {
  const { paper } = timeline;
  const rows = useEntryRows(room, paper);
  const { present, refused } = useMemo(() => split(rows), [rows]);
  return (
    <aside className="desk-side">
      <section className="card progress">
        <PaperSwitch label="签到科目" value={paper} onChange={onPaper} />
        <Progress room={room} timeline={timeline} present={present} />
      </section>
      <section className="card recent">
        <h2 className="card-title">刚刚签到</h2>
        {present.length === 0 && <p className="quiet">还没有人签到。</p>}
        <ol>
          {present.slice(0, RECENT).map((row, index) => (
            <li key={row.candidate.candidate} className="recent-row">
              <strong className="figures">{seatText(row.candidate.seat)}</strong>
              <span className="recent-name">{nameOf(row)}</span>
              {row.attendance.status === 'late' && <RowMark shape="late" />}
              {row.attendance.hasDoubt && <RowMark shape="doubtful" />}
              {index === 0 && row.attendance.act !== null && !isSame(row.attendance.act.event, shownLarge) && (
                <UndoButton
                  target={row.attendance.act.event}
                  actor={row.attendance.act.actor}
                  what={nameOf(row)}
                  onError={onError}
                />
              )}
              <span className="recent-time figures">{timeText(row.attendance.occurredAt ?? 0)}</span>
            </li>
          ))}
        </ol>
      </section>
      {refused[0] !== undefined && <LastRefusal row={refused[0]} count={refused.length} />}
    </aside>
  );
}

function isSame(event: EventRef, other: EventRef | null): boolean {
  return other !== null && eventKey(event) === eventKey(other);
}

interface Split {
  /** Newest first. */
  readonly present: readonly EntryRow[];
  readonly refused: readonly EntryRow[];
}

function split(rows: readonly EntryRow[]): Split {
  const newestFirst = (a: EntryRow, b: EntryRow) => (b.attendance.act?.at ?? 0) - (a.attendance.act?.at ?? 0);
  const isIn = ({ attendance }: EntryRow) => attendance.status === 'present' || attendance.status === 'late';
  return {
    present: rows.filter(isIn).sort(newestFirst),
    refused: rows.filter(({ attendance }) => attendance.status === 'refused').sort(newestFirst),
  };
}

function RowMark({ shape }: { readonly shape: 'late' | 'doubtful' }) {
  return (
    <span className={`row-mark ink-${shape}`}>
      <Mark shape={shape} />
    </span>
  );
}

interface ProgressProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly present: readonly EntryRow[];
}

function Progress({ room, timeline, present }: ProgressProps) {
  const now = useNow();
  const count = countRoom(room, timeline.paper);
  const entries = present.map(({ attendance }) => attendance.occurredAt ?? 0);
  const pace = paceOf(entries, count.notYet, timeline.startsAt, now);
  return (
    <>
      <p className="progress-figures figures">
        <strong>{count.present}</strong> / {count.expected}
        {count.late > 0 && <span className="tag tone-late">迟到 {count.late}</span>}
      </p>
      <progress
        className="progress-bar"
        aria-label="入场进度"
        max={Math.max(1, count.expected)}
        value={count.present}
      />
      <p className="quiet progress-pace figures">{paceText(count, pace)}</p>
    </>
  );
}

function paceText({ expected, notYet, absent }: RoomCount, pace: Pace | null): string {
  if (expected === 0) return '本考场没有报考这一科的考生';
  if (notYet === 0) return absent === 0 ? '全部到齐' : `其余 ${absent} 人已登记缺考`;
  if (pace === null) return `还有 ${notYet} 人未到`;
  const outlook = pace.leftAtStart === 0 ? '开考前可全部入场' : `开考时门口约有 ${pace.leftAtStart} 人`;
  return `约 ${Math.round(pace.secondsEach)} 秒一人，${outlook}`;
}

function LastRefusal({ row, count }: { readonly row: EntryRow; readonly count: number }) {
  const { refusal, occurredAt } = row.attendance;
  return (
    <section className="card last-refusal">
      <h2 className="card-title figures">拒绝入场 {count}</h2>
      <p>
        <strong className="figures">{seatText(row.candidate.seat)}</strong> {nameOf(row)}
        <span className="quiet figures">
          {' '}
          {occurredAt === null ? '' : shortTimeText(occurredAt)} {refusalWords(refusal)}
        </span>
      </p>
    </section>
  );
}
