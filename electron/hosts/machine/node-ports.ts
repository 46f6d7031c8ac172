import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Clock, Ids } from '../../station/ports.ts';

/** The computer's own clocks: nothing is scaled, so `monotonic` and `elapsed` differ only in where they read. */
export function createNodeClock(): Clock {
  return {
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    rate: () => 1,
    elapsed: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  };
}

export function createNodeIds(): Ids {
  return { bytes: (count) => randomBytes(count), id: () => randomUUID() };
}
