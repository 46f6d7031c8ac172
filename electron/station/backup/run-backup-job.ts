import type { BackupJob, BackupReplies } from './backup-child.ts';
import { startProgram } from '../child-program.ts';

/** A job that is under way. */
export interface RunningJob<J extends BackupJob['job']> {
  /** Null where it did not end within its time, or its process died: a stick that hangs, a full memory. Never rejects. */
  readonly answer: Promise<BackupReplies[J] | null>;
  /** Ends it; the answer is null then. */
  stop(): void;
}

/** Runs a job in a process of its own. */
export function runBackupJob<J extends BackupJob['job']>(
  job: Extract<BackupJob, { readonly job: J }>,
  limitMs: number,
): RunningJob<J> {
  const child = startProgram(new URL('./backup-child.ts', import.meta.url));
  const { promise: answer, resolve } = Promise.withResolvers<BackupReplies[J] | null>();
  // A process that waits for a dead stick deep in the system does not die of the signal: its end is not waited for.
  function stop(): void {
    child.kill('SIGKILL');
    child.unref();
    resolve(null);
  }
  const limit = setTimeout(stop, limitMs);
  child.once('message', (message) => resolve(message as BackupReplies[J])); // sent by backup-child.ts
  child.once('error', () => resolve(null));
  child.once('exit', () => resolve(null));
  child.send(job, () => undefined); // a child that died before reading is told by 'exit'
  void answer.then(() => clearTimeout(limit));
  return { answer, stop };
}
