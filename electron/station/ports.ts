import type { ScryptFigures } from '../../shared/domain/package-events.ts';
import type { PinCost } from './keys/pin.ts';

/** Three readings of time. `wall` and `monotonic` move together in a rehearsal or a test; `elapsed` is always real. */
export interface Clock {
  /** The computer's own idea of now, UTC ms. */
  wall(): number;
  /** Milliseconds since some instant; never jumps, scaled like `wall`. */
  monotonic(): number;
  /** Exam seconds per real second: 1; a rehearsal or a test may run faster or stand still (0). */
  rate(): number;
  /** Real milliseconds since some instant: undo, back-off and idle lock run on it. */
  elapsed(): number;
}

/** Randomness. */
export interface Ids {
  /** Cryptographically random bytes. */
  bytes(count: number): Uint8Array;
  /** A fresh id, [0-9a-z-]{36}. */
  id(): string;
}

/** Keeps small secrets machine-bound: the OS store on the desktop, 0600 files in the browser host. Names: [a-z0-9-.]. */
export interface SecretStore {
  /** The secret's bytes, or null when there is none. */
  read(name: string): Uint8Array | null;
  /** Durable (synced) when it returns. */
  write(name: string, secret: Uint8Array): void;
  destroy(name: string): void;
  /** Set where the system's own store was to keep them and there is none, so that they lie in private files after all. */
  readonly isWithoutSystem?: true;
}

/** One line an entry, JSON fields without personal data. */
export interface Logger {
  log(
    level: 'info' | 'warn' | 'error',
    event: string,
    fields?: Readonly<Record<string, string | number | boolean | null>>,
  ): void;
}

/** The exam clock of a rehearsal; no real station has one (design: nothing moves the clock of a real day). */
export interface RehearsalClock {
  /** Exam seconds per real second. Wall and monotonic stay continuous. */
  setRate(rate: 1 | 10 | 60): void;
  /** Goes on from this instant, UTC ms; wall and monotonic move together. Never back: false and nothing happens. */
  jumpTo(instantMs: number): boolean;
  /** Begins at this instant, UTC ms, earlier ones too: for a folder in which nothing is recorded yet. */
  startAt(instantMs: number): void;
}

/** One running of the operating system, from its start to its end. */
export interface Boot {
  /** Which computer, opaque: what was carried to another one has not been through a restart. */
  readonly computer: string;
  /** The system's own name of it, another one at each start; null where it gives none. */
  readonly id: string | null;
  /** Real milliseconds since the system was started. */
  readonly uptimeMs: number;
}

/** What a host gives to the station. */
export interface Ports {
  /** What hashing a PIN costs: `PIN_COST` everywhere but in tests. */
  readonly pinCost: PinCost;
  /** How slow a 电话批准码 is to guess; without it as slow as in earnest. A test makes hundreds. */
  readonly codeCost?: ScryptFigures;
  /** scrypt's N of a room's code 考场口令, a power of two; without it `PACKAGE_COST`, which is also the most. */
  readonly packageCost?: number;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: SecretStore;
  readonly logger: Logger;
  /** The data folder; absolute, exists, private to this user. */
  readonly dataDir: string;
  readonly host: 'browser' | 'desktop';
  /** Null for a real station; with it every day made here is a rehearsal, marked so in every hash. */
  readonly rehearsal: RehearsalClock | null;
  /** Opens 演练 beside this station and answers its link (null: it has a window of its own); null where it cannot. */
  readonly openRehearsal: (() => Promise<{ readonly url: string | null }>) | null;
  /** 大屏: opens the host's own second window and answers how many screens it sees; null where a page of the browser does. */
  readonly openBigScreen: (() => Promise<{ readonly displays: number | null }>) | null;
  /** This running of the computer; null where nothing is to be learnt of restarts, and 重启自检 is left out. */
  readonly boot: (() => Boot) | null;
  /** What may still be written on the data folder's disk, bytes; rejects where it cannot be asked. */
  readonly freeBytes: () => Promise<number>;
  /** Sticks and disks besides the one that the system runs from; never rejects. */
  readonly listDrives: () => Promise<readonly { readonly path: string; readonly name: string }[]>;
  /** Told at each change whether the computer must not fall asleep; null where the page sees to it itself. */
  readonly keepAwake: ((isNeeded: boolean) => void) | null;
}
