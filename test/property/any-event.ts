import fc from 'fast-check';
import { SITE_LISTS, VISITOR_ROLES } from '../../shared/domain/checklist-items.ts';
import { type EventType, eventDataSchemas } from '../../shared/domain/events.ts';
import {
  at,
  MAKE_DAY,
  MAKE_DAY_2021,
  BOX,
  candidateId,
  CHIEF,
  createSimStation,
  INVIGILATOR_1,
  must,
  stationId,
} from '../support/sim-station.ts';
import { TECHNICIAN } from '../support/paper-acts.ts';
import { sealedPaperData } from './sealed-papers.ts';
import { as, type PaperId, type RoomNo, type SeatNo } from '../../shared/ids.ts';

/** An event of any type in its form, about few people, stations and rooms, so that events meet. */
export interface EventDraft {
  readonly type: EventType;
  readonly data: unknown;
  readonly room: RoomNo | null;
  readonly paper: PaperId | null;
}

const candidate = fc.integer({ min: 1, max: 6 }).map(candidateId);
const room = fc.constantFrom('001', '002').map((no) => as<RoomNo>(no));
const paper = fc.constantFrom<PaperId>('theory', 'practical');
const box = fc.constant(BOX);
const maybeBox = fc.option(box);
const hash = fc.constantFrom('a', 'b').map((digit) => digit.repeat(32));
const digest = fc.constantFrom('a', 'b').map((digit) => digit.repeat(64));
const count = fc.nat(5);
const sheet = fc.constantFrom('0A1B2C', '3D4E5F');
const packageNo = fc.constantFrom('0A1B2C', '3D4E5F');
const checkItem = fc.constantFrom('machines', 'desk-labels', 'unheard-of');
const seat = fc.integer({ min: 1, max: 6 }).map((no) => as<SeatNo>(no));
const place = fc.record({ room, seat });
const instant = fc.integer({ min: 0, max: 2_000_000_000_000 });
const said = fc.record({ entry: fc.constantFrom('too-early', 'on-time', 'late', 'closed'), lateMinutes: count });
const eventRef = fc.record({
  station: fc.integer({ min: 1, max: 3 }).map(stationId),
  epoch: fc.constant(1),
  seq: fc.integer({ min: 1, max: 80 }),
});
/** Instants of the morning, whole minutes and others. */
const morning = fc.integer({ min: 0, max: 600 }).map((half) => at('07:00') + half * 30_000);
const approver = fc.constantFrom(CHIEF, INVIGILATOR_1);
const approval = fc.oneof(
  fc.record({ approver, how: fc.constantFrom('present', 'phone') }),
  fc.record({ approver, how: fc.constant('code'), number: fc.integer({ min: 1, max: 3 }) }),
);
const enrolment = {
  candidate,
  papers: fc.constantFrom(['theory'], ['practical'], ['theory', 'practical']),
  level: fc.constantFrom('elementary', 'intermediate', 'advanced'),
  person: box,
  personHash: hash,
  idHash: fc.option(hash),
  marks: fc.constantFrom([], ['id-check-digit']),
};

const someStaff = fc.constantFrom(CHIEF, INVIGILATOR_1, TECHNICIAN);

/** Days of both editions, and one whose rules are not whole: another program's. */
const days = [MAKE_DAY, MAKE_DAY_2021].map((command) => {
  const [made] = must(createSimStation(stationId(7)).act(command, 0, { actor: null }));
  if (made?.type !== 'DayMade') throw new Error('no day was made');
  return made.data;
});
const brokenDays = days.map((day) => ({ ...day, rules: { ...day.rules, values: {} } }));

