import type { RoomNo, StaffId } from '../ids.ts';
import { confirmationOf } from './act-base.ts';
import type { Event, EventData } from './events.ts';
import type { LotTask } from './lots-draw.ts';
import type { SealedBox } from './schema-parts.ts';
import { posted } from './staff-state.ts';
import { invigilatorsWanted } from './staffing.ts';
import { inOrder, isOverAt } from './timeline.ts';
import type { Confirmation, DayState, SiteState, StaffInfo } from './state.ts';

/** One 抽签 as it was drawn; the last in merged order stands. */
export interface LotDraw extends Confirmation {
  readonly drawn: EventData<'LotsDrawn'>;
  /** Why it was drawn again; null for the first. */
  readonly reason: SealedBox | null;
}

/** Takes a draw in: its people have the rooms that they drew. One draw told by two chains is one. */
export function evolveLots(site: SiteState, event: Event<'LotsDrawn'>): SiteState {
  if (site.lots.some(({ drawn }) => drawn.seed === event.data.seed)) return site;
  const staff: Record<StaffId, StaffInfo> = { ...site.staff };
  const rooms = new Map(event.data.result.map((one) => [one.staff, one.room]));
  for (const id of event.data.pool) {
    const known = staff[id];
    // Whoever was replaced meanwhile stays away.
    if (known === undefined || known.leftAt !== null) continue;
    staff[id] = posted(known, { room: rooms.get(id) ?? null, since: event.occurredAt });
  }
  const draw = { ...confirmationOf(event), drawn: event.data, reason: event.reason };
  return { ...site, staff, lots: [...site.lots, draw] };
}

/**
 * Whom and what lots are drawn for now (R20): invigilators without a room who were trained, and those whom the last draw
 * put where they are; the rooms' places (R02) that nobody else holds. In order of id and of number.
 */
export function lotTaskOf(state: DayState): Omit<LotTask, 'forbidden'> {
  const { day, staff, lots } = state.site;
  const last = new Map(lots.at(-1)?.drawn.result.map((one) => [one.staff, one.room]));
  const present = Object.values(staff).filter(({ role, leftAt }) => role === 'invigilator' && leftAt === null);
  const isDrawn = (one: StaffInfo) => one.isTrained && (one.room === null || last.get(one.staff) === one.room);
  const pool = present.filter(isDrawn).map((one) => one.staff);
  const held = Object.groupBy(
    present.filter((one) => !isDrawn(one)),
    (one) => one.room ?? '',
  );
  const rooms = Object.values(state.rooms).flatMap(({ room, expected }) => {
    const places = (day === null ? 0 : invigilatorsWanted(day.rules.values, expected)) - (held[room]?.length ?? 0);
    return places > 0 ? { room, places } : [];
  });
  return { pool: pool.toSorted(), rooms: rooms.toSorted(byRoom) };
}

/**
 * LO4: since when people come into a room or write in one, by any room's course; null while nobody does. From then on
 * nobody is drawn away from those whom he has let in.
 */
export function entryUnderWay({ rooms, site }: DayState, now: number): number | null {
  const papers = [site.common, ...Object.values(rooms)].flatMap(({ timeline }) =>
    timeline === null ? [] : inOrder(timeline),
  );
  const open = papers.filter((paper) => now >= paper.entryOpensAt && !isOverAt(paper, now));
  return open.length === 0 ? null : Math.min(...open.map(({ entryOpensAt }) => entryOpensAt));
}

function byRoom(a: { readonly room: RoomNo }, b: { readonly room: RoomNo }): number {
  return a.room < b.room ? -1 : 1;
}
