import { useEffect, useState } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import { attendanceOf, isPresent, seatPosition } from '../../../shared/domain/attendance.ts';
import { findCandidate } from '../../../shared/domain/decide-place.ts';
import type { EntryChecks } from '../../../shared/domain/events.ts';
import { objectionsTo } from '../../../shared/domain/objections.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { judgeEntry } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Photo } from '../../components/Photo.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { isLost } from '../../stores/send-command.ts';
import { useNow } from '../../stores/use-now.ts';
import { seatText } from '../../text/format.ts';
import { ADMITTED_NOTE, admitLabel, OBJECTION_ACTS, objectionNote } from '../../text/seating.ts';
import { type Admitted, AdmitDialog } from './AdmitDialog.tsx';
import { BackfillDialog } from './BackfillDialog.tsx';
import { CheckToggles } from './CheckToggles.tsx';
import { type EntryPlan, planEntry } from './entry-plan.ts';
import { EntryVerdictLine } from './EntryVerdictLine.tsx';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ObjectionNotice } from './ObjectionNotice.tsx';
import { ObjectionTags } from './ObjectionTags.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { SeatMap } from './SeatMap.tsx';
import type { EntryActs } from './use-entry-acts.ts';
import type { Search } from './search-store.ts';

interface PersonDeskProps {
  readonly card: CandidateCard;
  readonly found: Search['found'];
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly acts: EntryActs;
  /** Told what Enter in the field does; null while there is nothing to confirm. */
  readonly onConfirmable: (act: (() => void) | null) => void;
}

const ALL_IN_ORDER: EntryChecks = { ticket: 'ok', idDocument: 'ok', face: 'match' };

