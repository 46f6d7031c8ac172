import { approvalIn } from '../../../shared/contract/approval-in.ts';
import type { Answer, Call } from '../../../shared/contract/call.ts';
import type { DecideContext } from '../../../shared/domain/commands.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import type { OpenDay } from '../day/open-day.ts';
import { isApprovalCode } from '../package/approval-codes.ts';
import type { Proofs } from './proofs.ts';
import type { Tries } from '../keys/tries.ts';

/** Who stands behind a call beside its actor, as `decide` needs it. */
export type Identified = Pick<DecideContext, 'secondBy' | 'approvedBy'>;

interface CallToIdentify {
  readonly day: Pick<OpenDay, 'binding' | 'state'>;
  readonly proofs: Proofs;
  /** Wrong approval codes in a row. */
  readonly codeTries: Tries;
  readonly call: Call;
  readonly input: unknown;
  /** The act's hash. */
  readonly act: string;
  readonly command: CommandId;
  readonly elapsedMs: number;
}

/** How the second person and the approver of a call have been made sure of; while codes must wait, it says how long. */
export async function identify(given: CallToIdentify): Promise<Answer<Identified>> {
  const { proofs, call, act, command, elapsedMs } = given;
  const { second } = call;
  const wanted = second === null ? null : ({ staff: second, as: 'second', act, command } as const);
  const secondBy = wanted === null ? null : proofs.hold(call.secondProof, wanted, elapsedMs);
  const approved = await approvedBy(given);
  return approved.ok ? ok({ secondBy, approvedBy: approved.value }) : approved;
}

async function approvedBy(given: CallToIdentify): Promise<Answer<DecideContext['approvedBy']>> {
  const { day, proofs, codeTries, call, act, command, elapsedMs } = given;
  const approval = approvalIn(given.input);
  if (approval?.how === 'present') {
    const wanted = { staff: approval.approver, as: 'approver', act, command } as const;
    return ok(proofs.hold(call.approverProof, wanted, elapsedMs));
  }
  const { binding } = day;
  const { approvalCode } = call;
  if (approval?.how !== 'code' || approvalCode === null || binding?.kind !== 'room') return ok(null);
  const codes = day.state.site.approvalCodes[binding.room] ?? [];
  const entry = codes.find(({ number }) => number === approval.number);
  if (entry === undefined) return ok(null);
  return codeTries.inTurn(async () => {
    const waitMs = codeTries.waitMs(elapsedMs);
    if (waitMs > 0)
      return fail('approval-code-wrong', 'D22', { number: entry.number, seconds: Math.ceil(waitMs / 1000) });
    if (await isApprovalCode(entry, approvalCode)) {
      codeTries.succeeded();
      return ok('code');
    }
    codeTries.failed(elapsedMs);
    return ok(null);
  });
}
