import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Station } from '../../electron/station/station-face.ts';
import type { Answer } from '../../shared/contract/call.ts';

const CHILD = fileURLToPath(new URL('./remote-station-child.ts', import.meta.url));

/** Whether the size of a running process's files can be limited here (Linux has the tool; others do not). */
export const canLimitFiles = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0;

/** A station in another process, whose disk can be made small and large again while it runs. */
export interface RemoteStation extends Station {
  /** From now on its files cannot be written beyond this size, as on a disk that is full; null = no limit. */
  limitFiles(bytes: number | null): void;
}

/** Ends with the running test. One call at a time. */
export async function startRemoteStation(dataDir: string): Promise<RemoteStation> {
  const child = fork(CHILD, [dataDir], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the station ended by itself')));
  ended.catch(() => undefined);
  const nextMessage = () => Promise.race([once(child, 'message'), ended]);
  await nextMessage();
  return {
    async dispatch(method, call) {
      child.send({ method, call });
      const [message] = await nextMessage();
      return (message as { readonly answer: Answer<unknown> }).answer; // the child says nothing else
    },
    subscribe: () => () => undefined,
    limitFiles(bytes) {
      // The hard limit stays, so that the soft one can be lifted again.
      const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`;
      execFileSync('prlimit', ['--pid', String(child.pid), limit]);
    },
    async close() {
      const exited = once(child, 'exit');
      child.send('close');
      await exited;
    },
  };
}
