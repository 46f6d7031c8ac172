import type { CandidateId, RoomNo } from '../ids.ts';
import { canonicalText } from '../canonical.ts';
import { type Event, type EventType, roomsOf } from './events.ts';
import type { DayState, RoomState } from './state.ts';

/** What every room's station says again in its own chain: what holds on the whole site … */
const SITE_PARTS: readonly EventType[] = ['DayMade', 'AlarmSoundSet', 'AnnouncementsLoaded', 'OfficialSheetChosen'];
/** … who is on the staff, in whichever room: anybody may come to stand in for somebody … */
const STAFF_PARTS: readonly EventType[] = [
  'StaffEnlisted',
  'StaffDescribed',
  'StaffPosted',
  'StaffReplaced',
  'LotsDrawn',
  'DutyPhonesListed',
  'PinReplaced',
  'PinReset',
];
/** … and of its own room. */
const ROOM_PARTS: readonly EventType[] = ['RoomListed', 'AlarmSoundSet', 'AnnouncementsLoaded', 'OfficialSheetChosen'];
const PERSON_PARTS: readonly EventType[] = [
  'CandidateEnrolled',
  'CandidateCorrected',
  'CandidateMoved',
  'CandidateWithdrawn',
  'CandidateFlagged',
  'CandidatePhotoFiled',
];
/** What tells that rosters or photos changed: of the site, though the people are of their rooms. */
const MARKS_OF_CHANGE: readonly EventType[] = ['RosterImported', 'PhotosImported'];

/** Whether a package that does not hold this event is outdated by it (PK3). Of the site's events, not of a room's. */
export function changesPackage({ type }: Pick<Event, 'type'>): boolean {
  return type !== 'DayMade' && [...SITE_PARTS, ...STAFF_PARTS, ...MARKS_OF_CHANGE].includes(type);
}

/**
 * PK1: what a room's station is to begin with, of the day's events in merged order: nobody's but of those on its list now,
 * and of their photos the last. What another room's station has said again already is not said a third time.
 */
export function partsForRoom(state: DayState, room: RoomNo, events: readonly Event[]): readonly Event[] {
  const people = listedIn(state.rooms[room]);
  const said = new Set<string>();
  return events.filter((event) => {
    if (!isPart(event, room, people)) return false;
    const name = sayingOf(event);
    if (said.has(name)) return false;
    said.add(name);
    return true;
  });
}

/** PK2: ticket → room of everybody else's people, by every ticket they have had. */
export function otherRoomsFor(state: DayState, room: RoomNo): Readonly<Record<RoomNo, readonly CandidateId[]>> {
  const index: Record<RoomNo, readonly CandidateId[]> = {};
  for (const other of Object.values(state.rooms)) {
    const people = listedIn(other);
    if (other.room === room || people.size === 0) continue;
    const aliases = Object.entries(other.aliases).filter(([, of]) => people.has(of));
    index[other.room] = [...new Set([...people.keys(), ...aliases.map(([alias]) => alias as CandidateId)])]; // its keys
  }
  return index;
}

/** Rooms that a package is made for: those with people. */
export function roomsWithPeople(state: DayState): readonly RoomNo[] {
  return Object.values(state.rooms)
    .filter((room) => listedIn(room).size > 0)
    .map(({ room }) => room)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** A short name for each room's station: the one it has been given before, else the next that no chain and no room bears. */
export function labelsFor(
  rooms: readonly RoomNo[],
  known: Readonly<Record<RoomNo, string>>,
  chains: readonly string[],
): readonly { readonly room: RoomNo; readonly label: string }[] {
  const taken = new Set([...chains, ...Object.values(known)]);
  let next = 0;
  return rooms.map((room) => {
    const given = known[room];
    if (given !== undefined) return { room, label: given };
    while (taken.has(labelAt(next))) next += 1;
    const label = labelAt(next);
    taken.add(label);
    return { room, label };
  });
}

const LETTERS = 26;

/** A, B, … Z, AA, AB, …, as columns of a table are named. */
function labelAt(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : `${labelAt(Math.floor(index / LETTERS) - 1)}${last}`;
}

/** The digest of the photo that stands, of everybody on the room's list now. */
function listedIn(room: RoomState | undefined): ReadonlyMap<CandidateId, string | null> {
  const listed = Object.values(room?.candidates ?? {}).filter(
    ({ standing }) => standing === 'enrolled' || standing === 'flagged',
  );
  return new Map(listed.map(({ candidate, photo }) => [candidate, photo?.sealedDigest ?? null]));
}

function isPart(event: Event, room: RoomNo, people: ReadonlyMap<CandidateId, string | null>): boolean {
  if (STAFF_PARTS.includes(event.type)) return true;
  const rooms = roomsOf(event);
  if (rooms === 'all') return SITE_PARTS.includes(event.type);
  if (!rooms.includes(room)) return false;
  if (ROOM_PARTS.includes(event.type)) return true;
  if (!PERSON_PARTS.includes(event.type) || !('candidate' in event.data)) return false;
  const candidate = event.data.candidate;
  if (candidate === null || !people.has(candidate)) return false;
  return event.type !== 'CandidatePhotoFiled' || people.get(candidate) === event.data.sealedDigest;
}

/** The same act said twice has the same place in the order and says the same. */
function sayingOf({ hlc, type, data }: Event): string {
  const text = canonicalText({ hlc, type, data });
  return text.ok ? text.value : JSON.stringify([hlc, type, data]);
}
