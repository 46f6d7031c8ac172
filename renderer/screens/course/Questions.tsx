import { useState } from 'react';
import type { Collision } from '../../../shared/domain/adjustment-outlook.ts';
import type { CutoffChoice } from '../../../shared/domain/course-commands.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FieldProblem, TextField } from '../../components/TextField.tsx';
import {
  COLLISION_QUESTION,
  collisionText,
  CUTOFF_QUESTION,
  missingText,
  nextHasBegun,
  overlapText,
} from '../../text/course.ts';
import { neatTimeText, spokenSpan } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';
import type { NextAnswer } from './course-plan.ts';

interface CutoffQuestionProps {
  /** The cut-off as it stands, and moved along; UTC ms. */
  readonly staysAt: number;
  readonly movesTo: number;
  readonly value: CutoffChoice;
  readonly onChange: (choice: 'moves' | 'stays') => void;
}

/** 截止入场: whether it moves with an interruption of the first 30 minutes. Nothing is chosen beforehand. */
export function CutoffQuestion({ staysAt, movesTo, value, onChange }: CutoffQuestionProps) {
  return (
    <div className={value === null ? 'question question-open' : 'question'}>
      <ChoiceList
        label={CUTOFF_QUESTION}
        columns={2}
        value={value}
        onChange={onChange}
        choices={[
          { value: 'stays', label: <Answer what={`仍为 ${neatTimeText(staysAt)}`} more="仍按原时间停止入场" /> },
          {
            value: 'moves',
            label: <Answer what={`顺延至 ${neatTimeText(movesTo)}`} more="首段禁止离场也顺延" />,
          },
        ]}
      />
    </div>
  );
}

interface NextQuestionProps {
  readonly collision: Collision;
  readonly answer: NextAnswer | null;
  /** As it would be with the answer. */
  readonly after: Timeline;
  /** Its people write already: it can be put off no more. */
  readonly hasBegun: boolean;
  readonly isTooEarly: boolean;
  readonly now: number;
  readonly onChange: (answer: NextAnswer) => void;
}

/** C04: the next paper is run into. What each answer would lead to; nothing is chosen beforehand. */
export function NextQuestion({ collision, answer, after, hasBegun, isTooEarly, now, onChange }: NextQuestionProps) {
  const [time, setTime] = useState('');
  const { later, proposedStartsAt, laterStartsAt, earlierEndsAt, overlapMs } = collision;
  const name = PAPER_LABELS[later];
  const { loginAt, endsAt } = after.papers[later];
  const isTyped = answer?.kind === 'other' && answer.startsAt !== null && !isTooEarly;
  const overlap = earlierEndsAt > laterStartsAt ? spokenSpan(earlierEndsAt - laterStartsAt) : '';
  const choices = [
    {
      value: 'proposed' as const,
      label: <Answer what={`${name}推迟到 ${neatTimeText(proposedStartsAt)}`} more="与前一科的间隔保持不变" />,
    },
    { value: 'other' as const, label: <Answer what={`${name}推迟到另定时间`} more="由主考指定开考时间" /> },
    {
      value: 'keep' as const,
      label: <Answer what={`${name}时间不变，由主考另行安排`} more={overlapText(overlapMs, overlap)} />,
    },
  ];
  return (
    <div className={answer === null ? 'question question-open' : 'question'}>
      <p className="question-fact figures">{collisionText(collision)}</p>
      <ChoiceList
        label={COLLISION_QUESTION}
        value={answer?.kind ?? null}
        onChange={(kind) => onChange(kind === 'other' ? { kind, startsAt: parseClockEntry(time, now) } : { kind })}
        choices={choices.filter(({ value }) => !hasBegun || value === 'keep')}
      />
      {hasBegun && <p className="quiet">{nextHasBegun(later)}</p>}
      {answer?.kind === 'other' && (
        <div className="question-time">
          <TextField
            label={`${name}开考时间`}
            value={time}
            inputMode="numeric"
            takesFocus
            onChange={(text) => {
              setTime(text);
              onChange({ kind: 'other', startsAt: parseClockEntry(text, now) });
            }}
            hint={isTyped ? `登录 ${neatTimeText(loginAt)}，结束 ${neatTimeText(endsAt)}` : '如 10:40'}
          />
          {isTooEarly && <FieldProblem text={missingText('next-too-early')} />}
        </div>
      )}
    </div>
  );
}

function Answer({ what, more }: { readonly what: string; readonly more: string }) {
  return (
    <span className="answer figures">
      <strong>{what}</strong>
      <span className="answer-more">{more}</span>
    </span>
  );
}
