import { useState } from 'react';
import { findShift, withdrawalOf } from '../../../shared/domain/course.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useNow } from '../../stores/use-now.ts';
import { adjustmentTitle, missingText, PRIMARY_LABELS, REASONS } from '../../text/course.ts';
import { neatTimeText, timeText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';
import { ChangeForm } from './ChangeForm.tsx';
import type { EndRange } from './course-plan.ts';
import type { CourseSpot } from './course-spot.ts';
import { StepField } from './StepField.tsx';

interface WithdrawDialogProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  readonly target: EventRef;
  readonly onClose: () => void;
}

/** 撤回: everything returns to what it was; an end that would lie in the past is asked for. */
export function WithdrawDialog({ spot, paper, target, onClose }: WithdrawDialogProps) {
  const now = useNow();
  const [time, setTime] = useState('');
  const shift = findShift(spot.course, target)?.shift ?? null;
  if (shift === null || withdrawalOf(spot.course, shift) !== null) return null;
  const typed = parseClockEntry(time, now);
  return (
    <FormDialog
      title={`撤回：${PAPER_LABELS[paper]}${adjustmentTitle(shift)}`}
      isOpen
      isWide
      isDismissable={time === ''}
      onClose={onClose}
    >
      <p className="quiet">原记录保留，另记一条撤回；须主考批准并写明原因。</p>
      <ChangeForm
        spot={spot}
        paper={paper}
        change={{ kind: 'withdraw', shift, endsAt: typed }}
        missing={(plan) => (plan?.isEndKnown === false ? 'end' : null)}
        usual={REASONS.withdraw}
        primary={PRIMARY_LABELS.withdraw}
        onSend={({ why, approval, next }, options, plan) => {
          const endsAt = plan.asksEnd === null ? null : typed;
          return ask('adjustment.withdraw', { room: spot.scope, paper, target, endsAt, why, approval, next }, options);
        }}
        onDone={onClose}
        onClose={onClose}
      >
        {(plan) => (
          <>
            {plan?.isTooLate === true && <Notice tone="late" what={missingText('too-late')} />}
            {plan !== null && plan.asksEnd !== null && (
              <div className={plan.isEndKnown ? 'question' : 'question question-open'}>
                <StepField
                  label="撤回后的结束时间"
                  value={time}
                  onChange={setTime}
                  unit=""
                  takesFocus
                  step={(direction) => neatTimeText(stepEnd(typed ?? now, direction))}
                  quick={quickEnds(plan.asksEnd)}
                  hint={`原结束时间已过；须在现在 ${timeText(now)} 与 ${neatTimeText(plan.asksEnd.latest)} 之间`}
                />
              </div>
            )}
          </>
        )}
      </ChangeForm>
    </FormDialog>
  );
}

const MINUTE_MS = 60_000;

function stepEnd(from: number, direction: -1 | 1): number {
  return direction === 1
    ? Math.floor(from / MINUTE_MS) * MINUTE_MS + MINUTE_MS
    : Math.ceil(from / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
}

/** The next two whole minutes, and the end as it stands. */
function quickEnds({ earliest, latest }: EndRange) {
  const first = Math.ceil(earliest / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  return [first, first + MINUTE_MS, latest]
    .filter((one, index, all) => one <= latest && all.indexOf(one) === index)
    .map((one) => ({ label: neatTimeText(one), value: neatTimeText(one) }));
}
