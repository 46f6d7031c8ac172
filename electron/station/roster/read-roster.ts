import type { CheckRosterOptions } from '../../../shared/domain/check-roster.ts';
import type { CheckedRoster, RosterFileError, RosterFileErrorCode } from '../../../shared/domain/roster.ts';
import type { RosterTable } from '../../../shared/domain/roster-table.ts';
import { err, type Result } from '../../../shared/result.ts';
import { detectFileKind } from './file-kind.ts';
import type { ParseRequest } from './parse-child.ts';
import { startProgram } from '../child-program.ts';

/** A file as the user gave it. */
export interface RosterFile {
  /** For messages only: what the file is, its content says. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads and checks roster files; stores nothing. */
export interface RosterReader {
  /** Never rejects: every way in which a file can be unreadable is a RosterFileError. */
  read(file: RosterFile, options: CheckRosterOptions): Promise<Result<CheckedRoster, RosterFileError>>;
  /** The plain table of a file that is no roster, a thousand rows at most; the same safeguards, and as never rejecting. */
  readTable(file: RosterFile): Promise<Result<RosterTable, RosterFileError>>;
}

const TIME_LIMIT_MS = 20_000;
/** Bounds the child's heap; what lies outside the heap is bounded by the archive check. */
const CHILD_HEAP_MIB = 768;

/** A reader that parses each file in a child process of its own, which is killed at the time limit. */
export function createRosterReader(options: { readonly timeoutMs?: number } = {}): RosterReader {
  const timeoutMs = options.timeoutMs ?? TIME_LIMIT_MS;
  return {
    read: (file, options) => inChild<CheckedRoster>(file, options, timeoutMs),
    readTable: (file) => inChild<RosterTable>(file, null, timeoutMs),
  };
}

/** `T` is what the child answers to these options: a checked roster, or without any the table. */
async function inChild<T>(
  { bytes }: RosterFile,
  options: ParseRequest['options'],
  timeoutMs: number,
): Promise<Result<T, RosterFileError>> {
  const kind = detectFileKind(bytes);
  return kind.ok ? parseInChild<T>({ bytes, kind: kind.value, options }, timeoutMs) : kind;
}

function parseInChild<T>(request: ParseRequest, timeoutMs: number): Promise<Result<T, RosterFileError>> {
  return new Promise((resolve) => {
    const child = startProgram(new URL('./parse-child.ts', import.meta.url), {
      // A nursery that starts large: nearly all that a parser makes is short-lived (a tenth less time).
      flags: [`--max-old-space-size=${CHILD_HEAP_MIB}`, '--min-semi-space-size=16'],
    });
    const timer = setTimeout(() => settle(failed('file-reader-timeout', { seconds: timeoutMs / 1000 })), timeoutMs);
    // Only the first settles the promise; the child is ended whichever it was.
    function settle(result: Result<T, RosterFileError>): void {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(result);
    }
    child.once('message', (result) => settle(result as Result<T, RosterFileError>)); // sent by parse-child.ts
    child.once('error', () => settle(failed('file-suspicious-archive', { why: 'reader-failed' })));
    child.once('exit', () => settle(failed('file-suspicious-archive', { why: 'reader-died' })));
    child.send(request, () => undefined); // a child that died before reading is told by 'exit'
  });
}

function failed(code: RosterFileErrorCode, details: RosterFileError['details']): Result<never, RosterFileError> {
  return err({ code, details });
}
