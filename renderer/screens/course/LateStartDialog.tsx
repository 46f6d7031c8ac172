import { useState } from 'react';
import type { PaperId } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ask } from '../../stores/send-command.ts';
import { nowExact, useNow } from '../../stores/use-now.ts';
import { LATE_START, lateStartTitle, REASONS } from '../../text/course.ts';
import { neatTimeText } from '../../text/format.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { wholeMinute } from './course-acts.ts';
import type { CourseSpot } from './course-spot.ts';

interface LateStartDialogProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  /** The start is to be recorded now. */
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** 是否延迟开考: the start comes late; whether the end moves along is the chief's to say. */
export function LateStartDialog({ spot, paper, onGo, onClose }: LateStartDialogProps) {
  const now = useNow();
  const [choice, setChoice] = useState<'keep' | 'delay' | null>(null);
  const timeline = spot.timeline.papers[paper];
  const startsAt = wholeMinute(now);
  const duration = timeline.endsAt - timeline.startsAt;
  const late = Math.floor((now - timeline.startsAt) / 60_000);
  return (
    <FormDialog title={lateStartTitle(late)} isOpen isWide isDismissable onClose={onClose}>
      <p className="quiet figures">
        计划 {neatTimeText(timeline.startsAt)} 开考，现在 {neatTimeText(now)}。
      </p>
      <ChangeForm
        spot={spot}
        paper={paper}
        change={choice === 'delay' ? { kind: 'delay', startsAt } : null}
        missing={() => (choice === null ? 'choice' : null)}
        usual={REASONS.delay}
        needsApproval={choice === 'delay'}
        primary={choice === null ? LATE_START.primary : LATE_START[choice].primary}
        onSend={({ why, approval, next }, options) =>
          // The minute of the press, not of the last drawing: the station takes no start in the past.
          ask(
            'paper.delay',
            { room: spot.scope, paper, startsAt: wholeMinute(nowExact()), why, approval, next },
            options,
          )
        }
        onDone={onGo}
        onClose={onClose}
      >
        {() => (
          <ChoiceList
            label="考试结束时间"
            value={choice}
            onChange={setChoice}
            choices={[
              {
                value: 'keep',
                label: (
                  <span className="answer figures">
                    <strong>{LATE_START.keep.label}</strong>
                    <span className="answer-more">
                      {neatTimeText(timeline.endsAt)} 结束，考生少 {late} 分钟
                    </span>
                  </span>
                ),
              },
              {
                value: 'delay',
                label: (
                  <span className="answer figures">
                    <strong>{LATE_START.delay.label}</strong>
                    <span className="answer-more">
                      {neatTimeText(startsAt)} 开考，{neatTimeText(startsAt + duration)} 结束；须主考批准
                    </span>
                  </span>
                ),
              },
            ]}
          />
        )}
      </ChangeForm>
    </FormDialog>
  );
}
