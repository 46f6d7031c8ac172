import type { ContractError } from '../../../shared/contract/call.ts';
import type { CancellationEntry } from '../../../shared/domain/course-state.ts';
import { Mark } from '../../components/Mark.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import { APPROVAL_LABELS } from '../../text/course.ts';
import { timeText } from '../../text/format.ts';
import { CANCELLATION } from '../../text/seating.ts';
import { staffName, whoText } from '../acts/staff-name.ts';

interface CancelledLineProps {
  readonly entry: CancellationEntry;
  readonly why: string;
  readonly person: string;
  readonly onLateUndo: () => void;
  readonly onError: (error: ContractError) => void;
}

/** 已取消考试资格 on the violation that it rests on: when, why, by whose word, recorded by whom. */
export function CancelledLine({ entry, why, person, onLateUndo, onError }: CancelledLineProps) {
  const staff = useStation((view) => view.staff);
  const { approval } = entry;
  return (
    <p className="violation-cancelled">
      <Mark shape="cancelled" />
      {CANCELLATION.done}
      <span className="violation-cancelled-more figures">
        {timeText(entry.occurredAt)} {staffName(staff, approval.approver)} {APPROVAL_LABELS[approval.how]}
        {why !== '' && `；${why}`}；记录：{whoText(staff, entry)}
      </span>
      <UndoButton
        target={entry.event}
        actor={entry.actor}
        what={`${person} ${CANCELLATION.primary}`}
        onLate={onLateUndo}
        onError={onError}
      />
    </p>
  );
}
