import { canonicalText } from '../../../shared/canonical.ts';
import type { Call } from '../../../shared/contract/call.ts';
import type { MethodName } from '../../../shared/contract/methods.ts';
import type { OpenDay } from '../day/open-day.ts';

/** What of a call makes it this act and no other; who has proven what is not part of it. */
export type ActParts = Pick<Call, 'actor' | 'second' | 'occurredAt' | 'reason'>;

/**
 * What a call asks for, `input` parsed, as a keyed hash: the same command id with anything else in it is a misuse, and what
 * a second person confirms is this and nothing else.
 */
export function actHashOf(day: OpenDay, method: MethodName, input: unknown, parts: ActParts): string {
  const { actor, second, occurredAt, reason } = parts;
  const asked = { input, actor, second, occurredAt, reason };
  const text = canonicalText({ method, parts: asked });
  return day.keys.hashes.commandHash(method, text.ok ? text.value : JSON.stringify({ method, parts: asked }));
}