const dataOf: Readonly<Record<EventType, fc.Arbitrary<unknown>>> = {
  ChainOpened: fc.record({
    label: fc.constantFrom('A', 'B'),
    keyAlg: fc.constant('Ed25519'),
    publicKey: fc.constant('AAAA'),
    previous: fc.constant(null),
    program: fc.constant('test'),
  }),
  DayMade: fc.constantFrom(...days, ...brokenDays),
  StaffEnlisted: fc.record({
    staff: fc.constantFrom(INVIGILATOR_1, TECHNICIAN),
    role: fc.constantFrom('chief', 'invigilator', 'technician'),
    room: fc.option(room),
    person: box,
    pin: box,
  }),
  StationBound: fc.record({
    binding: fc.oneof(fc.record({ kind: fc.constant('room'), room }), fc.constant({ kind: 'office' })),
  }),
  RoomListed: fc.record({ room, place: fc.string({ maxLength: 5 }), expected: count }),
  CandidateEnrolled: fc.record({ ...enrolment, at: place }),
  CandidateCorrected: fc.record({ ...enrolment, alias: fc.option(candidate) }),
  CandidateMoved: fc.record({ ...enrolment, from: place, to: place }),
  CandidateWithdrawn: fc.record({ candidate }),
  CandidateFlagged: fc.record({ candidate, flag: fc.constant('not-in-last-import') }),
  OtherRoomsIndexed: fc.record({
    rooms: fc.dictionary(fc.constantFrom('002', '003'), fc.array(candidate, { maxLength: 2 })),
  }),
  RosterImported: fc.record({
    fileName: box,
    fileHash: hash,
    personRows: count,
    taken: count,
    leftOut: count,
    warnings: count,
    repaired: count,
  }),
  SignalGiven: fc.record({ signal: fc.constantFrom('prepare', 'start', 'end') }),
  MilestoneConfirmed: fc.record({
    milestone: fc.constantFrom('theory:start', 'practical:end-reminder@-10', 'theory:unheard'),
  }),
  CandidateCheckedIn: fc.record({
    candidate,
    seat,
    found: fc.constantFrom('ticket', 'seat', 'id-digits', 'name', 'pinyin', 'list', 'carried-over'),
    checks: fc.record({
      ticket: fc.constantFrom('ok', 'missing'),
      idDocument: fc.constantFrom('ok', 'missing'),
      face: fc.constantFrom('match', 'doubt'),
    }),
    said,
  }),
  EntryRefused: fc.record({
    candidate: fc.option(candidate),
    ticket: maybeBox,
    reason: fc.constantFrom('late', 'too-early', 'documents', 'identity', 'wrong-room', 'not-listed', 'other'),
    said,
    note: maybeBox,
  }),
  ClockSet: fc.record({
    kind: fc.constantFrom('accept-wall', 'official-time'),
    before: instant,
    after: instant,
    wall: instant,
  }),
  ClockRatified: fc.constant({}),
  ActUndone: fc.record({ target: eventRef }),
  PaperIssued: fc.record({
    document: fc.constantFrom('document-1', 'document-2'),
    kind: fc.constantFrom('sign-in-sheet', 'room-record'),
    room,
    copy: fc.integer({ min: 1, max: 3 }),
    pages: fc.constant(1),
    viewDigest: digest,
    heads: fc.constant([]),
  }),
  CandidateMarkedAbsent: fc.record({ candidate }),
  PaperSubmitted: fc.record({ candidate, how: fc.constantFrom('by-candidate', 'full-screen-left') }),
  CandidateLeft: fc.record({
    candidate,
    confirmedBy: fc.constantFrom('invigilator', 'invigilator-and-technician'),
    technician: fc.option(fc.constant(TECHNICIAN)),
  }),
  ViolationRecorded: fc.record({
    candidate,
    code: fc.constantFrom('54', '61', 'X5', '88'),
    measure: fc.constantFrom('warned', 'recorded'),
    discovery: fc.constantFrom('on-site', 'video', 'marking', 'other'),
    facts: maybeBox,
    held: maybeBox,
    isTicketHeld: fc.boolean(),
  }),
  NoteTaken: fc.record({
    kind: fc.constantFrom('login-corrected', 'seat-or-machine', 'equipment', 'incident', 'other'),
    candidate: fc.option(candidate),
    text: box,
  }),
  RegisteredInExamSystem: fc.record({ target: eventRef }),
  PaperCollected: fc.record({
    expected: count,
    present: count,
    late: count,
    absent: count,
    unregistered: count,
    notSubmitted: fc.array(fc.record({ candidate, why: box }), { maxLength: 2 }),
    isConfirmedByTechnician: fc.boolean(),
  }),
  PaperApproved: fc.record({
    kind: fc.constantFrom('sign-in-sheet', 'room-record'),
    contentDigest: digest,
    as: fc.constantFrom('invigilator', 'technician', 'chief'),
    drawing: box,
  }),
  ...sealedPaperData({ box, digest, eventRef, seat, instant }),
  SheetHandedOut: fc.constant({ kind: 'sign-in-sheet' }),
  CandidatePhotoFiled: fc.record({
    candidate,
    sealedDigest: digest,
    width: fc.constant(240),
    height: fc.constant(320),
  }),
  PhotosImported: fc.record({
    session: fc.constant('session-1'),
    filed: count,
    unmatched: count,
    broken: count,
    leftOut: box,
  }),
  CheckCodeGiven: fc.record({
    milestone: fc.constantFrom('theory:start', 'practical:end'),
    head: fc.record({
      station: fc.constant('0'.repeat(16)),
      epoch: fc.constant(1),
      seq: fc.integer({ min: 1, max: 9 }),
      hash: digest,
      signature: fc.constant('AAAA'),
    }),
    code: fc.constantFrom('K7M2QX', '000000'),
  }),
  CheckCodeNoted: fc.record({
    label: fc.constantFrom('A', 'B'),
    epoch: fc.constant(1),
    seq: fc.integer({ min: 1, max: 9 }),
    code: fc.constantFrom('K7M2QX', '000000'),
  }),
  PaperDelayed: fc.record({ startsAt: fc.oneof(morning, instant), why: box, approval }),
  PaperPaused: fc.record({ why: maybeBox }),
  PaperResumed: fc.record({ lostMs: count }),
  PaperExtended: fc.record({
    seats: fc.option(fc.array(seat, { minLength: 1, maxLength: 3 })),
    minutes: fc.integer({ min: 1, max: 60 }),
    movesCutoff: fc.boolean(),
    why: box,
    approval,
  }),
  AdjustmentSetInSystem: fc.record({ target: eventRef, technician: fc.option(fc.constant(TECHNICIAN)) }),
  AdjustmentWithdrawn: fc.record({
    target: eventRef,
    keptMs: fc.constantFrom(0, 90_000, 120_000, 600_000),
    why: box,
    approval,
  }),
  SeatingChosen: fc.record({ mode: fc.constantFrom('stay', 're-enter'), approval }),
  EligibilityCancelled: fc.record({ candidate, violation: eventRef, why: box, approval }),
  AlarmSoundSet: fc.record({ duringExam: fc.boolean() }),
  AnnouncementsLoaded: fc.record({
    texts: fc.array(
      fc.record({ kind: fc.constantFrom('start', 'end'), paper: fc.option(paper), text: fc.constant('开始') }),
      { maxLength: 2 },
    ),
  }),
  LotsDrawn: fc.record({
    algorithm: fc.constant('PS-LOT-1'),
    seed: hash,
    called: fc.constantFrom(null, '7'),
    pool: fc.constantFrom([INVIGILATOR_1], [INVIGILATOR_1, TECHNICIAN]),
    rooms: room.map((no) => [{ room: no, places: 1 }]),
    forbidden: fc.constant([]),
    result: room.map((no) => [{ staff: INVIGILATOR_1, room: no }]),
    shuffles: count,
  }),
  CheckTicked: fc.record({ item: checkItem, count: fc.option(count), note: maybeBox }),
  CheckSetAside: fc.record({ item: checkItem }),
  CheckUnticked: fc.record({ item: checkItem }),
  SiteListWritten: fc.record({ list: fc.constantFrom(...SITE_LISTS), lines: box, count }),
  VisitNoted: fc.record({ role: fc.constantFrom(...VISITOR_ROLES), name: box, about: maybeBox }),
  VisitEnded: fc.record({ visit: eventRef }),
  OfficialSheetChosen: fc.record({ which: fc.constantFrom('platform', 'station') }),
  RecoverySheetIssued: fc.record({ sheet }),
  RecoverySheetChecked: fc.record({ sheet }),
  PinReset: fc.record({ staff: fc.constantFrom(CHIEF, INVIGILATOR_1), pin: box }),
  EnteredByName: fc.record({ staff: fc.constantFrom(CHIEF, INVIGILATOR_1), wrongPins: count }),
  ActRatified: fc.record({ target: eventRef }),
  SeatChanged: fc.record({ candidate, from: seat, to: seat, why: box, approval }),
  PinReplaced: fc.record({ staff: fc.constantFrom(CHIEF, INVIGILATOR_1), pin: box, sheet }),
  DayLocked: fc.record({ sheet, openPapers: count }),
  DayUnlocked: fc.record({ sheet }),
  StaffDescribed: fc.record({ staff: someStaff, isTrained: fc.boolean(), details: box }),
  StaffPosted: fc.record({
    staff: someStaff,
    room: fc.option(room),
    how: fc.constantFrom('assigned', 'lots', 'arrived'),
  }),
  StaffRemoved: fc.record({ staff: someStaff }),
  StaffReplaced: fc.record({ leaves: someStaff, comes: someStaff, room, opinion: box, approval }),
  DutyPhonesListed: fc.record({ phones: box }),
  PackageMade: fc.record({
    package: packageNo,
    rooms: fc.constantFrom([{ room: '001', label: 'B' }], [{ room: '001', label: 'C' }]),
    digest,
    heads: fc.array(eventRef, { maxLength: 2 }),
  }),
  PackageTakenIn: fc.record({
    package: packageNo,
    room,
    head: eventRef.chain((ref) => digest.map((hash) => ({ ...ref, hash }))),
  }),
  ApprovalCodesListed: fc.record({
    room,
    kdf: fc.constant({ n: 16_384, r: 8, p: 1 }),
    codes: fc.constant([{ number: 1, salt: 'AAAA', hash: 'AAAA' }]),
  }),
  PhoneApprovalAnswered: fc.record({
    room,
    number: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('seat', 'extension', 'other'),
  }),
  AnomalySettled: fc.record({ anomaly: fc.constantFrom('verdict-changed:x', 'collection-drifted:y'), note: maybeBox }),
};

