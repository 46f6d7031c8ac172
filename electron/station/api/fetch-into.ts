import type { Answer } from '../../../shared/contract/call.ts';
import { ok } from '../../../shared/result.ts';
import type { FoundCopy } from '../backup/backup-child.ts';
import type { FetchFault, FetchTarget } from '../backup/fetch-copy.ts';
import type { Manifest } from '../backup/manifest.ts';
import { runBackupJob } from '../backup/run-backup-job.ts';
import { fail } from './handler.ts';

/** A whole site's photos from a slow stick. */
const FETCH_LIMIT_MS = 300_000;
/** A stick that does not answer within this time has no copies. */
const FIND_LIMIT_MS = 15_000;

const CODES = {
  'no-copy': 'copy-not-found',
  'other-day': 'copy-of-another-day',
  'no-sound-copy': 'copy-unsound',
  'fetch-failed': 'copy-not-read',
} as const satisfies Record<FetchFault, string>;

/** Brings the newest sound copy of a folder into the data folder, in a process that a hanging stick cannot hold up. */
export async function fetchInto(folder: string, target: FetchTarget): Promise<Answer<Manifest>> {
  const fetched = await runBackupJob({ job: 'fetch', folder, target }, FETCH_LIMIT_MS).answer;
  if (fetched === null) return fail('copy-not-read');
  return fetched.ok ? ok(fetched.value) : fail(CODES[fetched.error]);
}

/** The newest copy of every folder of copies at a place. */
export async function findCopies(place: string): Promise<readonly FoundCopy[]> {
  return (await runBackupJob({ job: 'find', place }, FIND_LIMIT_MS).answer) ?? [];
}
