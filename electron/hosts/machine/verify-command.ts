import { parseArgs } from 'node:util';
import type { Anchor } from '../../station/journal/check-anchor.ts';
import { readAnchor } from '../../station/journal/read-anchor.ts';
import { verifyUntouched } from '../../station/journal/verify-untouched.ts';
import { describeAnchorProblem, describeUnreadable, describeVerification, exitCodeOf, USAGE } from './verify-words.ts';

/** What a run of the command comes to. */
export interface Verification {
  readonly lines: readonly string[];
  /** 0 sound, 1 not sound, 2 cannot be checked. */
  readonly exitCode: 0 | 1 | 2;
}

/** `npm run verify -- FILE [--anchor …]`: needs neither a station nor a key, and changes nothing. */
export function runVerify(args: readonly string[]): Verification {
  const { lines, exitCode } = verify(args);
  return { lines: lines.map(inOneLine), exitCode };
}

/** What a rewritten file says of itself must not clear the terminal, nor look like lines of ours. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}

function verify(args: readonly string[]): Verification {
  const words = readWords(args);
  if (words === null) return { lines: USAGE, exitCode: 2 };
  const { path } = words;
  const anchors: Anchor[] = [];
  for (const text of words.anchors) {
    const read = readAnchor(text);
    if (!read.ok) return { lines: describeAnchorProblem(text, read.error), exitCode: 2 };
    anchors.push(...read.value);
  }
  const checked = verifyUntouched(path, { kind: null, day: null, anchors });
  if (!checked.ok) return { lines: describeUnreadable(path, checked.error.code), exitCode: 2 };
  return { lines: describeVerification(path, checked.value), exitCode: exitCodeOf(checked.value) };
}

function readWords(args: readonly string[]): { readonly path: string; readonly anchors: readonly string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { anchor: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    return path === undefined || more.length > 0 ? null : { path, anchors: values.anchor ?? [] };
  } catch {
    return null; // its own messages are English sentences; the usage says all there is
  }
}
