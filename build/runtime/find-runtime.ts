import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
/** Where the package lies that brings the runtime: its program is fetched, not packed. */
export const ELECTRON_PACKAGE = join(PROJECT_DIR, 'node_modules', 'electron');

export interface RuntimePlace {
  readonly packageDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/**
 * The program of the desktop runtime, null when it is not there. Looks at files only: to ask the package itself would
 * start a download.
 */
export function findRuntime({ packageDir, env, platform }: RuntimePlace = thisComputer()): string | null {
  const overrideDir = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (overrideDir) return existing(join(overrideDir, programName(platform)));
  const version = readRuntimeVersion(packageDir);
  if (version === null || readText(join(packageDir, 'dist', 'version'))?.replace(/^v/, '') !== version) return null;
  // Written last, when everything was unpacked.
  const path = readText(join(packageDir, 'path.txt'));
  return path === null ? null : existing(join(packageDir, 'dist', path));
}

/** This computer and this checkout. */
export function thisComputer(): RuntimePlace {
  return { packageDir: ELECTRON_PACKAGE, env: process.env, platform: process.platform };
}

/** The version that the program was made for; null where the package is not installed. */
export function readRuntimeVersion(packageDir: string): string | null {
  const manifest = readText(join(packageDir, 'package.json'));
  // as: npm's own file, which npm has read before us
  return manifest === null ? null : (JSON.parse(manifest) as { version: string }).version;
}

/** The runtime's program within its folder. */
export function programName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? join('Electron.app', 'Contents', 'MacOS', 'Electron') : 'electron';
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}
