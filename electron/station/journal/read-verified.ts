import Database from 'better-sqlite3';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { StorageError } from '../sqlite/storage-error.ts';
import { listEvents } from './journal-rows.ts';
import { verifyJournalFile } from './verify-file.ts';
import { readUntouched } from './verify-untouched.ts';
import type { VerifyReport } from './verify-journal.ts';

/** A journal that was verified as it lies there, with its events in order of arrival: none where it is not sound. */
export interface VerifiedJournal {
  readonly report: VerifyReport;
  readonly events: readonly StoredEvent[];
}

/** Reads a journal that no station has open, as `verifyUntouched` does; with no anchor it says that it agrees with itself. */
export function readVerified(path: string): Result<VerifiedJournal, StorageError> {
  return readUntouched(path, (copy) => {
    const checked = verifyJournalFile(copy, { kind: null, day: null, anchors: [] });
    if (!checked.ok) return checked;
    const { genesis, isSound } = checked.value;
    if (genesis === null || !isSound) return ok({ report: checked.value, events: [] });
    const db = new Database(copy, { readonly: true, fileMustExist: true });
    try {
      return ok({ report: checked.value, events: listEvents(db, genesis.day) });
    } finally {
      db.close();
    }
  });
}
