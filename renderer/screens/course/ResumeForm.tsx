import { useState } from 'react';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ask } from '../../stores/send-command.ts';
import { useNow } from '../../stores/use-now.ts';
import { PRIMARY_LABELS, REASONS } from '../../text/course.ts';
import { neatTimeText, spanText } from '../../text/format.ts';
import { useRecordTexts } from '../acts/use-record-texts.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { lostMinutes } from './course-plan.ts';
import type { CourseSpot } from './course-spot.ts';
import { parseMinutes } from './parse-minutes.ts';
import { MinutesField } from './StepField.tsx';

interface ResumeFormProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  readonly onClose: () => void;
}

/** 恢复: with what is made up for, proposed as long as it really was, or without. */
export function ResumeForm({ spot, paper, onClose }: ResumeFormProps) {
  const now = useNow();
  const texts = useRecordTexts(spot.room);
  const since = spot.timeline.papers[paper].pausedSince ?? now;
  const lost = lostMinutes(now - since);
  const [mode, setMode] = useState<'make-up' | 'plain'>('make-up');
  // Untouched it goes on with the clock.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(lost);
  const isMadeUp = mode === 'make-up';
  const minutes = isMadeUp ? parseMinutes(text) : null;
  const pause = spot.course.adjustments[paper].findLast((one) => one.kind === 'pause' && !one.isUndone);
  const knownWhy = pause === undefined ? '' : (texts[eventKey(pause.event)]?.text ?? '');
  const place = { room: spot.scope, paper };
  const usual = [...new Set([lost, 5, 10, 15])].map((count) => ({
    label: count === lost ? `实际中断 ${count}` : String(count),
    value: String(count),
  }));
  return (
    <ChangeForm
      spot={spot}
      paper={paper}
      change={isMadeUp && minutes === null ? null : { kind: 'resume', minutes }}
      missing={() => (isMadeUp && minutes === null ? 'minutes' : null)}
      usual={REASONS.pause}
      knownWhy={knownWhy}
      needsApproval={isMadeUp}
      primary={PRIMARY_LABELS.resume}
      onSend={(said, options) =>
        ask('paper.resume', { ...place, extension: { ...said, minutes: minutes ?? 0 } }, options)
      }
      onSendPlain={() => ask('paper.resume', { ...place, extension: null })}
      onDone={onClose}
      onClose={onClose}
    >
      {() => (
        <>
          <p className="course-said figures">
            {neatTimeText(since)} 起暂停，已中断 <strong className="course-lost">{spanText(now - since)}</strong>
          </p>
          <ChoiceList
            label="结束时间"
            columns={2}
            value={mode}
            onChange={setMode}
            choices={[
              { value: 'make-up', label: '延长（补时）' },
              { value: 'plain', label: '不变（不补时）' },
            ]}
          />
          {isMadeUp && (
            <MinutesField label="补时" value={text} onChange={setTyped} quick={usual} hint="不足一分钟的按一分钟计" />
          )}
        </>
      )}
    </ChangeForm>
  );
}
