import { X509Certificate } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { KnownDay } from '../../../shared/domain/judge-seal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createFold, foldEvents } from '../../../shared/sync/merge.ts';
import { readVerified } from '../../station/journal/read-verified.ts';
import { MOST_SEALED_BYTES } from '../../station/papers/inspect-seal.ts';
import { verifySeal } from '../../station/papers/verify-seal.ts';
import { inOneLine, type Verification } from './verify-command.ts';
import { describeSeal, describeSealUnread, exitCodeOfSeal, type SealUnread } from './verify-paper-words.ts';
import { describeUnreadable, USAGE } from './verify-words.ts';

/** Whether the file named is a PDF, by its first bytes; by its name where it is not there. */
export function isPaperCommand(args: readonly string[]): boolean {
  return args.some((arg) => !arg.startsWith('-') && (existsSync(arg) ? beginsAsPdf(arg) : /\.pdf$/i.test(arg)));
}

function beginsAsPdf(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(5);
    return readSync(file, head) === 5 && head.toString('latin1') === '%PDF-';
  } finally {
    closeSync(file);
  }
}

/** `npm run verify -- FILE.pdf [--journal FILE] [--ca PEM]`: needs neither a station nor a key, and changes nothing. */
export async function runVerifyPaper(args: readonly string[]): Promise<Verification> {
  const words = readWords(args);
  const { lines, exitCode } = words === null ? { lines: USAGE, exitCode: 2 as const } : await verify(words);
  return { lines: lines.map(inOneLine), exitCode };
}

interface Words {
  readonly path: string;
  readonly journal: string | null;
  readonly authorities: readonly string[];
}

async function verify({ path, journal, authorities: paths }: Words): Promise<Verification> {
  const unread = (why: SealUnread, file = path): Verification => ({
    lines: describeSealUnread(file, why),
    exitCode: why === 'journal-unsound' ? 1 : 2,
  });
  if (!existsSync(path)) return unread('missing');
  if (statSync(path).size > MOST_SEALED_BYTES) return unread('file-too-large');
  const authorities: Uint8Array[] = [];
  for (const file of paths) {
    const read = readAuthorities(file);
    if (!read.ok) return unread(read.error, file);
    authorities.push(...read.value);
  }
  const known = journal === null ? null : readKnownDay(journal);
  if (known !== null && !known.ok) {
    return known.error === 'journal-unsound' ? unread('journal-unsound', journal ?? path) : known.error;
  }
  const verdict = await verifySeal(readFileSync(path), { known: known?.value ?? null, authorities });
  if (!verdict.ok) return unread(verdict.error);
  return { lines: describeSeal(path, verdict.value, journal), exitCode: exitCodeOfSeal(verdict.value) };
}

/** What the journal's events make of the day; names stay in their boxes. */
function readKnownDay(path: string): Result<KnownDay, 'journal-unsound' | Verification> {
  const read = readVerified(path);
  if (!read.ok) return err({ lines: describeUnreadable(path, read.error.code), exitCode: 2 });
  const { report, events } = read.value;
  if (report.genesis === null || !report.isSound) return err('journal-unsound');
  const labels = new Map(report.chains.map(({ station, label }) => [station, label]));
  return ok({
    state: foldEvents(createFold(), events).state,
    kind: report.genesis.kind,
    labelOf: (station) => labels.get(station) ?? '?',
    nameOf: () => null,
  });
}

/** Every certificate of a PEM file. */
function readAuthorities(path: string): Result<readonly Uint8Array[], SealUnread> {
  try {
    const blocks = readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    const authorities = blocks.map((block) => new Uint8Array(new X509Certificate(block).raw));
    return authorities.length === 0 ? err('not-a-certificate') : ok(authorities);
  } catch {
    return err('not-a-certificate');
  }
}

function readWords(args: readonly string[]): Words | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { journal: { type: 'string' }, ca: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return null;
    return { path, journal: values.journal ?? null, authorities: values.ca ?? [] };
  } catch {
    return null; // its own messages are English sentences; the usage says all there is
  }
}
