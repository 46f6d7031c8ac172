import type { Call } from '../../../shared/contract/call.ts';
import type { DecideContext } from '../../../shared/domain/commands.ts';
import type { Approval } from '../../../shared/domain/course-events.ts';
import type { OpenDay } from '../day/open-day.ts';
import { isApprovalCode } from '../package/approval-codes.ts';
import type { Proofs } from './proofs.ts';
import type { Tries } from '../keys/tries.ts';

/** Who stands behind a call beside its actor, as `decide` needs it. */
export type Identified = Pick<DecideContext, 'secondBy' | 'approvedBy'>;

interface CallToIdentify {
  readonly day: OpenDay;
  readonly proofs: Proofs;
  /** Wrong approval codes in a row. */
  readonly codeTries: Tries;
  readonly call: Call;
  readonly input: unknown;
  /** The act's hash. */
  readonly act: string;
  readonly elapsedMs: number;
}

/** The approval that an input carries, be it within an extension; null for none. */
function approvalIn(input: unknown): Approval | null {
  if (typeof input !== 'object' || input === null) return null;
  const { approval, extension } = input as { approval?: Approval | null; extension?: unknown }; // parsed by its method's schema
  return approval ?? approvalIn(extension);
}

/** How the second person and the approver of a call have been made sure of. */
export async function identify(given: CallToIdentify): Promise<Identified> {
  const { proofs, call, act, elapsedMs } = given;
  const { second } = call;
  return {
    secondBy:
      second === null
        ? null
        : proofs.findConfirmation(call.secondProof, { staff: second, as: 'second', act }, elapsedMs),
    approvedBy: await approvedBy(given),
  };
}

async function approvedBy({ day, proofs, codeTries, call, input, act, elapsedMs }: CallToIdentify) {
  const approval = approvalIn(input);
  if (approval?.how === 'present') {
    const wanted = { staff: approval.approver, as: 'approver', act } as const;
    return proofs.findConfirmation(call.approverProof, wanted, elapsedMs);
  }
  const { binding } = day;
  if (approval?.how !== 'code' || call.approvalCode === null || binding?.kind !== 'room') return null;
  const codes = day.state.site.approvalCodes[binding.room] ?? [];
  const entry = codes.find(({ number }) => number === approval.number);
  if (entry === undefined || codeTries.waitMs(elapsedMs) > 0) return null;
  if (await isApprovalCode(entry, call.approvalCode)) {
    codeTries.succeeded();
    return 'code';
  }
  codeTries.failed(elapsedMs);
  return null;
}
