import type { CanonicalError } from '../../../shared/canonical.ts';
import type { StorageError, StorageErrorCode } from '../sqlite/storage-error.ts';

/** Why a journal cannot be opened or made; the extra codes say that it is a journal, but not the one meant. */
export type JournalError = StorageError<StorageErrorCode | 'kind-differs' | 'day-differs'>;

/**
 * The disk did not take the batch: nothing of it is confirmed and the journal goes on from where it was. After a crash
 * the batch may all the same be there, whole (the disk may have kept what it reported as failed), with its command's answer.
 */
export class JournalWriteError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, cause: unknown) {
    super(`journal not written: ${code}`, { cause });
    this.name = 'JournalWriteError';
    this.code = code;
  }
}

/** A draft that has no canonical bytes, or not the form of its type: refused before anything was written. */
export class JournalDraftError extends Error {
  readonly code: DraftFault['code'];
  readonly path: string;

  constructor({ code, path }: DraftFault) {
    super(`event not written: ${code} at ${path}`);
    this.name = 'JournalDraftError';
    this.code = code;
    this.path = path;
  }
}

/** What is wrong with a draft, and where: field names only. */
interface DraftFault {
  readonly code: CanonicalError['code'] | 'not-of-its-form';
  readonly path: string;
}

/** Stored bytes that are no event: the file was changed by other hands or is damaged; `verifyJournal` says where. */
export class JournalReadError extends Error {
  readonly arrival: number;

  constructor(arrival: number, cause: unknown) {
    super(`event ${arrival} cannot be read`, { cause });
    this.name = 'JournalReadError';
    this.arrival = arrival;
  }
}
