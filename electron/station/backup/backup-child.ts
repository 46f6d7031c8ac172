import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../../shared/result.ts';
import { listCopies, listCopyFolders } from './copy-folder.ts';
import { type FetchFault, type FetchTarget, fetchCopy } from './fetch-copy.ts';
import type { Manifest } from './manifest.ts';
import { findPresence, findRoom, type PlaceFault, type Presence, preparePlace, type Room } from './place.ts';
import { type CopyFault, type CopyOrder, WRAPPED_KEY, writeCopy } from './write-copy.ts';

/** One thing to do with sticks and foreign disks, which may hang for good: so it is done in a process that can be killed. */
export type BackupJob =
  | { readonly job: 'write'; readonly order: CopyOrder }
  | { readonly job: 'find'; readonly place: string }
  | { readonly job: 'room'; readonly path: string }
  | { readonly job: 'prepare'; readonly place: string; readonly dataDir: string }
  | { readonly job: 'presence'; readonly place: string; readonly copyPath: string }
  | { readonly job: 'fetch'; readonly folder: string; readonly target: FetchTarget };

/** The newest copy in a folder. */
export interface FoundCopy {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Whether a wrapped key lies beside it: without one only the computer that made it opens it. */
  readonly hasKey: boolean;
}

export interface BackupReplies {
  readonly write: Result<Manifest, CopyFault>;
  readonly find: readonly FoundCopy[];
  readonly room: { readonly room: Room | null };
  readonly prepare: { readonly fault: PlaceFault | null };
  readonly presence: Presence;
  readonly fetch: Result<Manifest, FetchFault>;
}

// The program of the child process: one job, one answer, and it ends.
process.once('message', (message) => {
  const answer = carryOut(message as BackupJob); // the only sender is run-backup-job.ts, of the same program
  process.send?.(answer, () => process.disconnect());
});

function carryOut(job: BackupJob): BackupReplies[BackupJob['job']] {
  switch (job.job) {
    case 'write':
      return writeCopy(job.order);
    case 'find':
      return findCopies(job.place);
    case 'room':
      return { room: findRoom(job.path) };
    case 'prepare':
      return { fault: preparePlace(job.place, job.dataDir) };
    case 'presence':
      return findPresence(job.place, job.copyPath);
    case 'fetch':
      return fetchCopy(job.folder, job.target);
  }
}

function findCopies(place: string): readonly FoundCopy[] {
  return listCopyFolders(place).flatMap((folder) => {
    const newest = listCopies(folder)[0];
    if (newest === undefined) return [];
    return [{ folder, manifest: newest.manifest, hasKey: existsSync(join(folder, WRAPPED_KEY)) }];
  });
}
