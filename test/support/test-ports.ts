import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Ports, SecretStore } from '../../electron/station/ports.ts';
import { TestClock } from './test-clock.ts';
import { createTestLogger, type TestLogger } from './test-logger.ts';

/** Ports whose time, log and secrets the test holds in its hand. */
export interface TestPorts extends Ports {
  readonly clock: TestClock;
  readonly logger: TestLogger;
}

export interface TestPortsParts {
  readonly dataDir: string;
  /** Default: the day's morning, 2022-11-19 07:50 in Beijing. */
  readonly clock?: TestClock;
  /** Give the same one to a restarted station; default: a new, empty one. */
  readonly secrets?: SecretStore;
  /** Default: no 重启自检. */
  readonly boot?: Ports['boot'];
  /** Default: a disk with room, whatever this computer's has. */
  readonly freeBytes?: Ports['freeBytes'];
  /** Default: nothing is plugged in. */
  readonly listDrives?: Ports['listDrives'];
}

export function createTestPorts({ dataDir, clock, secrets, boot, freeBytes, listDrives }: TestPortsParts): TestPorts {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return {
    clock: clock ?? new TestClock('2022-11-19 07:50'),
    ids: { bytes: (count) => randomBytes(count), id: () => randomUUID() },
    secrets: secrets ?? createMemorySecretStore(),
    logger: createTestLogger(),
    dataDir,
    host: 'browser',
    pinCost: CHEAP_PINS,
    codeCost: CHEAP_CODES,
    packageCost: CHEAP_CODES.n,
    rehearsal: null,
    openRehearsal: null,
    openBigScreen: null,
    boot: boot ?? null,
    freeBytes: freeBytes ?? plentyOfRoom,
    listDrives: listDrives ?? (async () => []),
    keepAwake: null,
  };
}

/** A test makes hundreds of people; what a PIN's hash costs in earnest is the hosts' and one test's matter. */
const CHEAP_PINS = { memoryCost: 64, timeCost: 1, parallelism: 1 };
/** The same of the codes that a room gets with a package, and of the one that opens its envelope. */
const CHEAP_CODES = { n: 1024, r: 8, p: 1 };

/** A disk that is never short of room. */
export async function plentyOfRoom(): Promise<number> {
  return 50e9;
}

/** Secrets that last as long as the object. */
export function createMemorySecretStore(): SecretStore {
  const secrets = new Map<string, Uint8Array>();
  return {
    read: (name) => secrets.get(name)?.slice() ?? null,
    write: (name, secret) => void secrets.set(name, secret.slice()),
    destroy: (name) => void secrets.delete(name),
  };
}
