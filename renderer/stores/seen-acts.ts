import type { Receipt } from '../../shared/contract/views.ts';
import { type EventRef, eventKey } from '../../shared/domain/schema-parts.ts';

/** Real time at which this page saw its own acts confirmed: the short way of undoing runs on it. */
const seen = new Map<string, number>();

export function noteActs(receipt: Receipt): void {
  for (const event of receipt.events) seen.set(eventKey(event), performance.now());
}

/** Null for an act that this page did not make itself: another page's, or from before a reload. */
export function seenAtMs(event: EventRef): number | null {
  return seen.get(eventKey(event)) ?? null;
}
