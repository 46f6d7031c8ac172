import { err, ok, type Result } from './result.ts';

/** Digits of one group; it says 16 bits. */
export const GROUP_DIGITS = 6;
const GROUP_BYTES = 2;

/** A multiple of 11 tells any one wrong digit and any two neighbours that changed places. */
const CHECK = 11;
const MOST = 0xff_ff;

/** A secret of an even number of bytes as it is said on paper: groups of six digits, each 16 bits of it, in order. */
export function formatGroups(secret: Uint8Array): readonly string[] {
  return Array.from({ length: secret.length / GROUP_BYTES }, (_, at) => {
    const value = (secret[2 * at] ?? 0) * 256 + (secret[2 * at + 1] ?? 0);
    return String(value * CHECK).padStart(GROUP_DIGITS, '0');
  });
}

/** How one group stands while it is typed. */
export type GroupVerdict = 'empty' | 'incomplete' | 'good' | 'wrong';

/** 'wrong' as soon as it cannot become a group any more, 'good' when it is one. Spaces and full-width digits are read over. */
export function judgeGroup(typed: string): GroupVerdict {
  const digits = readDigits(typed);
  if (digits === null || digits.length > GROUP_DIGITS) return 'wrong';
  if (digits === '') return 'empty';
  if (digits.length < GROUP_DIGITS) return 'incomplete';
  return valueOf(digits) === null ? 'wrong' : 'good';
}

/** A text as it was pasted or typed through, cut into groups of six in order; the last may be shorter. Null: more than digits. */
export function splitIntoGroups(text: string): readonly string[] | null {
  const digits = readDigits(text);
  return digits === null ? null : (digits.match(/.{1,6}/g) ?? []);
}

/** Which group is wrong, 1-based; one too few is the first that lacks digits. */
export interface WrongGroup {
  readonly group: number;
}

/** The secret that so many typed groups say. That no other code was meant (two groups in each other's place) shows in using it. */
export function readGroups(groups: readonly string[], count: number): Result<Uint8Array, WrongGroup> {
  const secret = new Uint8Array(GROUP_BYTES * count);
  for (let at = 0; at < Math.max(count, groups.length); at += 1) {
    const digits = readDigits(groups[at] ?? '');
    const value = at < count && digits?.length === GROUP_DIGITS ? valueOf(digits) : null;
    if (value === null) return err({ group: at + 1 });
    secret[2 * at] = value >> 8;
    secret[2 * at + 1] = value & 0xff;
  }
  return ok(secret);
}

/** Digits only, full-width ones as plain ones; blanks, line breaks and dashes of any kind left out. Null where more stands. */
export function readDigits(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212\u00b7.,\u3001\u3002]/gu, '');
  return /^\d*$/.test(digits) ? digits : null;
}

function valueOf(digits: string): number | null {
  const number = Number(digits);
  return number % CHECK === 0 && number / CHECK <= MOST ? number / CHECK : null;
}
