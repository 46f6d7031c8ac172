import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StartOptions } from './options.ts';

/** Where this user's programs keep their data; never the program's own folder, which an update replaces. */
function usualDataDir(): string {
  const home = homedir();
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ProctorStation');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'ProctorStation');
  const xdg = process.env['XDG_DATA_HOME'];
  // The specification says to ignore a relative one.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'proctor-station');
}

/**
 * Makes the folder, private to this user, and answers its absolute path; a rehearsal's lies beside the one that is named.
 * npm runs us elsewhere than where it was typed.
 */
export function prepareDataDir({ dataDir, isRehearsal }: Pick<StartOptions, 'dataDir' | 'isRehearsal'>): string {
  const named = resolve(process.env['INIT_CWD'] ?? process.cwd(), dataDir ?? usualDataDir());
  const dir = isRehearsal ? `${named}-rehearsal` : named;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(dir, 0o700);
  return dir;
}
