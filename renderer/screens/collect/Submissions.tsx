import { useEffect, useRef } from 'react';
import type { CollectionOutlook } from '../../../shared/domain/collection.ts';
import type { CandidateState, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId } from '../../../shared/ids.ts';
import { TextField } from '../../components/TextField.tsx';
import { nameOf } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { neatTimeText, seatText } from '../../text/format.ts';
import type { CollectPlan } from './collect-plan.ts';
import { useDutyDrafts } from './duty-drafts.ts';

interface SubmissionsProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly outlook: CollectionOutlook;
  readonly plan: CollectPlan;
}

/** 交卷: who had submitted before, and everybody else as submitted at the end, but those named here. */
export function Submissions({ timeline, outlook, plan }: SubmissionsProps) {
  const { paper } = timeline;
  const cards = useStation((view) => view.cards);
  const draft = useDutyDrafts((drafts) => drafts.collect[paper]);
  const edit = useDutyDrafts((drafts) => drafts.edit);
  const writing = outlook.stillWriting;
  const nameFor = (candidate: CandidateState) => nameOf({ candidate, card: cards[candidate.candidate] ?? null });

  function put(candidate: CandidateId, why: string | null): void {
    const { [candidate]: _, ...others } = draft.notSubmitted;
    edit(paper, { ...draft, notSubmitted: why === null ? others : { ...others, [candidate]: why } });
  }

  return (
    <section className="collect-part">
      <h3 className="collect-title">交卷</h3>
      <p className="collect-sums figures">
        提前交卷 <strong>{outlook.counts.present - writing.length}</strong>
        <span> {neatTimeText(timeline.endsAt)} 终了时交卷 </span>
        <strong>{writing.length - plan.notSubmitted.length}</strong>
        <span> 未交卷 </span>
        <strong className={plan.notSubmitted.length > 0 ? 'ink-violation' : ''}>{plan.notSubmitted.length}</strong>
      </p>
      {writing.length > 0 && (
        <p className="collect-note">没有提前交卷的 {writing.length} 人按终了时交卷记；确实没交上的，点座位：</p>
      )}
      <ul className="writing" aria-label="终了时交卷的座位">
        {writing.map((candidate) => {
          const isNamed = draft.notSubmitted[candidate.candidate] !== undefined;
          return (
            <li key={candidate.candidate}>
              <button
                type="button"
                className="writing-seat figures"
                aria-pressed={isNamed}
                aria-label={`${seatText(candidate.seat)} 座 ${nameFor(candidate)} 未交卷`}
                title={nameFor(candidate)}
                onClick={() => put(candidate.candidate, isNamed ? null : '')}
              >
                {seatText(candidate.seat)}
              </button>
            </li>
          );
        })}
      </ul>
      {writing
        .filter(({ candidate }) => draft.notSubmitted[candidate] !== undefined)
        .map((candidate) => (
          <NotSubmittedField
            key={candidate.candidate}
            label={`${seatText(candidate.seat)} 座 ${nameFor(candidate)} 未交卷的原因`}
            why={draft.notSubmitted[candidate.candidate] ?? ''}
            onChange={(why) => put(candidate.candidate, why)}
          />
        ))}
    </section>
  );
}

interface NotSubmittedFieldProps {
  readonly label: string;
  readonly why: string;
  readonly onChange: (why: string) => void;
}

/** The reason, ready to be typed as soon as the seat was chosen. */
function NotSubmittedField({ label, why, onChange }: NotSubmittedFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNew = useRef(why === '');
  useEffect(() => {
    if (isNew.current) place.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div ref={place}>
      <TextField label={label} value={why} maxLength={500} hint="一句话，写进考场情况记录单" onChange={onChange} />
    </div>
  );
}
