import { existsSync, renameSync } from 'node:fs';

/**
 * Puts a database aside under another name, with its log, so that nothing opens it any more; answers that name, null where
 * no such file is. The log first: a new file must never find the old one's.
 */
export function putAside(path: string, nowMs: number): string | null {
  const aside = `${path}.damaged-${nowMs}`;
  for (const ending of ['-wal', '-shm', '']) {
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
  }
  return existsSync(aside) ? aside : null;
}
