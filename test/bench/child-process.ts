import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of the bench: it speaks first, then answers each message with one of its own. */
export interface BenchChild<Said> {
  /** What it said when it was ready. */
  readonly first: Said;
  readonly ask: (message: unknown) => Promise<Said>;
  /** Resolves when it has ended, whoever ended it. */
  readonly gone: Promise<unknown>;
  /** Ends it as a user would, by SIGTERM; resolves when it is gone. */
  readonly end: () => Promise<void>;
}

/** Starts a script of this folder; rejects when it ends without a word. */
export async function startChild<Said>(
  script: URL,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<BenchChild<Said>> {
  const child = fork(script, [...args], { execArgv: [...flags], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  const hear = async (): Promise<Said> => {
    const heard = await Promise.race([
      once(child, 'message'),
      gone.then(([code]) => Promise.reject(new Error(`${script.pathname} ended with ${String(code)}`))),
    ]);
    return heard[0] as Said; // each script sends one shape only
  };
  return {
    first: await hear(),
    gone,
    ask(message) {
      const answer = hear();
      child.send(message as never);
      return answer;
    },
    async end() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
