import { confirmationOf } from './act-base.ts';
import { checkItemsOf, type CheckItem, type SiteList, type VisitorRole, wantedCount } from './checklist-items.ts';
import type { Event } from './events.ts';
import type { Rules } from './rules.ts';
import { type EventRef, eventKey, type SealedBox } from './schema-parts.ts';
import type { Confirmation } from './state.ts';

/** 考前检查 and 来访 of one room, or of the site. */
export interface ChecksState {
  /** By item; the last word in merged order. */
  readonly entries: Readonly<Record<string, CheckEntry>>;
  /** Lists that were written; the others are the program's own. Of the site alone. */
  readonly lists: Readonly<Partial<Record<SiteList, WrittenList>>>;
  readonly visits: readonly Visit[];
  /** Ended visits by their event's key, also where the visit is not known here (yet). */
  readonly ended: Readonly<Record<string, Confirmation>>;
}

export interface CheckEntry extends Confirmation {
  readonly says: 'ticked' | 'set-aside' | 'reopened';
  readonly count: number | null;
  readonly note: SealedBox | null;
  readonly reason: SealedBox | null;
}

export interface WrittenList extends Confirmation {
  readonly lines: SealedBox;
  readonly count: number;
}

export interface Visit extends Confirmation {
  readonly role: VisitorRole;
  readonly name: SealedBox;
  readonly about: SealedBox | null;
}

export const EMPTY_CHECKS: ChecksState = { entries: {}, lists: {}, visits: [], ended: {} };

type CheckEvent = Event<
  'CheckTicked' | 'CheckSetAside' | 'CheckUnticked' | 'SiteListWritten' | 'VisitNoted' | 'VisitEnded'
>;

/** One step in merged order; the caller hands each event to the room or the site that it names. */
export function evolveChecks(checks: ChecksState, event: CheckEvent): ChecksState {
  switch (event.type) {
    case 'CheckTicked': {
      const { item, count, note } = event.data;
      return withEntry(checks, item, { ...confirmationOf(event), says: 'ticked', count, note, reason: event.reason });
    }
    case 'CheckSetAside':
    case 'CheckUnticked': {
      const says = event.type === 'CheckSetAside' ? 'set-aside' : 'reopened';
      const entry = { ...confirmationOf(event), says, count: null, note: null, reason: event.reason } as const;
      return withEntry(checks, event.data.item, entry);
    }
    case 'SiteListWritten': {
      const { list, lines, count } = event.data;
      return { ...checks, lists: { ...checks.lists, [list]: { ...confirmationOf(event), lines, count } } };
    }
    case 'VisitNoted':
      return { ...checks, visits: [...checks.visits, { ...confirmationOf(event), ...event.data }] };
    case 'VisitEnded': {
      const visit = eventKey(event.data.visit);
      if (checks.ended[visit] !== undefined) return checks;
      return { ...checks, ended: { ...checks.ended, [visit]: confirmationOf(event) } };
    }
  }
}

function withEntry(checks: ChecksState, item: string, entry: CheckEntry): ChecksState {
  return { ...checks, entries: { ...checks.entries, [item]: entry } };
}

/** How an item stands: 'short' = ticked, with fewer than there should be. */
export interface CheckStanding {
  readonly item: CheckItem;
  readonly status: 'open' | 'ticked' | 'short' | 'set-aside';
  /** How many there should be; null where nothing is counted. */
  readonly wanted: number | null;
  readonly entry: CheckEntry | null;
}

/** All items of a room with so many `people`, or of the site, in the order in which they are done (CL1). */
export function checkStandings(
  { entries }: Pick<ChecksState, 'entries'>,
  { scope, people, rules }: { readonly scope: CheckItem['scope']; readonly people: number; readonly rules: Rules },
): readonly CheckStanding[] {
  return checkItemsOf(scope).map((item) => {
    const entry = entries[item.id] ?? null;
    const wanted = wantedCount(item.id, people, rules);
    return { item, status: statusOf(entry, wanted), wanted, entry };
  });
}

function statusOf(entry: CheckEntry | null, wanted: number | null): CheckStanding['status'] {
  if (entry === null || entry.says === 'reopened') return 'open';
  if (entry.says === 'set-aside') return 'set-aside';
  return wanted !== null && (entry.count ?? 0) < wanted ? 'short' : 'ticked';
}

/** What still needs somebody: open, or short of machines. */
export function isCheckOpen({ status }: Pick<CheckStanding, 'status'>): boolean {
  return status === 'open' || status === 'short';
}

/** When a visitor left; null while he is there. */
export function leftOf(
  { ended }: Pick<ChecksState, 'ended'>,
  visit: { readonly event: EventRef },
): Confirmation | null {
  return ended[eventKey(visit.event)] ?? null;
}

/** Whether this names a visit that is noted here. */
export function findVisit({ visits }: Pick<ChecksState, 'visits'>, ref: EventRef): Visit | undefined {
  const key = eventKey(ref);
  return visits.find(({ event }) => eventKey(event) === key);
}
