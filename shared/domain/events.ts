import { z } from 'zod';
import {
  base64Schema,
  candidateIdSchema,
  commandIdSchema,
  dateSchema,
  dayIdSchema,
  digestSchema,
  documentIdSchema,
  editionSchema,
  eventRefSchema,
  headSchema,
  instantSchema,
  keyedHashSchema,
  levelSchema,
  milestoneIdSchema,
  paperSchema,
  roomNoSchema,
  sealedBoxSchema,
  seatNoSchema,
  printedHeadSchema,
  staffIdSchema,
  stationIdSchema,
  stationLabelSchema,
} from './schema-parts.ts';
import { checkCodeEventSchemas } from './check-code-events.ts';
import { checkEventSchemas } from './checks-events.ts';
import { correctionEventSchemas } from './correction-events.ts';
import { approvalSchema, courseEventSchemas, despiteSchema } from './course-events.ts';
import { keyEventSchemas } from './key-events.ts';
import { lotEventSchemas } from './lots-events.ts';
import { companionSealEventSchemas } from './companion-seal.ts';
import { officialSheetEventSchemas } from './official-sheet-events.ts';
import { packageEventSchemas } from './package-events.ts';
import { peopleEventSchemas } from './people-events.ts';
import { scanEventSchemas } from './scan-events.ts';
import { sealEventSchemas } from './seal-events.ts';
import { SIGNED_PAPER_KINDS, signerRoleSchema } from './signed-papers.ts';
import { staffEventSchemas } from './staff-events.ts';
import type { DayRules } from './rules.ts';

/** 科室绑定: what a station is — one room's PC, or the chief's in the exam office 考务办公室. */
export const bindingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('room'), room: roomNoSchema }),
  z.strictObject({ kind: z.literal('office') }),
]);
export type Binding = z.infer<typeof bindingSchema>;

export const roleSchema = z.enum(['chief', 'deputy', 'invigilator', 'technician', 'inspector']);
export type Role = z.infer<typeof roleSchema>;

/** A day's complete rules as stored in `DayMade`; their values were checked by `resolveRules` before. */
const dayRulesSchema = z.strictObject({
  edition: editionSchema,
  values: z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.array(z.number())])),
  origins: z.record(z.string(), z.enum(['given', 'inherited', 'typed'])),
}) as unknown as z.ZodType<DayRules>; // the record's keys are the keys of Rules, by resolveRules

const enrolment = {
  candidate: candidateIdSchema,
  papers: z.array(paperSchema).min(1),
  level: levelSchema,
  /** A sealed Person. */
  person: sealedBoxSchema,
  /** Keyed hash of the canonical Person: tells a change without opening the box. */
  personHash: keyedHashSchema,
  /** Keyed hash of the ID number, null where the roster has none: finds a person whose ticket changed. */
  idHash: keyedHashSchema.nullable(),
  /** Warnings of the import that stay with the person (RosterProblemCode). */
  marks: z.array(z.string().max(40)),
};
const seatPlace = z.strictObject({ room: roomNoSchema, seat: seatNoSchema });

/** What the three looks at the door found: 准考证, 身份证, 人脸. 'doubt' admits and flags (身份存疑). */
export const entryChecksSchema = z.strictObject({
  ticket: z.enum(['ok', 'missing']),
  idDocument: z.enum(['ok', 'missing']),
  face: z.enum(['match', 'doubt']),
});
export type EntryChecks = z.infer<typeof entryChecksSchema>;

/** What the screen said when the act was confirmed; the verdict itself is derived anew from the merged timeline. */
const saidSchema = z.strictObject({
  entry: z.enum(['too-early', 'on-time', 'late', 'closed']),
  lateMinutes: z.int().min(0),
});

export const refusalReasonSchema = z.enum([
  'late',
  'too-early',
  'documents',
  'identity',
  'wrong-room',
  'not-listed',
  'other',
]);
export type EntryRefusalReason = z.infer<typeof refusalReasonSchema>;

