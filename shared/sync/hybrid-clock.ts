import type { Event } from '../domain/events.ts';

/** A hybrid logical clock reading [ms, counter]: it orders events and is never a time. */
export type Hlc = Event['hlc'];

/** What decides an event's place in the merged order. */
export type OrderKey = Pick<Event, 'hlc' | 'station' | 'epoch' | 'seq'>;

/** Before the first event. */
export const HLC_ZERO: Hlc = [0, 0];

/** A remote reading further ahead than this is taken all the same, and said. */
export const MAX_AHEAD_MS = 60_000;

export interface Received {
  readonly hlc: Hlc;
  /** The remote station's clock was more than a minute ahead of ours. */
  readonly isAhead: boolean;
}

/** The reading for a new event of this station: after everything seen, whatever the computer's clock (UTC ms) did. */
export function tick(hlc: Hlc, nowMs: number): Hlc {
  return nowMs > hlc[0] ? [nowMs, 0] : [hlc[0], hlc[1] + 1];
}

/** Takes in a remote event's reading, so that our next event comes after it. */
export function receive(hlc: Hlc, remote: Hlc, nowMs: number): Received {
  const latest = compareHlc(hlc, remote) >= 0 ? hlc : remote;
  return { hlc: tick(latest, nowMs), isAhead: remote[0] - nowMs > MAX_AHEAD_MS };
}

/** Negative when `a` comes first. */
export function compareHlc(a: Hlc, b: Hlc): number {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * The merged order of events, the same on every station: reading, then station, epoch, seq. Stations are compared by
 * code unit, because the order of a locale differs from one computer to the next.
 */
export function compareEvents(a: OrderKey, b: OrderKey): number {
  return compareHlc(a.hlc, b.hlc) || compareText(a.station, b.station) || a.epoch - b.epoch || a.seq - b.seq;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
