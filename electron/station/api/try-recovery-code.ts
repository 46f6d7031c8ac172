import type { Answer } from '../../../shared/contract/call.ts';
import type { DayId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { readRecoveryCode } from '../../../shared/recovery-code.ts';
import { readDayKey } from '../keys/day-key.ts';
import { readWrappedKey, sheetOf, unwrapDayKey } from '../keys/wrapped-key.ts';
import { fail } from './handler.ts';
import type { StationContext } from './station-context.ts';

/** A typed code that was right: whose sheet it is, and the key that it opens. */
export interface UsedCode {
  readonly sheet: string;
  readonly key: Uint8Array;
}

/**
 * What a typed code opens of the day's wrapped key. A group that is mistyped is told and costs nothing; a whole code that
 * is another's is counted, and after some of them the next try must wait.
 */
export function tryRecoveryCode(
  { ports, recoveryTries }: Pick<StationContext, 'ports' | 'recoveryTries'>,
  day: DayId,
  { groups, elapsedMs }: { readonly groups: readonly string[]; readonly elapsedMs: number },
): Answer<UsedCode> {
  const secret = readRecoveryCode(groups);
  if (!secret.ok) return fail('recovery-group-wrong', 'KY1', { group: secret.error.group });
  const waitMs = recoveryTries.waitMs(elapsedMs);
  if (waitMs > 0) return fail('recovery-wait', 'KY1', { seconds: Math.ceil(waitMs / 1000) });
  const wrapped = readWrappedKey(ports.dataDir, day);
  if (!wrapped.ok) return fail('wrapped-key-unusable', 'KY1', { problem: wrapped.error });
  const key = unwrapDayKey(wrapped.value, secret.value);
  if (!key.ok && key.error === 'not-authentic') return fail('wrapped-key-unusable', 'KY1', { problem: 'damaged' });
  if (!key.ok) {
    recoveryTries.failed(elapsedMs);
    return fail('recovery-code-other', 'KY1', { sheets: wrapped.value.wraps.map(({ sheet }) => sheet).join(' ') });
  }
  recoveryTries.succeeded();
  return ok({ sheet: sheetOf(secret.value, day), key: key.value });
}

/** The same of a day that is open here: the code must open this very day's key. */
export function tryCodeOfOpenDay(
  context: Pick<StationContext, 'ports' | 'recoveryTries'>,
  day: DayId,
  typed: { readonly groups: readonly string[]; readonly elapsedMs: number },
): Answer<UsedCode> {
  const used = tryRecoveryCode(context, day, typed);
  // A file that was put there by other hands could open under a code of theirs and hold another key.
  if (used.ok && !Buffer.from(used.value.key).equals(readDayKey(day, context.ports.secrets))) {
    return fail('wrapped-key-unusable', 'KY1', { problem: 'other-day' });
  }
  return used;
}
