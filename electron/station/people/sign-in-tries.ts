import type { StaffId } from '../../../shared/ids.ts';
import { createTries, type Tries } from '../keys/tries.ts';

/** Wrong PINs of each person, on real time: what one has mistyped keeps nobody else waiting. */
export interface SignInTries {
  of(staff: StaffId): Tries;
}

export function createSignInTries(): SignInTries {
  const tries = new Map<StaffId, Tries>();
  return {
    of(staff) {
      const known = tries.get(staff) ?? createTries();
      tries.set(staff, known);
      return known;
    },
  };
}
