import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** How this program is started once more: the runtime, and our folder where we are not packaged. */
export interface ThisProgram {
  readonly file: string;
  readonly args: readonly string[];
}

/** 演练 beside a station: this program again, on a folder and in a window of its own; it ends with this one. */
export interface RehearsalBeside {
  /**
   * Opened twice, the second start finds the first and brings its window to the front. Rejects when it cannot start, or
   * ends with a failure before it could have opened.
   */
  open(): Promise<{ readonly url: null }>;
  close(): void;
}

/** In the rehearsal's environment: the process that it ends with. Nothing but a rehearsal reads it. */
const STARTER_VARIABLE = 'PROCTOR_REHEARSAL_OF';
/** What keeps a rehearsal from opening (its folder, a lost runtime) shows within this time. */
const FAILS_WITHIN_MS = 3000;
const LOOK_EVERY_MS = 1000;

export function createRehearsalBeside({ file, args }: ThisProgram, dataDir: string): RehearsalBeside {
  const running = new Set<ChildProcess>();
  return {
    async open() {
      const env = { ...process.env, [STARTER_VARIABLE]: String(process.pid) };
      const child = spawn(file, [...args, '--rehearsal', '--data', dataDir], { env, stdio: 'ignore' });
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
      running.add(child);
      void exited.then(() => running.delete(child));
      await once(child, 'spawn');
      const code = await Promise.race([exited, pause(FAILS_WITHIN_MS, 'still-runs' as const)]);
      if (code !== 'still-runs' && code !== 0) throw new Error(`rehearsal ended with ${code}`);
      return { url: null };
    },
    close() {
      for (const child of running) child.kill();
    },
  };
}

/**
 * In a rehearsal that a station opened beside itself: calls back once when that station is gone, however it ended. A
 * rehearsal that somebody started by itself goes on by itself.
 */
export function watchStarter(onGone: () => void): void {
  const starter = Number(process.env[STARTER_VARIABLE]);
  if (!Number.isSafeInteger(starter) || starter <= 0) return;
  const looking = setInterval(() => {
    if (isRunning(starter)) return;
    clearInterval(looking);
    onGone();
  }, LOOK_EVERY_MS);
  looking.unref();
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // or another user's: the number was given to somebody else
  }
}
