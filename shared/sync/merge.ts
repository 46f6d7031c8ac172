import { evolveRoom } from '../domain/evolve-room.ts';
import { evolveSite } from '../domain/evolve-site.ts';
import { type Event, roomsOf } from '../domain/events.ts';
import type { Head } from '../domain/schema-parts.ts';
import { type DayState, EMPTY_SITE, emptyRoom, type RoomState, type SiteState } from '../domain/state.ts';
import type { RoomNo } from '../ids.ts';
import { createTrack, extendTrack, type Track } from './track.ts';

/** A day's events folded: the site and each room on a track of its own, so that a late event of one room refolds that room only. */
export interface Fold {
  readonly site: Track<SiteState>;
  readonly rooms: Readonly<Record<RoomNo, Track<RoomState>>>;
  /** Last known head of each chain, by `station/epoch`. */
  readonly heads: Readonly<Record<string, Head>>;
  readonly state: DayState;
}

/** An event and its chain hash: what a fold takes in. */
export interface HashedEvent {
  readonly event: Event;
  readonly hash: string;
}

/** The fold of no events. */
export function createFold(): Fold {
  const site = createTrack(EMPTY_SITE, evolveSite);
  return { site, rooms: {}, heads: {}, state: { site: site.state, rooms: {} } };
}

/**
 * Puts new events in their places and folds what they touch. Any split and any order of arrival of one set of events
 * gives the same state (M1); an event that is already in changes nothing (M2); rooms that are not touched keep their
 * identity.
 */
export function foldEvents(fold: Fold, added: readonly HashedEvent[]): Fold {
  if (added.length === 0) return fold;
  const forAll: Event[] = [];
  const forRoom = new Map<RoomNo, Event[]>();
  for (const { event } of added) {
    const rooms = roomsOf(event);
    if (rooms === 'all') forAll.push(event);
    else for (const room of rooms) listFor(forRoom, room).push(event);
  }
  const site = extendTrack(fold.site, forAll);
  const rooms: Record<RoomNo, Track<RoomState>> = { ...fold.rooms };
  const touched = forAll.length > 0 ? new Set([...knownRooms(fold), ...forRoom.keys()]) : forRoom.keys();
  for (const room of touched) {
    const known = fold.rooms[room];
    const own = forRoom.get(room) ?? [];
    rooms[room] =
      known === undefined
        ? extendTrack(createTrack(emptyRoom(room), evolveRoom), [...site.events, ...own])
        : extendTrack(known, [...forAll, ...own]);
  }
  const states: Record<RoomNo, RoomState> = { ...fold.state.rooms };
  for (const [room, track] of Object.entries(rooms) as [RoomNo, Track<RoomState>][]) states[room] = track.state; // keys are RoomNo
  return { site, rooms, heads: withHeads(fold.heads, added), state: { site: site.state, rooms: states } };
}

function listFor(lists: Map<RoomNo, Event[]>, room: RoomNo): Event[] {
  const list = lists.get(room) ?? [];
  lists.set(room, list);
  return list;
}

function knownRooms(fold: Fold): RoomNo[] {
  return Object.keys(fold.rooms) as RoomNo[]; // keys of a record by RoomNo
}

function withHeads(heads: Fold['heads'], added: readonly HashedEvent[]): Fold['heads'] {
  const next: Record<string, Head> = { ...heads };
  for (const { event, hash } of added) {
    const chain = `${event.station}/${event.epoch}`;
    if ((next[chain]?.seq ?? 0) < event.seq) {
      next[chain] = { station: event.station, epoch: event.epoch, seq: event.seq, hash };
    }
  }
  return next;
}
