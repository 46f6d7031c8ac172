import type { StaffCard } from '../../../shared/contract/views.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useStation } from '../../stores/station-store.ts';
import { nextCode } from './next-code.ts';
import { type ApprovalDraft, firstApproval } from './approval-draft.ts';

/** An approval to be filled in by the acting person, the room's other invigilator beside him. */
export function newApproval(staff: readonly StaffCard[], actor: StaffId | null): ApprovalDraft {
  const { state, status } = useStation.getState();
  const number = nextCode(state, status?.binding ?? null);
  return firstApproval(staff, actor, secondOf(staff, actor)?.staff ?? null, number);
}
