import { useState } from 'react';
import { minutes } from '../../../shared/domain/day-time.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ask } from '../../stores/send-command.ts';
import { useNow } from '../../stores/use-now.ts';
import { ACT_HINTS, PRIMARY_LABELS, REASONS } from '../../text/course.ts';
import { neatTimeText } from '../../text/format.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { lateStartOf, wholeMinute } from './course-acts.ts';
import type { CourseSpot } from './course-spot.ts';
import { StepField } from './StepField.tsx';

interface DelayFormProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  readonly onClose: () => void;
}

const USUAL_MINUTES = [10, 15, 30];
const STEP_MINUTES = 5;

/** 延迟开考: the new start, and everything that moves with it. Once people have begun it can only be when they did. */
export function DelayForm({ spot, paper, onClose }: DelayFormProps) {
  const now = useNow();
  const timeline = spot.timeline.papers[paper];
  const { plannedStartsAt } = timeline;
  const begun = lateStartOf(spot.room, timeline);
  const earliest = Math.max(plannedStartsAt, wholeMinute(now));
  const [time, setTime] = useState('');
  const startsAt = begun ?? parseClockEntry(time, now);
  const isTooEarly = startsAt !== null && begun === null && (startsAt < earliest || startsAt <= plannedStartsAt);
  const isSame = startsAt === timeline.startsAt;
  const usual = USUAL_MINUTES.map((count) => plannedStartsAt + minutes(count)).filter((one) => one >= earliest);
  return (
    <ChangeForm
      spot={spot}
      paper={paper}
      change={startsAt === null || isTooEarly || isSame ? null : { kind: 'delay', startsAt }}
      missing={() => (startsAt === null ? 'start' : isTooEarly || isSame ? 'start-too-early' : null)}
      usual={REASONS.delay}
      primary={PRIMARY_LABELS.delay}
      onSend={({ why, approval, next }, options) =>
        ask('paper.delay', { room: spot.scope, paper, startsAt: startsAt ?? 0, why, approval, next }, options)
      }
      onDone={onClose}
      onClose={onClose}
    >
      {() =>
        begun === null ? (
          <StepField
            label="新的开考时间"
            value={time}
            onChange={setTime}
            unit=""
            takesFocus
            step={(direction) => neatTimeText(stepFrom(startsAt ?? timeline.startsAt, direction, earliest))}
            quick={usual.map((one) => ({ label: neatTimeText(one), value: neatTimeText(one) }))}
            hint={`原定 ${neatTimeText(plannedStartsAt)}。${ACT_HINTS.delay}`}
          />
        ) : (
          <p className="course-said figures">
            开考信号已在 {neatTimeText(begun)} 记录，开考时间按这一分钟顺延（原定 {neatTimeText(plannedStartsAt)}）。
          </p>
        )
      }
    </ChangeForm>
  );
}

/** The next five minutes on the clock face, never before `earliest`. */
function stepFrom(from: number, direction: -1 | 1, earliest: number): number {
  const step = minutes(STEP_MINUTES);
  const next = direction === 1 ? Math.floor(from / step) * step + step : Math.ceil(from / step) * step - step;
  return Math.max(next, earliest);
}
