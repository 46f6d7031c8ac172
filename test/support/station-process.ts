import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClockOrder } from './station-program.ts';

const PROGRAM = fileURLToPath(new URL('./station-program.ts', import.meta.url));
const RENDERER = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/** A real station in a process of its own on a data folder of the test's. */
export class StationProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'proctor-e2e-'));
  #child: ChildProcess | null = null;
  /** Rejects when the process is no more. */
  #ended: Promise<never> = new Promise(() => undefined);

  /** Starts it at this Beijing time; answers its link. */
  async start(time: string): Promise<string> {
    const child = fork(PROGRAM, [this.dataDir, time, RENDERER], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    });
    this.#child = child;
    this.#ended = once(child, 'exit').then(() => Promise.reject(new Error('the station ended by itself')));
    this.#ended.catch(() => undefined);
    const [message] = (await Promise.race([once(child, 'message'), this.#ended])) as [{ url: string }];
    return message.url;
  }

  /** Lets time pass until this Beijing time; from there the clock runs on, or stands still. */
  async setTime(time: string, { runs = true } = {}): Promise<void> {
    await this.#order({ time, isRunning: runs });
  }

  /** Sets the computer's clock on or back without time passing, as a sleep or a hand at the settings does. */
  async jumpWall(jumpMs: number): Promise<void> {
    await this.#order({ jumpMs });
  }

  /** Lets real time pass for the station: what may be undone alone until when runs on it. */
  async elapse(elapseMs: number): Promise<void> {
    await this.#order({ elapseMs });
  }

  /** kill −9: nothing is tidied up. */
  async kill(): Promise<void> {
    const child = this.#running();
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    this.#child = null;
  }

  async end(): Promise<void> {
    if (this.#child !== null) await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #order(order: ClockOrder): Promise<void> {
    const child = this.#running();
    const answered = once(child, 'message');
    child.send(order);
    await Promise.race([answered, this.#ended]);
  }

  #running(): ChildProcess {
    if (this.#child === null) throw new Error('the station is not running');
    return this.#child;
  }
}
