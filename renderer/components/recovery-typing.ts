import { GROUP_DIGITS, judgeGroup, splitIntoGroups } from '../../shared/code-groups.ts';

/** The groups of a code as far as they are typed. */
export type CodeGroups = readonly string[];

/** A code of so many groups before anything is typed of it. */
export function noGroups(count: number): CodeGroups {
  return Array.from({ length: count }, () => '');
}

/** The groups after something was typed, and the field to go to; null = stay. */
export interface Typed {
  readonly groups: CodeGroups;
  readonly goTo: number | null;
}

/**
 * A field's new text: what is no digit is left out, a whole group leads on, what is too much goes into the next fields.
 * Whoever types on without looking up leaves a wrong group as it is, and nothing of it in the next one.
 */
export function typeGroup(groups: CodeGroups, at: number, text: string): Typed {
  const before = groups[at] ?? '';
  const typed = digitsOf(text);
  const isTypedOn = before.length === GROUP_DIGITS && typed.startsWith(before) && judgeGroup(before) === 'wrong';
  const digits = isTypedOn ? before : typed;
  if (digits.length < GROUP_DIGITS || digits === groups[at]) return { groups: groups.with(at, digits), goTo: null };
  return spread(groups, at, digits);
}

/** A pasted text: a whole code belongs at the beginning, wherever it was pasted. */
export function pasteGroups(groups: CodeGroups, at: number, text: string): Typed {
  const digits = digitsOf(text);
  if (digits === '') return { groups, goTo: null };
  return spread(groups, digits.length >= groups.length * GROUP_DIGITS ? 0 : at, digits);
}

/** Which groups are wrong, 1-based. */
export function wrongGroups(groups: CodeGroups): readonly number[] {
  return groups.flatMap((group, at) => (judgeGroup(group) === 'wrong' ? [at + 1] : []));
}

/** The focus goes to the first part that is not good, else behind the last. */
function spread(groups: CodeGroups, from: number, digits: string): Typed {
  const parts = (splitIntoGroups(digits) ?? []).slice(0, groups.length - from);
  const next = groups.map((group, at) => parts[at - from] ?? group);
  const amiss = parts.findIndex((part) => judgeGroup(part) !== 'good');
  return { groups: next, goTo: Math.min(from + (amiss === -1 ? parts.length : amiss), groups.length - 1) };
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}
