import type { Receipt } from '../../shared/contract/views.ts';
import { type EventRef, eventKey } from '../../shared/domain/schema-parts.ts';

/** Real time at which this page saw its own acts confirmed: the short way of undoing runs on it. */
const seen = new Map<string, number>();
const listeners = new Set<() => void>();

export function noteActs(receipt: Receipt): void {
  for (const event of receipt.events) seen.set(eventKey(event), performance.now());
  for (const listener of listeners) listener();
}

/** Calls with every act that this page made: its event may have been on screen before its answer came. */
export function onSeen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null for an act that this page did not make itself: another page's, or from before a reload. */
export function seenAtMs(event: EventRef): number | null {
  return seen.get(eventKey(event)) ?? null;
}
