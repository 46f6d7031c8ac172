import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

export interface NpmStart {
  /** Everything said so far, output and errors. */
  readonly said: () => string;
  /** The link of the ready line; rejects when the start ends without one or the limit passes. */
  readonly ready: (limitMs: number) => Promise<URL>;
  /** The exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
  /** Ends npm and all it started; resolves when they are gone. */
  readonly stop: () => Promise<void>;
}

/** Runs `npm start -- …args` as a person would, in this checkout; `binDir` is searched for programs first. */
export function npmStart(args: readonly string[], binDir: string): NpmStart {
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: PROJECT_DIR,
    // DISPLAY stands for a desktop, where a browser would be opened.
    env: {
      ...process.env,
      DISPLAY: ':99',
      PATH: `${binDir}${delimiter}${process.env['PATH'] ?? ''}`,
      // No runtime there: the browser host is tried, whatever this computer has or could fetch.
      ELECTRON_OVERRIDE_DIST_PATH: binDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own: npm, its shell and the station end together
  });
  let said = '';
  const take = (text: string): void => {
    said += text;
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });

  return {
    said: () => said,
    ended,
    ready: (limitMs) => waitForReadyLine(child, () => said, limitMs),
    stop: async () => {
      signalGroup(child, 'SIGTERM');
      const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(force);
    },
  };
}

function waitForReadyLine(child: ChildProcess, said: () => string, limitMs: number): Promise<URL> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`no ready line within ${limitMs} ms:\n${said()}`)), limitMs);
    const look = (): void => {
      const link = /^ready (\S+)$/m.exec(said())?.[1];
      if (link === undefined) return;
      clearTimeout(limit);
      resolve(new URL(link));
    };
    child.stdout?.on('data', look);
    child.once('close', (code) => {
      clearTimeout(limit);
      reject(new Error(`ended with ${code} before the ready line:\n${said()}`));
    });
    look();
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // gone in the meantime: that is what was wanted
  }
}
