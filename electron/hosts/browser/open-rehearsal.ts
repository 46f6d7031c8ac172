import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const PROGRAM = join(import.meta.dirname, 'main.ts');
const START_LIMIT_MS = 30_000;
const LINK_LIMIT_MS = 5000;
const CLOSE_LIMIT_MS = 3000;

/** What the two processes say to each other. */
export const ASK_LINK = 'link';
const readySchema = z.literal('ready');
const linkSchema = z.strictObject({ url: z.url() });

/** 演练 beside a station: a process of its own on a folder of its own, which ends with this one however that ends. */
export interface RehearsalBeside {
  /** Starts it where it does not run; answers a link that opens it, a fresh one each time. Rejects when it cannot start. */
  open(): Promise<{ readonly url: string }>;
  close(): Promise<void>;
}

/** `dataDir` is the real station's own; the rehearsal's lies beside it. */
export function createRehearsalBeside(dataDir: string): RehearsalBeside {
  let running: ChildProcess | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function start(): Promise<ChildProcess> {
    // Its lines are not for our window: whoever reads `ready` there means the real station.
    const child = fork(PROGRAM, ['--rehearsal', '--no-open', '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // A line that breaks in the middle of a word must not end the real station.
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (running === child) running = null;
    });
    running = child;
    try {
      readySchema.parse(await hear(child, START_LIMIT_MS));
    } catch (error) {
      child.kill('SIGKILL');
      running = null; // one that could not even be started has no exit
      throw error;
    }
    return child;
  }

  async function open(): Promise<{ readonly url: string }> {
    const child = running;
    if (child === null) return askLink(await start());
    try {
      return await askLink(child);
    } catch {
      // It was just ending, or it hangs: nothing that is recorded there is lost by starting it anew.
      const exited = running === child ? once(child, 'exit') : null;
      child.kill('SIGKILL');
      await exited;
      return askLink(await start());
    }
  }

  return {
    open() {
      // One after the other: a double click must not start two.
      const own = turn.then(open, open);
      turn = own.catch(() => undefined);
      return own;
    },
    async close() {
      const child = running;
      if (child === null) return;
      const exited = once(child, 'exit');
      const force = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS);
      if (child.connected) child.disconnect();
      await exited;
      clearTimeout(force);
    },
  };
}

async function askLink(child: ChildProcess): Promise<{ readonly url: string }> {
  const heard = hear(child, LINK_LIMIT_MS);
  child.send(ASK_LINK);
  return linkSchema.parse(await heard);
}

/** The next message; rejects when the process ends first or says nothing for too long. */
async function hear(child: ChildProcess, limitMs: number): Promise<unknown> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), limitMs);
  try {
    const ended = once(child, 'exit', { signal: stop.signal }).then(() => Promise.reject(new Error('rehearsal ended')));
    const heard: readonly unknown[] = await Promise.race([once(child, 'message', { signal: stop.signal }), ended]);
    return heard[0];
  } finally {
    clearTimeout(limit);
    stop.abort();
  }
}