/** The types that concern one room's paper: what two stations of a room record without hearing of each other. */
const ROOM_TYPES: readonly EventType[] = [
  'CandidateCheckedIn',
  'EntryRefused',
  'ActUndone',
  'CandidateMarkedAbsent',
  'PaperSubmitted',
  'CandidateLeft',
  'ViolationRecorded',
  'NoteTaken',
  'RegisteredInExamSystem',
  'PaperCollected',
  'PaperApproved',
  'PaperSealed',
  'CorrectionOpened',
  'SheetHandedOut',
  'PaperScanFiled',
  'CandidatePhotoFiled',
  'PhotosImported',
  'PaperDelayed',
  'PaperPaused',
  'PaperResumed',
  'PaperExtended',
  'AdjustmentSetInSystem',
  'AdjustmentWithdrawn',
  'SeatingChosen',
  'EligibilityCancelled',
  'SeatChanged',
  'EnteredByName',
  'ActRatified',
  'CheckCodeGiven',
  'CheckCodeNoted',
  'CheckTicked',
  'CheckSetAside',
  'CheckUnticked',
  'VisitNoted',
  'VisitEnded',
  'OfficialSheetChosen',
];

/** The types that stations record of the whole site, each for itself: who is on the staff, and the day's keys. */
const SITE_TYPES: readonly EventType[] = [
  'StaffEnlisted',
  'StaffDescribed',
  'StaffPosted',
  'StaffRemoved',
  'StaffReplaced',
  'DutyPhonesListed',
  'PinReplaced',
  'PinReset',
  'RecoverySheetIssued',
  'SealCertificateListed',
  'CompanionSealChosen',
  'RecoverySheetChecked',
  'DayLocked',
  'DayUnlocked',
  'LotsDrawn',
  'SiteListWritten',
  'PackageMade',
  'PackageTakenIn',
  'ApprovalCodesListed',
  'PhoneApprovalAnswered',
];

function draftsOf(types: readonly EventType[]): fc.Arbitrary<EventDraft> {
  return fc.constantFrom(...types).chain((type) =>
    fc.record({
      type: fc.constant(type),
      data: dataOf[type],
      room: fc.option(room, { freq: 8 }),
      paper: fc.option(paper, { freq: 8 }),
    }),
  );
}

export const anyEvent: fc.Arbitrary<EventDraft> = draftsOf(Object.keys(eventDataSchemas) as EventType[]); // its keys are the types
export const anyPaperEvent: fc.Arbitrary<EventDraft> = draftsOf(ROOM_TYPES);
export const anySiteEvent: fc.Arbitrary<EventDraft> = draftsOf(SITE_TYPES).map((draft) => ({ ...draft, room: null }));
