import type { CandidateId, RoomNo } from '../ids.ts';
import { canonicalText } from '../canonical.ts';
import { type Event, type EventType, roomsOf } from './events.ts';
import { eventKey } from './schema-parts.ts';
import type { DayState, RoomState } from './state.ts';

/** Why an event of the office is said again in a room's own chain, or is not (PK1). */
export type PackagePart =
  /** Said to the whole site, or to this room. */
  | 'site'
  /** Who is on the staff, in whichever room: anybody may come to stand in for somebody. */
  | 'staff'
  /** Said of this room alone. */
  | 'room'
  /** Of a person on the room's list. */
  | 'person'
  /** Moves or joins the papers, as long as it stands. */
  | 'course'
  /** Not: comes in another form — its people, its photos, what is made for each room anew. */
  | 'in-another-form'
  /** Not: what a station says of itself, its chain, its clock and its keys. */
  | 'of-a-station'
  /** Not: happened in a room while it was open; it comes back with that room's own copies. */
  | 'happened'
  /** Not: names another event by its place in a chain, which that one leaves when it is said again. */
  | 'names-another'
  /** Not: the office's own work. */
  | 'of-the-office';

/** Every event type once. */
export const PACKAGE_PARTS: Readonly<Record<EventType, PackagePart>> = {
  DayMade: 'site',
  AlarmSoundSet: 'site',
  CompanionSealChosen: 'site',
  AnnouncementsLoaded: 'site',
  OfficialSheetChosen: 'site',
  SiteListWritten: 'site',
  StaffEnlisted: 'staff',
  StaffDescribed: 'staff',
  StaffPosted: 'staff',
  StaffRemoved: 'staff',
  StaffReplaced: 'staff',
  LotsDrawn: 'staff',
  DutyPhonesListed: 'staff',
  PinReplaced: 'staff',
  PinReset: 'staff',
  RoomListed: 'room',
  CheckTicked: 'room',
  CheckSetAside: 'room',
  CheckUnticked: 'room',
  CandidateEnrolled: 'person',
  CandidateCorrected: 'person',
  CandidateMoved: 'person',
  CandidateWithdrawn: 'person',
  CandidateFlagged: 'person',
  CandidatePhotoFiled: 'person',
  SeatChanged: 'person',
  PaperDelayed: 'course',
  PaperExtended: 'course',
  SeatingChosen: 'course',
  RosterImported: 'in-another-form',
  PhotosImported: 'in-another-form',
  OtherRoomsIndexed: 'in-another-form',
  ApprovalCodesListed: 'in-another-form',
  ChainOpened: 'of-a-station',
  StationBound: 'of-a-station',
  PackageTakenIn: 'of-a-station',
  ClockSet: 'of-a-station',
  ClockRatified: 'of-a-station',
  RecoverySheetIssued: 'of-a-station',
  RecoverySheetChecked: 'of-a-station',
  DayLocked: 'of-a-station',
  DayUnlocked: 'of-a-station',
  SealCertificateListed: 'of-a-station',
  SignalGiven: 'happened',
  MilestoneConfirmed: 'happened',
  CandidateCheckedIn: 'happened',
  EntryRefused: 'happened',
  CandidateMarkedAbsent: 'happened',
  PaperSubmitted: 'happened',
  CandidateLeft: 'happened',
  ViolationRecorded: 'happened',
  EligibilityCancelled: 'happened',
  NoteTaken: 'happened',
  PaperCollected: 'happened',
  PaperIssued: 'happened',
  PaperApproved: 'happened',
  PaperSealed: 'happened',
  PaperScanFiled: 'happened',
  SheetHandedOut: 'happened',
  PaperPaused: 'happened',
  PaperResumed: 'happened',
  EnteredByName: 'happened',
  CheckCodeGiven: 'happened',
  ActUndone: 'names-another',
  ActRatified: 'names-another',
  AdjustmentSetInSystem: 'names-another',
  AdjustmentWithdrawn: 'names-another',
  RegisteredInExamSystem: 'names-another',
  CorrectionOpened: 'names-another',
  AnomalySettled: 'names-another',
  VisitEnded: 'names-another',
  VisitNoted: 'of-the-office',
  CheckCodeNoted: 'of-the-office',
  PackageMade: 'of-the-office',
  PhoneApprovalAnswered: 'of-the-office',
};

/** What tells that people, photos or the papers' times changed where the event itself does not travel. */
const MARKS_OF_CHANGE: readonly EventType[] = [
  'RosterImported',
  'PhotosImported',
  'SeatChanged',
  'AdjustmentWithdrawn',
];
const OUTDATING: readonly PackagePart[] = ['site', 'staff', 'course'];

/** Whether a package that does not hold this event is outdated by it (PK3). Of the office's events, not of a room's. */
export function changesPackage({ type }: Pick<Event, 'type'>): boolean {
  if (type === 'DayMade') return false;
  return OUTDATING.includes(PACKAGE_PARTS[type]) || MARKS_OF_CHANGE.includes(type);
}

/**
 * PK1: what a room's station is to begin with, of the day's events in merged order: nobody's but of those on its list now,
 * and of their photos the last. What another room's station has said again already is not said a third time.
 */
export function partsForRoom(state: DayState, room: RoomNo, events: readonly Event[]): readonly Event[] {
  const people = listedIn(state.rooms[room]);
  const said = new Set<string>();
  return events.filter((event) => {
    if (!isPart(event, state.rooms[room], people)) return false;
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

function isPart(event: Event, room: RoomState | undefined, people: ReadonlyMap<CandidateId, string | null>): boolean {
  if (room === undefined) return false;
  const rooms = roomsOf(event);
  const isHere = rooms !== 'all' && rooms.includes(room.room);
  switch (PACKAGE_PARTS[event.type]) {
    case 'staff':
      return true;
    case 'site':
      return isHere || rooms === 'all';
    case 'room':
      return isHere;
    case 'person':
      return isHere && isOfPeople(event, people);
    case 'course':
      return (isHere || rooms === 'all') && isStandingIn(room, event);
    default:
      return false;
  }
}

function isOfPeople({ type, data }: Event, people: ReadonlyMap<CandidateId, string | null>): boolean {
  const candidate = 'candidate' in data ? data.candidate : null;
  if (candidate === null || !people.has(candidate)) return false;
  return type !== 'CandidatePhotoFiled' || people.get(candidate) === data.sealedDigest;
}

/** Not taken back and not 撤回: an event that says so stays behind, so what it names does too. */
function isStandingIn({ course }: RoomState, event: Event): boolean {
  const key = eventKey(event);
  const { theory, practical } = course.adjustments;
  return [...theory, ...practical, ...course.seatings].some(
    (one) => eventKey(one.event) === key && !one.isUndone && course.withdrawals[key] === undefined,
  );
}

/** The same act said twice has the same place in the order and says the same. */
function sayingOf({ hlc, type, data }: Event): string {
  const text = canonicalText({ hlc, type, data });
  return text.ok ? text.value : JSON.stringify([hlc, type, data]);
}
