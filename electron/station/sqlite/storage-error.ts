/** Why a file of the data folder cannot be used, or took nothing in. */
export type StorageErrorCode =
  | 'missing'
  | 'exists'
  /** Another process, or another part of this one, has it open. */
  | 'in-use'
  /** Not a file of the kind it is opened as. */
  | 'foreign-file'
  /** Written by a newer program; figures: file, program (schema versions). */
  | 'newer-file'
  | 'corrupt'
  | 'not-writable'
  | 'disk-full'
  | 'io-failed'
  /** The file, or the folder that it lies in, is not at its place: deleted, moved, its disk taken out. */
  | 'vanished'
  /** Another file stands at its place: only opening anew helps. */
  | 'replaced';

export interface StorageError<Code extends string = StorageErrorCode> {
  readonly code: Code;
  readonly figures: Readonly<Record<string, string | number>>;
}

export function storageError<Code extends string>(
  code: Code,
  figures: Readonly<Record<string, string | number>> = {},
): StorageError<Code> {
  return { code, figures };
}

/** The expected failure behind an error thrown by SQLite or by a file call; null = a surprise, to be thrown on. */
export function classifyStorageError(error: unknown): StorageErrorCode | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const known = CODES.find(([pattern]) => pattern.test(String(error.code)));
  return known === undefined ? null : known[1];
}

const CODES: readonly (readonly [RegExp, StorageErrorCode])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'in-use'],
  [/^SQLITE_NOTADB/, 'foreign-file'],
  [/^SQLITE_CORRUPT/, 'corrupt'],
  // EFBIG: the disk, or what this user may have of it, takes no larger file.
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'disk-full'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/, 'not-writable'],
  [/^(SQLITE_IOERR|EIO)/, 'io-failed'],
  // ENOENT: all that is written here is written into folders that were made before.
  [/^(PLACE_VANISHED|ENOENT|ENOTDIR|ENODEV|ENXIO|ESTALE)/, 'vanished'],
  [/^PLACE_REPLACED/, 'replaced'],
];
