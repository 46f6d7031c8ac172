import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How this program is started once more: the runtime, and our folder where we are not packaged. */
export interface ThisProgram {
  readonly file: string;
  readonly args: readonly string[];
}

/** 演练 beside a station: this program again, on a folder and in a window of its own; it ends with this one. */
export interface RehearsalBeside {
  /** Opened twice, the second start finds the first and brings its window to the front. Rejects when it cannot start. */
  open(): Promise<{ readonly url: null }>;
  close(): void;
}

export function createRehearsalBeside({ file, args }: ThisProgram, dataDir: string): RehearsalBeside {
  const running = new Set<ChildProcess>();
  return {
    async open() {
      const child = spawn(file, [...args, '--rehearsal', '--data', dataDir], { stdio: 'ignore' });
      running.add(child);
      child.once('exit', () => running.delete(child));
      await once(child, 'spawn');
      return { url: null };
    },
    close() {
      for (const child of running) child.kill();
    },
  };
}
