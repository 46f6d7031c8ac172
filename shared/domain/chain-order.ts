import type { EventRef } from './schema-parts.ts';

/** A record with its place and its instant. */
interface Recorded {
  readonly event: EventRef;
  /** UTC ms. */
  readonly at: number;
}

/** Of one station's events. Instants do not tell: a clock that was set back gives later events smaller ones. */
export function isLaterOnChain(later: EventRef, earlier: EventRef): boolean {
  if (later.station !== earlier.station) return false;
  return later.epoch > earlier.epoch || (later.epoch === earlier.epoch && later.seq > earlier.seq);
}

/** On one chain its place tells which was recorded later, between two stations their instants, the same ones included. */
export function isRecordedAfter(later: Recorded, earlier: Recorded): boolean {
  if (later.event.station === earlier.event.station) return isLaterOnChain(later.event, earlier.event);
  return later.at >= earlier.at;
}
