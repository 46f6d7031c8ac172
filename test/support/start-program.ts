import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

export interface Started {
  /** Everything said so far, output and errors. */
  readonly said: () => string;
  /** Resolves with how long it took until this was said; rejects when it ends before. */
  readonly until: (what: RegExp) => Promise<number>;
  readonly ended: Promise<number | null>;
}

/** The program of `npm start`, ended with the running test. `env` is laid over the process's own. */
export function startProgram(args: readonly string[], env: NodeJS.ProcessEnv): Started {
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, ['build/start.ts', '--no-open', ...args], {
    cwd: PROJECT_DIR,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  const take = (text: string): void => {
    said += text;
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  return {
    said: () => said,
    until: (what) => waitFor(child, () => what.test(said)).then(() => performance.now() - startedAtMs),
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
}

function waitFor(child: ChildProcess, isThere: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (isThere()) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', (code) => reject(new Error(`ended with ${code} before it was said`)));
    look();
  });
}

/**
 * Puts a program of a few lines of shell where the desktop runtime is looked for, and answers the folder for
 * ELECTRON_OVERRIDE_DIST_PATH. It stands for a runtime that starts or does not; no window is opened by it.
 */
export function writeStandInRuntime(dir: string, script: string): string {
  writeFileSync(join(dir, 'electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(dir, 'electron'), 0o755);
  return dir;
}
