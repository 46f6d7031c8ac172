import type { ChildProcess } from 'node:child_process';
import { startProgram } from './child-program.ts';

/** A request as a program's process gets it; each gets one reply of its id. */
export interface ProgramRequest<Job> {
  readonly id: number;
  readonly job: Job;
}

export interface ProgramReply<Result> {
  readonly id: number;
  readonly result: Result;
}

/** A program of ours beside the station's own process, which answers one job after the other. */
export interface WarmProgram<Job, Result> {
  /** Never rejects. */
  ask(job: Job): Promise<Result>;
  /** Ends the process; jobs still under way are answered as failed. Idempotent. */
  close(): Promise<void>;
}

interface WarmOptions<Result> {
  /** What is answered where the process ended before it did; `message` is for the log. */
  readonly failed: (message: string) => Result;
  /** How long it waits for another job, real ms. */
  readonly restAfterMs?: number;
}

interface RunningChild<Result> {
  readonly process: ChildProcess;
  readonly gone: Promise<unknown>;
  readonly waiting: Map<number, (result: Result) => void>;
  rest: NodeJS.Timeout | null;
}

/** Papers of one site come together; after half a minute without one the next is minutes away. */
const REST_AFTER_MS = 30_000;

/**
 * The process starts with the first job, since most hours of a day have none, and keeps what it has read. It ends when
 * none has come for `restAfterMs`, and everything it took goes with it: of what a thread frees, the system gets little back.
 */
export function createWarmProgram<Job, Result>(url: URL, options: WarmOptions<Result>): WarmProgram<Job, Result> {
  const { failed, restAfterMs = REST_AFTER_MS } = options;
  let running: RunningChild<Result> | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let lastId = 0;

  function start(): RunningChild<Result> {
    const child = startProgram(url);
    const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
    const started: RunningChild<Result> = { process: child, gone, waiting: new Map(), rest: null };
    function fail(message: string): void {
      if (running === started) running = null;
      for (const answer of started.waiting.values()) answer(failed(message));
      started.waiting.clear();
    }
    child.on('message', (message) => {
      const { id, result } = message as ProgramReply<Result>; // sent by the program at `url`
      started.waiting.get(id)?.(result);
      started.waiting.delete(id);
      if (started.waiting.size === 0) started.rest = setTimeout(() => end(started), restAfterMs).unref();
    });
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, signal) => fail(`process ended with ${signal ?? code}`));
    return started;
  }

  function end(child: RunningChild<Result>): void {
    if (running === child) running = null;
    if (child.rest !== null) clearTimeout(child.rest);
    child.process.kill('SIGKILL');
    ending = child.gone;
  }

  return {
    ask(job) {
      if (isClosed) return Promise.resolve(failed('program is closed'));
      running ??= start();
      const { process: child, waiting, rest } = running;
      if (rest !== null) clearTimeout(rest);
      lastId += 1;
      const request: ProgramRequest<Job> = { id: lastId, job };
      return new Promise((resolve) => {
        waiting.set(request.id, resolve);
        child.send(request, () => undefined); // a process that died before reading is told by 'exit'
      });
    },
    async close() {
      isClosed = true;
      if (running !== null) end(running);
      await ending;
    },
  };
}

/** The other side, in the program's own process: answers each job, and ends with its parent, whatever ends that. */
export function serveJobs<Job, Result>(work: (job: Job) => Promise<Result>, failed: (message: string) => Result): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (message) => {
    const { id, job } = message as ProgramRequest<Job>; // the only sender is createWarmProgram, of the same program
    void work(job)
      .catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)))
      .then((result) => {
        const reply: ProgramReply<Result> = { id, result };
        process.send?.(reply);
      });
  });
}
