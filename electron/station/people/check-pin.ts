import type { Answer } from '../../../shared/contract/call.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import type { OpenDay } from '../day/open-day.ts';
import { isStaffPin } from './staff-pin.ts';
import type { SignInTries } from './sign-in-tries.ts';

/**
 * Whether a typed PIN is this person's. The first wrong ones are free; then each makes the next wait, in real time, for
 * this person alone and never longer than a minute.
 */
export async function checkPin(
  { day, tries, elapsedMs }: { readonly day: OpenDay; readonly tries: SignInTries; readonly elapsedMs: number },
  staff: StaffId,
  pin: string,
): Promise<Answer<null>> {
  if (day.state.site.staff[staff] === undefined) return fail('staff-unknown', 'PP1');
  const own = tries.of(staff);
  return own.inTurn(async () => {
    const waitMs = own.waitMs(elapsedMs);
    if (waitMs > 0) return fail('pin-wait', 'PP1', { seconds: Math.ceil(waitMs / 1000), wrong: own.wrong() });
    if (!(await isStaffPin(day, staff, pin))) {
      own.failed(elapsedMs);
      return fail('pin-wrong', 'PP1', { wrong: own.wrong(), seconds: Math.ceil(own.waitMs(elapsedMs) / 1000) });
    }
    own.succeeded();
    return ok(null);
  });
}
