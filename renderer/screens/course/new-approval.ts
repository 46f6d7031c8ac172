import type { StaffCard } from '../../../shared/contract/views.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { secondOf } from '../../stores/acting-store.ts';
import { type ApprovalDraft, firstApproval } from './approval-draft.ts';

/** An approval to be filled in by the acting person, the room's other invigilator beside him. */
export function newApproval(staff: readonly StaffCard[], actor: StaffId | null): ApprovalDraft {
  return firstApproval(staff, actor, secondOf(staff, actor)?.staff ?? null);
}