/** One person at the desk: who, where, may he enter, and the one key that says so. */
export function PersonDesk({ card, found, room, timeline, acts, onConfirmable }: PersonDeskProps) {
  const now = useNow();
  const [checks, setChecks] = useState(ALL_IN_ORDER);
  const [dialog, setDialog] = useState<'admit' | 'refuse' | 'backfill' | 'undo' | null>(null);
  const { paper } = timeline;
  const { row, column } = seatPosition(card.seat);
  const candidate = findCandidate(room, card.candidate);
  const attendance = candidate === undefined ? NOT_YET : attendanceOf(candidate, paper);
  const verdict = judgeEntry(timeline, now);
  const plan = planEntry(candidate, attendance, paper, checks, verdict);
  const objections = candidate === undefined ? [] : objectionsTo(room, candidate, paper);
  // The chief is asked before anybody is let in; who does not enter anyway raises no question.
  const isAsked = plan.kind === 'check-in' && objections.length > 0;
  const about = { seat: card.seat, name: card.name };
  const place = { room: room.room, paper, candidate: card.candidate };

  function carryOut(what: EntryPlan, looks: EntryChecks): void {
    if (what.kind === 'check-in')
      void acts.checkIn({ ...place, found, checks: looks }, { ...about, note: noteOf(what, looks) });
    if (what.kind === 'refuse') {
      const note = what.reason === 'late' ? '迟到超过截止时间' : '证件不齐';
      void acts.refuse({ ...place, ticket: null, reason: what.reason, note: null }, { ...about, note });
    }
  }

  function admit({ despite, approval, options }: Admitted): Promise<boolean> {
    const input = { ...place, found, checks, despite: [...despite], approval };
    const note = [noteOf(plan, checks), ADMITTED_NOTE].filter((part) => part !== '').join('，');
    return acts.checkIn(input, { ...about, note }, options);
  }

  const confirm = () => (isAsked ? setDialog('admit') : carryOut(plan, checks));
  useEffect(() => {
    onConfirmable(plan.kind === 'none' ? null : confirm);
    return () => onConfirmable(null);
  });
  const doubtful = planEntry(candidate, attendance, paper, { ...checks, face: 'doubt' }, verdict);
  const canDoubt = doubtful.kind === 'check-in' && !isAsked && !acts.isBusy;
  const canRefuse = plan.kind !== 'none' && !acts.isBusy;
  useFunctionKey('F6', canDoubt ? () => carryOut(doubtful, { ...checks, face: 'doubt' }) : null);
  useFunctionKey('F7', canRefuse ? () => setDialog('refuse') : null);

  return (
    <div className="person">
      <div className="person-place">
        <Photo candidate={card.candidate} name={card.name} size="large" />
        <SeatMap seat={card.seat} room={room} paper={paper} />
      </div>
      <div className="person-body">
        <div className="person-top">
          <p className="person-seat figures">
            {seatText(card.seat)}
            <span>
              座　第 {row} 排第 {column} 列
            </span>
          </p>
          <div className="person-more">
            {!isPresent(attendance) && (
              <button type="button" className="button button-quiet" onClick={() => setDialog('backfill')}>
                补录…
              </button>
            )}
            {attendance.act !== null && (
              <button type="button" className="button button-quiet" onClick={() => setDialog('undo')}>
                撤销此记录…
              </button>
            )}
          </div>
        </div>
        <PersonFacts card={card} attendance={attendance} isShort={isAsked}>
          {candidate !== undefined && !isAsked && <ObjectionTags room={room} candidate={candidate} paper={paper} />}
        </PersonFacts>
        {isAsked ? (
          <ObjectionNotice objections={objections} />
        ) : (
          <EntryVerdictLine plan={plan} verdict={verdict} attendance={attendance} now={now} />
        )}
        {(plan.kind === 'check-in' || (plan.kind === 'refuse' && plan.reason === 'documents')) && (
          <CheckToggles checks={checks} onChange={setChecks} />
        )}
        <div className="person-acts">
          {plan.kind !== 'none' && (
            <button
              type="button"
              className={
                plan.kind === 'refuse' ? 'button button-danger person-primary' : 'button button-primary person-primary'
              }
              disabled={acts.isBusy}
              onClick={confirm}
            >
              {acts.isBusy ? (
                '正在保存…'
              ) : (
                <PrimaryWords label={isAsked ? admitLabel(noteOf(plan, checks)) : plan.label} />
              )}
              <KeyHint name="Enter" />
            </button>
          )}
          {plan.kind === 'check-in' && (
            <>
              {checks.face === 'match' && !isAsked && (
                <button
                  type="button"
                  className="button"
                  disabled={!canDoubt}
                  onClick={() => carryOut(doubtful, { ...checks, face: 'doubt' })}
                >
                  身份存疑
                  <KeyHint name="F6" />
                </button>
              )}
              <button
                type="button"
                className="button button-danger-quiet"
                disabled={!canRefuse}
                onClick={() => setDialog('refuse')}
              >
                {isAsked ? OBJECTION_ACTS.refuse : '拒绝入场'}
                <KeyHint name="F7" />
              </button>
            </>
          )}
        </div>
        {acts.error !== null && !(isLost(acts.error) && plan.kind === 'none') && <ErrorNotice error={acts.error} />}
      </div>
      {dialog === 'admit' && (
        <AdmitDialog card={card} objections={objections} acts={acts} onAdmit={admit} onClose={() => setDialog(null)} />
      )}
      {dialog === 'refuse' && (
        <RefuseDialog
          card={card}
          place={place}
          acts={acts}
          asked={isAsked ? objectionNote(objections.map(({ despite }) => despite)) : ''}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'backfill' && (
        <BackfillDialog
          card={card}
          place={place}
          found={found}
          timeline={timeline}
          objections={objections}
          acts={acts}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'undo' && attendance.act !== null && (
        <LateUndoDialog name={card.name} target={attendance.act.event} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

const NOT_YET = {
  status: 'expected',
  lateMinutes: 0,
  occurredAt: null,
  hasDoubt: false,
  act: null,
  refusal: null,
} as const;

function noteOf(plan: EntryPlan, checks: EntryChecks): string {
  const late = plan.kind === 'check-in' && plan.lateMinutes > 0 ? `迟到 ${plan.lateMinutes} 分钟` : '';
  return [late, checks.face === 'doubt' ? '身份存疑' : ''].filter((part) => part !== '').join('，');
}

/** The act, and in brackets what goes with it: on a line of its own where one is too long. */
function PrimaryWords({ label }: { readonly label: string }) {
  const at = label.indexOf('（');
  if (at < 0) return label;
  return (
    <span>
      {label.slice(0, at)}
      <wbr />
      <span className="person-primary-note">{label.slice(at)}</span>
    </span>
  );
}
