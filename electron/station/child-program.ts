import { type ChildProcess, fork } from 'node:child_process';

/** What one program needs beside what all of them get. */
interface ProgramNeeds {
  /** Flags of Node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a program of ours (`*-child.ts`) in a process of its own, which may die or be killed; it is spoken to by structured
 * clones. It inherits neither the parent's flags (a debugger's port, a test runner's loader) nor its output: not even a
 * stack trace, which could quote a file.
 */
export function startProgram(url: URL, { flags = [], env = {} }: ProgramNeeds = {}): ChildProcess {
  return fork(url, [], {
    execPath: process.execPath,
    execArgv: [...flags],
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1', ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
