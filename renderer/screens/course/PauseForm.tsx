import { useEffect, useRef, useState } from 'react';
import { minutes } from '../../../shared/domain/day-time.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { SecondField } from '../../components/WitnessFields.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { useNow } from '../../stores/use-now.ts';
import {
  type Missing,
  missingText,
  PAUSE_EFFECTS,
  PAUSE_TIME_UNKNOWN,
  PRIMARY_LABELS,
  REASONS,
} from '../../text/course.ts';
import { neatTimeText, spanText, timeText } from '../../text/format.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';
import type { CourseSpot } from './course-spot.ts';
import { ReasonField } from './ReasonField.tsx';
import { StepField } from './StepField.tsx';

interface PauseFormProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  readonly onClose: () => void;
}

/** How long ago it may have been, by a press. */
const USUAL_AGO = [1, 3, 5];

/** 暂停: one press from now on; from earlier on it is a 补录, with its reason and a second person. */
export function PauseForm({ spot, paper, onClose }: PauseFormProps) {
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const { busy, error, run } = useAct();
  const primary = useRef<HTMLButtonElement>(null);
  const [from, setFrom] = useState<'now' | 'earlier'>('now');
  const [time, setTime] = useState('');
  const [why, setWhy] = useState('');
  const [second, setSecond] = useState(() => secondOf(staff, actor)?.staff ?? null);
  const timeline = spot.timeline.papers[paper];
  const isEarlier = from === 'earlier';
  const typedAt = parseClockEntry(time, now);
  const isPast = typedAt !== null && typedAt <= now && typedAt >= timeline.startsAt;
  const since = isEarlier ? (isPast ? typedAt : null) : now;
  const missing = isEarlier ? lacks({ isPast, why, second }) : null;
  // The lights are out: Enter right after opening pauses.
  useEffect(() => primary.current?.focus(), []);

  async function pause(): Promise<void> {
    if (missing !== null || busy !== null) return;
    const input = { room: spot.scope, paper, why: why.trim() === '' ? null : why.trim() };
    const options = isEarlier ? { occurredAt: typedAt, second, reason: why.trim() } : {};
    if ((await run('pause', () => ask('paper.pause', input, options))) !== null) onClose();
  }

  return (
    <form
      className="course-form"
      onSubmit={(event) => {
        event.preventDefault();
        void pause();
      }}
    >
      <div className="course-columns">
        <div className="course-fields">
          <ChoiceList
            label="从何时起"
            columns={2}
            value={from}
            onChange={setFrom}
            choices={[
              { value: 'now', label: '现在' },
              { value: 'earlier', label: '更早（补录）' },
            ]}
          />
          {isEarlier && (
            <StepField
              label="实际暂停时间"
              value={time}
              onChange={setTime}
              unit=""
              takesFocus
              step={(direction) => timeText((typedAt ?? now) + minutes(direction))}
              quick={USUAL_AGO.map((count) => ({
                label: `${count} 分钟前`,
                value: neatTimeText(Math.floor(now / 60_000) * 60_000 - minutes(count)),
              }))}
              hint="如 8:50 或 8:50:30"
              problem={problemOf(time, typedAt, isPast, timeline.startsAt)}
            />
          )}
          <ReasonField
            label={isEarlier ? '原因' : '原因（可稍后再写）'}
            usual={REASONS.pause}
            value={why}
            onChange={setWhy}
          />
          {isEarlier && <SecondField label="第二人" value={second} onChange={setSecond} />}
        </div>
        <div className="course-outlook">
          <section className="effect" aria-label="暂停的影响">
            {since === null ? (
              <p className="pause-unknown">{PAUSE_TIME_UNKNOWN}</p>
            ) : (
              <p className="pause-since">
                <span className="figures">{neatTimeText(since)}</span> 起暂停，已中断{' '}
                <span className="pause-lost figures">{spanText(now - since)}</span>
              </p>
            )}
            <ul className="pause-effects">
              {PAUSE_EFFECTS.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <div className="dialog-foot">
        {error !== null && <ErrorNotice error={error} />}
        <div className="course-foot">
          <p className="course-missing">{missing === null ? '' : missingText(missing)}</p>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            ref={primary}
            type="submit"
            className="button button-primary"
            disabled={missing !== null || busy !== null}
          >
            {busy === null ? PRIMARY_LABELS.pause : '正在保存…'}
          </button>
        </div>
      </div>
    </form>
  );
}

function lacks({ isPast, why, second }: { isPast: boolean; why: string; second: unknown }): Missing | null {
  if (!isPast) return 'time';
  if (why.trim() === '') return 'reason';
  return second === null ? 'second' : null;
}

function problemOf(text: string, at: number | null, isPast: boolean, startsAt: number): string | null {
  if (text.trim().length < 3 || isPast) return null;
  return at === null ? '请写成 8:50 或 8:50:30' : `须在开考 ${neatTimeText(startsAt)} 之后、现在之前`;
}
