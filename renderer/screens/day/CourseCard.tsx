import { useMemo, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import {
  adjustmentTitle,
  APPROVAL_LABELS,
  COURSE_STATE_LABELS,
  COURSE_TITLE,
  SET_IN_SYSTEM,
} from '../../text/course.ts';
import { neatTimeText, shortTimeText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { staffName, whoText } from '../acts/staff-name.ts';
import { useRecordTexts } from '../acts/use-record-texts.ts';
import { useCourseDialog } from '../course/course-dialog.ts';
import { useCourseSpot } from '../course/course-spot.ts';
import { type CourseLine, courseLines } from './course-lines.ts';
import { PaperTag } from './PaperTag.tsx';

/** 时间调整 of both papers: what, when, who approved, how it stands; 撤回 from here. Nothing is shown on a day to plan. */
export function CourseCard() {
  const spot = useCourseSpot();
  return spot === null ? null : <CourseList room={spot.room} />;
}

function CourseList({ room }: { readonly room: Parameters<typeof courseLines>[0] }) {
  const lines = useMemo(() => courseLines(room), [room]);
  const texts = useRecordTexts(room);
  const [undoing, setUndoing] = useState<EventRef | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  if (lines.length === 0) return null;
  return (
    <section className="card" aria-label={COURSE_TITLE}>
      <h2 className="card-title">{COURSE_TITLE}</h2>
      <ul className="matters">
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            why={texts[line.key]?.text ?? ''}
            onError={setError}
            onLateUndo={() => setUndoing(line.act.event)}
          />
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
      {undoing !== null && <LateUndoDialog name="本考场" target={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

const TONES: Readonly<Record<Exclude<CourseLine['state'], 'said'>, string>> = {
  undone: '',
  withdrawn: '',
  'to-set-back': 'tone-late',
  pending: 'tone-late',
  set: 'tone-present',
};

interface LineProps {
  readonly line: CourseLine;
  readonly why: string;
  readonly onError: (error: ContractError) => void;
  readonly onLateUndo: () => void;
}

function Line({ line, why, onError, onLateUndo }: LineProps) {
  const { act, paper, state, withdrawal } = line;
  const staff = useStation((view) => view.staff);
  const open = useCourseDialog((store) => store.open);
  const isGone = act.isUndone || withdrawal !== null;
  const title = adjustmentTitle(act);
  const approval = act.kind === 'delay' || act.kind === 'extension' ? act.approval : null;
  return (
    <li className={isGone ? 'course-line course-line-gone' : 'course-line'}>
      <p className="course-line-head">
        <span className="course-line-time figures">{shortTimeText(act.occurredAt)}</span>
        <PaperTag paper={paper} />
        <strong className="course-line-title figures">{title}</strong>
      </p>
      <p className="matter-more">
        {why !== '' && <span>{why}；</span>}
        {approval === null
          ? whoText(staff, act)
          : `${staffName(staff, approval.approver)} ${APPROVAL_LABELS[approval.how]}`}
        {act.occurredAt < act.at && `；补录于 ${shortTimeText(act.at)}`}
        {withdrawal !== null && `；${neatTimeText(withdrawal.occurredAt)} 撤回`}
      </p>
      <p className="course-line-foot">
        {state !== 'said' && <span className={`tag ${TONES[state]}`}>{COURSE_STATE_LABELS[state]}</span>}
        {line.canWithdraw && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => open({ kind: 'withdraw', paper, target: act.event })}
          >
            <span>
              撤回<span className="visually-hidden"> {`${PAPER_LABELS[paper]}${title}`}</span>…
            </span>
          </button>
        )}
        {line.tick !== null && (
          <UndoButton target={line.tick.event} actor={line.tick.actor} what={SET_IN_SYSTEM} onError={onError} />
        )}
        {line.canUndo && (
          <UndoButton target={act.event} actor={act.actor} what={title} onLate={onLateUndo} onError={onError} />
        )}
      </p>
    </li>
  );
}