export const documentKindSchema = z.enum(['sign-in-sheet', ...SIGNED_PAPER_KINDS]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** How a paper came to be submitted: by the candidate, or by the exam system when full screen was left (R40). */
export const submissionHowSchema = z.enum(['by-candidate', 'full-screen-left']);
export type SubmissionHow = z.infer<typeof submissionHowSchema>;

/** 经: how a violation was found, as the form asks. */
export const violationDiscoverySchema = z.enum(['on-site', 'video', 'marking', 'other']);
export type ViolationDiscovery = z.infer<typeof violationDiscoverySchema>;

/** 记一笔: what a note is about; the room record lists each kind in its own place. */
export const noteKindSchema = z.enum(['login-corrected', 'seat-or-machine', 'equipment', 'incident', 'other']);
export type NoteKind = z.infer<typeof noteKindSchema>;

/** The data of every event type. Past tense; an event is never changed, a correction is a new event. */
export const eventDataSchemas = {
  /** First event of each epoch; names the last head known of this station's earlier epoch. */
  ChainOpened: z.strictObject({
    label: stationLabelSchema,
    /** What the station's key is of, and with it every signature on this chain's heads. */
    keyAlg: z.literal('Ed25519'),
    publicKey: base64Schema,
    previous: headSchema.nullable(),
    program: z.string().max(40),
  }),
  /** 考核日 made, once, by the chief: edition and complete rules. */
  DayMade: z.strictObject({
    title: z.string().min(1).max(100),
    site: z.string().min(1).max(100),
    plan: z.string().min(1).max(60),
    date: dateSchema,
    rules: dayRulesSchema,
  }),
  /** Staff of the day: name and argon2id PIN hash sealed. */
  StaffEnlisted: z.strictObject({
    staff: staffIdSchema,
    role: roleSchema,
    room: roomNoSchema.nullable(),
    person: sealedBoxSchema,
    pin: sealedBoxSchema,
  }),
  StationBound: z.strictObject({ binding: bindingSchema }),
  RoomListed: z.strictObject({ room: roomNoSchema, place: z.string().max(100), expected: z.int().min(0) }),
  CandidateEnrolled: z.strictObject({ ...enrolment, at: seatPlace }),
  /** Papers, level or person changed; `alias` is the new ticket's keyed hash where the ticket itself changed. */
  CandidateCorrected: z.strictObject({ ...enrolment, alias: candidateIdSchema.nullable() }),
  /** Carries the enrolment, so that a room that never saw the person can take him in. */
  CandidateMoved: z.strictObject({ ...enrolment, from: seatPlace, to: seatPlace }),
  CandidateWithdrawn: z.strictObject({ candidate: candidateIdSchema }),
  /** No longer in the roster but with recorded acts: flagged, never withdrawn. */
  CandidateFlagged: z.strictObject({ candidate: candidateIdSchema, flag: z.enum(['not-in-last-import']) }),
  /** Ticket → room of the other rooms' people, as keyed hashes (= candidate ids): "wrong room" without their data. */
  OtherRoomsIndexed: z.strictObject({
    rooms: z.record(roomNoSchema as unknown as z.ZodString, z.array(candidateIdSchema)),
  }),
  RosterImported: z.strictObject({
    fileName: sealedBoxSchema,
    fileHash: keyedHashSchema,
    personRows: z.int().min(0),
    taken: z.int().min(0),
    leftOut: z.int().min(0),
    warnings: z.int().min(0),
    repaired: z.int().min(0),
  }),
  /** 预备 / 开始 / 终止, given by the chief or heard in the room; shifts nothing by itself. */
  SignalGiven: z.strictObject({ signal: z.enum(['prepare', 'start', 'end']) }),
  /** A milestone of the rail done (read aloud, fetched, announced). */
  MilestoneConfirmed: z.strictObject({ milestone: milestoneIdSchema }),
  CandidateCheckedIn: z.strictObject({
    candidate: candidateIdSchema,
    seat: seatNoSchema,
    /** 'carried-over' = 留座连场: seen in his seat, from the paper before. */
    found: z.enum(['ticket', 'seat', 'id-digits', 'name', 'pinyin', 'list', 'carried-over']),
    checks: entryChecksSchema,
    said: saidSchema,
    /** What stood against it, and who let him in all the same; absent where nothing did. */
    despite: z.array(despiteSchema).min(1).optional(),
    approval: approvalSchema.optional(),
  }),
  /** A person turned away: a fact. `candidate` is null for somebody not on the list. */
  EntryRefused: z.strictObject({
    candidate: candidateIdSchema.nullable(),
    ticket: sealedBoxSchema.nullable(),
    reason: refusalReasonSchema,
    said: saidSchema,
    note: sealedBoxSchema.nullable(),
  }),
  ActUndone: z.strictObject({ target: eventRefSchema }),
  /** A paper drawn and numbered, with exactly the heads printed on it; this station's own is signed. */
  PaperIssued: z.strictObject({
    document: documentIdSchema,
    kind: documentKindSchema,
    room: roomNoSchema,
    copy: z.int().min(1),
    pages: z.int().min(1),
    viewDigest: digestSchema,
    heads: z.array(printedHeadSchema),
    /** Which record it is about, where a room has several papers of the kind. */
    about: eventRefSchema.optional(),
  }),
  /** 缺考登记 of one paper; a check-in that happened in time (补录) outweighs it. */
  CandidateMarkedAbsent: z.strictObject({ candidate: candidateIdSchema }),
  /** 交卷: the answers are in; it is not leaving (C06). */
  PaperSubmitted: z.strictObject({ candidate: candidateIdSchema, how: submissionHowSchema }),
  /** 离场, with who made sure of the submission (R32). `technician` is null where no technician is on the staff list. */
  CandidateLeft: z.strictObject({
    candidate: candidateIdSchema,
    confirmedBy: z.enum(['invigilator', 'invigilator-and-technician']),
    technician: staffIdSchema.nullable(),
  }),
  /**
   * 违纪 (or, measure 'warned', 口头警告) as found. What follows in its procedure (told, signed, reported, decided) are
   * events of their own that name this one.
   */
  ViolationRecorded: z.strictObject({
    candidate: candidateIdSchema,
    /** A code of `violations.ts`: '54', 'X1'. */
    code: z.string().regex(/^([5-8]\d|X\d)$/),
    measure: z.enum(['warned', 'recorded']),
    discovery: violationDiscoverySchema,
    /** 违规事实, sealed; null only for a warning. */
    facts: sealedBoxSchema.nullable(),
    /** 暂扣物品, sealed; null where nothing was held. */
    held: sealedBoxSchema.nullable(),
    /** 准考证暂扣 (R41, C26). */
    isTicketHeld: z.boolean(),
  }),
  /** 记一笔; `candidate` null = the room. */
  NoteTaken: z.strictObject({ kind: noteKindSchema, candidate: candidateIdSchema.nullable(), text: sealedBoxSchema }),
  /** 在监考管理系统已登记: an absence or a violation stands there too. */
  RegisteredInExamSystem: z.strictObject({ target: eventRefSchema }),
  /** 收卷: all submitted but those named, with the counts the screen said (应到 = 实到 + 缺考, 迟到 ⊂ 实到). */
  PaperCollected: z.strictObject({
    expected: z.int().min(0),
    present: z.int().min(0),
    late: z.int().min(0),
    absent: z.int().min(0),
    /** Absences and violations that did not yet stand in the exam system. */
    unregistered: z.int().min(0),
    notSubmitted: z.array(z.strictObject({ candidate: candidateIdSchema, why: sealedBoxSchema })),
    isConfirmedByTechnician: z.boolean(),
  }),
  /** A signer approves what stands on a paper: the digest of its content, and the drawing of the signature, sealed. */
  PaperApproved: z.strictObject({
    kind: documentKindSchema,
    contentDigest: digestSchema,
    as: signerRoleSchema,
    drawing: sealedBoxSchema,
    about: eventRefSchema.optional(),
  }),
  /** 签到表已领取: handed to the room's invigilators in the exam office (R20). */
  SheetHandedOut: z.strictObject({ kind: z.literal('sign-in-sheet') }),
  /** A photo stands sealed in the data folder; its digest is of the sealed bytes. */
  CandidatePhotoFiled: z.strictObject({
    candidate: candidateIdSchema,
    sealedDigest: digestSchema,
    width: z.int().min(1).max(2000),
    height: z.int().min(1).max(2000),
  }),
  /** 导入照片, one batch of a session; the names of unmatched and broken files sealed (a name may be an ID number). */
  PhotosImported: z.strictObject({
    session: commandIdSchema,
    filed: z.int().min(0),
    unmatched: z.int().min(0),
    broken: z.int().min(0),
    leftOut: sealedBoxSchema,
  }),
  AnomalySettled: z.strictObject({ anomaly: z.string().max(200), note: sealedBoxSchema.nullable() }),
  ...checkCodeEventSchemas,
  ...checkEventSchemas,
  ...correctionEventSchemas,
  ...courseEventSchemas,
  ...keyEventSchemas,
  ...staffEventSchemas,
  ...lotEventSchemas,
  ...officialSheetEventSchemas,
  ...packageEventSchemas,
  ...peopleEventSchemas,
  ...scanEventSchemas,
  ...sealEventSchemas,
  ...companionSealEventSchemas,
} as const;

export type EventType = keyof typeof eventDataSchemas;
export type EventData<T extends EventType = EventType> = z.infer<(typeof eventDataSchemas)[T]>;

/** Hybrid logical clock reading [ms, counter]: it only orders events, it is never a time. */
const hlcSchema = z.tuple([instantSchema, z.int().min(0)]);

/** 'name' = chosen from the list at the screen; 'pin' = by the person's own PIN. */
const identifiedBySchema = z.enum(['name', 'pin']);
export type IdentifiedBy = z.infer<typeof identifiedBySchema>;

const envelopeShape = {
  v: z.literal(1),
  day: dayIdSchema,
  station: stationIdSchema,
  epoch: z.int().min(1),
  /** 1-based, gap-free within (day, station, epoch). */
  seq: z.int().min(1),
  /** Null for the station's own acts (opening a chain). */
  command: commandIdSchema.nullable(),
  hlc: hlcSchema,
  /** Recorded at, UTC ms, guarded clock. */
  at: instantSchema,
  /** Happened at; earlier than `at` only with a reason and a second person (补录). */
  occurredAt: instantSchema,
  /** 时间待核: the clock was in doubt when this was recorded. */
  timeInDoubt: z.boolean(),
  /** Why it is entered late or corrected, sealed; null otherwise. */
  reason: sealedBoxSchema.nullable(),
  actor: staffIdSchema.nullable(),
  /** How the station made sure of the actor; null exactly where there is none. */
  actorBy: identifiedBySchema.nullable(),
  /** The second person of a co-signed act. */
  second: staffIdSchema.nullable(),
  secondBy: identifiedBySchema.nullable(),
  /** The room it concerns; null = the whole site. */
  room: roomNoSchema.nullable(),
  paper: paperSchema.nullable(),
  /** What it was decided on: other chains' heads known then, and the paper's instants on screen. */
  basis: z.strictObject({
    heads: z.array(eventRefSchema),
    timeline: z
      .strictObject({
        startsAt: instantSchema,
        endsAt: instantSchema,
        entryOpensAt: instantSchema,
        entryClosesAt: instantSchema,
      })
      .nullable(),
  }),
};

/** The envelope of an event of any type, its data unchecked: what a chain can carry even if this program does not know the type. */
export const envelopeSchema = z.strictObject({
  ...envelopeShape,
  type: z.string().regex(/^[A-Z][A-Za-z]{2,40}$/),
  data: z.record(z.string(), z.unknown()),
});

/**
 * Where an event departs from its form, as a path of field names ('/data/seat'); null when it has its form. Holds for
 * events of the types this program knows; what stands in the fields is not told.
 */
export function findFormFault(event: Event): string | null {
  if (!Object.hasOwn(eventDataSchemas, event.type)) return '/type';
  const envelope = envelopeSchema.safeParse(event);
  if (!envelope.success) return pointer([], envelope.error);
  const data = eventDataSchemas[event.type].safeParse(event.data);
  return data.success ? null : pointer(['data'], data.error);
}

function pointer(above: readonly string[], { issues }: z.ZodError): string {
  return ['', ...above, ...(issues[0]?.path ?? []).map(String)].join('/');
}

/** Whether this has what a merge goes by: for events that a station has checked by the whole schema before. */
export function isEventLike(value: unknown): value is Event {
  if (typeof value !== 'object' || value === null) return false;
  const { type, data, hlc, station, epoch, seq, room } = value as Readonly<Partial<Record<keyof Event, unknown>>>; // any object
  return (
    typeof type === 'string' &&
    typeof data === 'object' &&
    data !== null &&
    Array.isArray(hlc) &&
    hlc.length === 2 &&
    hlc.every(Number.isSafeInteger) &&
    typeof station === 'string' &&
    Number.isSafeInteger(epoch) &&
    Number.isSafeInteger(seq) &&
    (room === null || typeof room === 'string')
  );
}

interface EnvelopeBase extends z.infer<z.ZodObject<typeof envelopeShape>> {}

/** A recorded event of one type, or of any. */
export type Event<T extends EventType = EventType> = {
  [K in T]: Readonly<EnvelopeBase> & { readonly type: K; readonly data: Readonly<EventData<K>> };
}[T];

/** What `decide` answers: an event that still lacks its place in the chain. */
export type NewEvent<T extends EventType = EventType> = {
  [K in T]: {
    readonly type: K;
    readonly data: Readonly<EventData<K>>;
    readonly room: Event['room'];
    readonly paper: Event['paper'];
    readonly occurredAt: number;
  };
}[T];

/** The rooms an event bears on; 'all' = the whole site. */
export function roomsOf(event: Event): 'all' | readonly NonNullable<Event['room']>[] {
  // Who stands in which room is the whole site's to know: he stands in no other.
  if (event.type === 'StaffReplaced') return 'all';
  if (event.type === 'CandidateMoved') return [event.data.from.room, event.data.to.room];
  return event.room === null ? 'all' : [event.room];
}
