import { useState } from 'react';
import { inOrder } from '../../../shared/domain/timeline.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { useNow } from '../../stores/use-now.ts';
import { ACT_LABELS, ADJUST_TIMES, NOTHING_TO_ADJUST } from '../../text/course.ts';
import { PAPER_LABELS, PAPER_TITLES } from '../../text/words.ts';
import { type CourseAct, courseActs } from './course-acts.ts';
import type { CourseRequest } from './course-dialog.ts';
import type { CourseSpot } from './course-spot.ts';
import { DelayForm } from './DelayForm.tsx';
import { ExtendForm } from './ExtendForm.tsx';
import { PauseForm } from './PauseForm.tsx';
import { ResumeForm } from './ResumeForm.tsx';

interface AdjustDialogProps {
  readonly spot: CourseSpot;
  readonly request: Extract<CourseRequest, { kind: 'adjust' }>;
  readonly onClose: () => void;
}

/** 调整时间: the acts that fit this minute, of whichever paper; the likeliest stands open. */
export function AdjustDialog({ spot, request, onClose }: AdjustDialogProps) {
  const now = useNow();
  const [chosenPaper, setPaper] = useState<PaperId | null>(request.paper);
  const [chosenAct, setAct] = useState<CourseAct | null>(request.act);
  const open = inOrder(spot.timeline)
    .map((paper) => ({ paper: paper.paper, acts: courseActs(spot.room, paper, now) }))
    .filter(({ acts }) => acts.length > 0);
  const current = open.find(({ paper }) => paper === chosenPaper) ?? open[0];
  if (current === undefined)
    return (
      <FormDialog title={ADJUST_TIMES} isOpen onClose={onClose}>
        <p className="quiet">{NOTHING_TO_ADJUST}</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            关闭
          </button>
        </div>
      </FormDialog>
    );
  const { paper, acts } = current;
  const act = acts.find((one) => one === chosenAct) ?? acts[0] ?? 'extend';
  const form = { spot, paper, onClose };
  const key = `${paper} ${act}`;
  return (
    <FormDialog title={ADJUST_TIMES} isOpen isWide isDismissable={false} onClose={onClose}>
      <div className="course-head">
        <Segments
          label="科目"
          value={paper}
          choices={open.map((one) => ({ value: one.paper, label: PAPER_LABELS[one.paper] }))}
          onChange={setPaper}
        />
        <Segments
          label="怎样调整"
          value={act}
          choices={acts.map((one) => ({ value: one, label: ACT_LABELS[one] }))}
          onChange={setAct}
        />
        <p className="quiet course-where">
          {PAPER_TITLES[paper]}，{spot.scope === null ? '全部考场' : `${spot.scope} 考场`}
        </p>
      </div>
      {act === 'delay' && <DelayForm key={key} {...form} />}
      {act === 'pause' && <PauseForm key={key} {...form} />}
      {act === 'resume' && <ResumeForm key={key} {...form} />}
      {act === 'extend' && <ExtendForm key={key} {...form} seats={request.seats} />}
    </FormDialog>
  );
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side; with one only there is nothing to choose, and it says what it is. */
function Segments<T extends string>({ label, value, choices, onChange }: SegmentsProps<T>) {
  return (
    <fieldset className="paper-switch course-segments">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="paper-choice"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
