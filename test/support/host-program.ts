import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const START = join(import.meta.dirname, '..', '..', 'build', 'start.ts');

/** The browser host as `npm start` runs it, without npm and its shell in between. */
export interface HostProgram {
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  readonly said: () => string;
  readonly exitCode: Promise<number | null>;
  /** The link of the ready line; rejects when the process ends without one. */
  readonly ready: Promise<string>;
  /** Ends it and resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Whoever starts it ends it. */
export function startHostProgram(args: readonly string[]): HostProgram {
  const host = args.includes('--host') ? [] : ['--host', 'browser'];
  const child = spawn(process.execPath, [START, '--no-open', ...host, ...args], {
    // No runtime there, and nothing to be fetched: the host in a browser is what is run, on every computer.
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: import.meta.dirname },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const take = (text: string): void => {
      said += text;
      const link = /^ready (\S+)$/m.exec(said)?.[1];
      if (link !== undefined) resolve(link);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('close', (code) => reject(new Error(`ended with ${code}:\n${said}`)));
  });
  ready.catch(() => {}); // a run that is meant to fail has nobody waiting for its link
  return {
    child,
    said: () => said,
    ready,
    exitCode,
    async end(signal) {
      child.kill(signal);
      await exitCode;
    },
  };
}
