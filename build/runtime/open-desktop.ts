import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { SAID_WHY } from '../../electron/hosts/machine/exit-codes.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
/** A runtime that cannot run here (no screen, no sandbox, a missing library) ends long before this. */
const STILL_STARTING_MS = 15_000;

/** How the desktop ended: with this exit code, or without having opened, told in words. */
export type DesktopEnd = { readonly exitCode: number } | { readonly didNotOpen: string };

/** Runs the desktop in the runtime until it ends; `args` are the words after `npm start --`. */
export function openDesktop(runtime: string, args: readonly string[]): Promise<DesktopEnd> {
  const startedAtMs = performance.now();
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE']; // set by some editors' terminals: it would be no desktop
  const child = spawn(runtime, [PROJECT_DIR, ...args], { env, stdio: 'inherit' });
  // Ctrl+C reaches the desktop by itself; who ends only us means it too.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => undefined);

  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ didNotOpen: error.message }));
    child.once('exit', (code, signal) => {
      const isEarly = performance.now() - startedAtMs < STILL_STARTING_MS;
      const isCrash = code !== 0 && code !== SAID_WHY && signal !== 'SIGTERM' && signal !== 'SIGINT';
      if (isEarly && isCrash) resolve({ didNotOpen: signal ?? `exit ${code}` });
      else resolve({ exitCode: code ?? 1 });
    });
  });
}
