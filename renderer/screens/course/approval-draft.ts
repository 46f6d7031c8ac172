import type { CallOptions } from '../../../shared/contract/client.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import type { Approval } from '../../../shared/domain/course-events.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { Missing } from '../../text/course.ts';

/** 主考批准 as it is being filled in. */
export interface ApprovalDraft {
  readonly approver: StaffId | null;
  readonly how: Approval['how'] | null;
  /** Needed where the chief was called: two of the room say that he approved. */
  readonly second: StaffId | null;
  /** The room's 请求码, read out to the chief; null where the room has no codes. */
  readonly number: number | null;
  /** What the chief answered to it. */
  readonly code: string;
}

/** Digits of a 批准码. */
const CODE_DIGITS = 8;

/** Those who may approve: the chief first. */
export function approversOf(staff: readonly StaffCard[]): readonly StaffCard[] {
  return [...staff.filter(({ role }) => role === 'chief'), ...staff.filter(({ role }) => role === 'deputy')];
}

/** Who acts as chief or deputy approves himself, on the spot; where there is one leader only, he is named already. */
export function firstApproval(
  staff: readonly StaffCard[],
  actor: StaffId | null,
  second: StaffId | null,
  number: number | null = null,
): ApprovalDraft {
  const approvers = approversOf(staff);
  const self = approvers.find((card) => card.staff === actor) ?? null;
  const only = approvers.length === 1 ? (approvers[0] ?? null) : null;
  return {
    approver: (self ?? only)?.staff ?? null,
    how: self === null ? null : 'present',
    second,
    number,
    code: '',
  };
}

/** The approval as the call carries it; else what is missing. */
export function approvalOf(draft: ApprovalDraft): Approval | Missing {
  if (draft.approver === null) return 'approver';
  if (draft.how === null) return 'approval-how';
  if (draft.how === 'phone' && draft.second === null) return 'second';
  if (draft.how !== 'code') return { approver: draft.approver, how: draft.how };
  if (draft.number === null || draft.code.replaceAll(/\D/g, '').length !== CODE_DIGITS) return 'approval-code';
  return { approver: draft.approver, how: 'code', number: draft.number };
}

/** What goes with a call beside such an approval. */
export function approvalOptions(
  { second, code }: ApprovalDraft,
  { how }: Approval,
): Pick<CallOptions, 'second' | 'approvalCode'> {
  if (how === 'phone') return { second };
  return how === 'code' ? { approvalCode: code } : {};
}
