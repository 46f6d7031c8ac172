import { z } from 'zod';
import { bindingSchema, type Event, isEventLike, roleSchema } from '../domain/events.ts';
import type { CheckedRoster, RosterColumn, RosterProblem } from '../domain/roster.ts';
import {
  candidateIdSchema,
  dateSchema,
  dayIdSchema,
  digestSchema,
  documentIdSchema,
  eventRefSchema,
  instantSchema,
  levelSchema,
  paperSchema,
  roomNoSchema,
  seatNoSchema,
  staffIdSchema,
  stationIdSchema,
} from '../domain/schema-parts.ts';

/** An event as stored here: `arrival` numbers the order in which this station took it in, 1-based, gap-free. */
export const storedEventSchema = z.strictObject({
  arrival: z.int().min(1),
  hash: digestSchema,
  // Checked by its whole schema when it was recorded and when it was read from the journal: a page that starts on a long
  // day takes in thousands at once, so here only what it folds by.
  event: z.custom<Event>(isEventLike),
});
export type StoredEvent = z.infer<typeof storedEventSchema>;

/** 状态灯: good 正常, off 未接入 by choice, attention = should work and does not; `code` says which sentence explains it. */
export const lightSchema = z.strictObject({ state: z.enum(['good', 'off', 'attention']), code: z.string().max(40) });
export const lightsSchema = z.strictObject({
  save: lightSchema,
  print: lightSchema,
  clock: lightSchema,
  power: lightSchema,
  sync: lightSchema,
});
export type Lights = z.infer<typeof lightsSchema>;
export type Light = z.infer<typeof lightSchema>;

export const clockViewSchema = z.strictObject({
  /** Guarded now, UTC ms. */
  nowMs: instantSchema,
  /** Exam seconds per real second: 1, or more in a rehearsal. */
  rate: z.number().min(0).max(1000),
  timeInDoubt: z.boolean(),
  /** What the clock guard saw: a sentence is shown as long as it stands. */
  notice: z
    .strictObject({
      code: z.enum(['jumped-forward', 'wall-behind', 'started-behind', 'official-time']),
      deltaMs: z.int(),
    })
    .nullable(),
});
export type ClockView = z.infer<typeof clockViewSchema>;

export const dayEntrySchema = z.strictObject({
  day: dayIdSchema,
  kind: z.enum(['real', 'rehearsal']),
  title: z.string(),
  date: dateSchema,
});
export type DayEntry = z.infer<typeof dayEntrySchema>;

/** A day whose key is not on this computer. */
export const lockedDaySchema = z.strictObject({
  /** 'locked' = by 锁存考核日; 'missing' = the key is not on this computer; 'damaged' = what is kept as key opens nothing. */
  reason: z.enum(['locked', 'missing', 'damaged']),
  /** The wrapped key beside the records: the numbers of the sheets that open it, none where it is missing or damaged. */
  wrapped: z.enum(['present', 'missing', 'damaged']),
  sheets: z.array(z.string()),
});
export type LockedDayView = z.infer<typeof lockedDaySchema>;

export const statusSchema = z.strictObject({
  program: z.string(),
  /** A rehearsal's station has days of its own kind only. */
  kind: z.enum(['real', 'rehearsal']),
  /** Whether this host can open a rehearsal beside this station. */
  canRehearse: z.boolean(),
  host: z.enum(['browser', 'desktop']),
  /**
   * This station's id, its short name on papers ("A"), and the epoch that it writes in, 0 before the first day: another
   * one than before means that records which a page may have seen are not there any more.
   */
  station: z.strictObject({ id: stationIdSchema, label: z.string(), epoch: z.int().min(0) }),
  /** Days on this computer, newest first. */
  days: z.array(dayEntrySchema),
  current: dayEntrySchema.nullable(),
  /** What is to be set up next; 'ready' = everything for the exam day is there, 'locked' = its key is not. */
  stage: z.enum(['no-day', 'no-roster', 'no-invigilators', 'ready', 'locked']),
  /** Where `stage` is 'locked': why the current day does not open here, and which 恢复单 would open it. */
  locked: lockedDaySchema.nullable(),
  /** Where this computer keeps the day's key: under the operating system's protection, or as private files. */
  keysKeptIn: z.enum(['system', 'files']),
  /** Whether a place for copies is chosen. */
  hasBackupPlace: z.boolean(),
  binding: bindingSchema.nullable(),
  /** Where a room's people came from: a roster file of its own, or the office's package. Null elsewhere. */
  origin: z.enum(['own', 'package']).nullable(),
  lights: lightsSchema,
  clock: clockViewSchema,
});
export type Status = z.infer<typeof statusSchema>;

export const staffCardSchema = z.strictObject({
  staff: staffIdSchema,
  role: roleSchema,
  room: roomNoSchema.nullable(),
  /** Replaced since: he acts no more. Null for everybody else. */
  leftAt: instantSchema.nullable(),
  name: z.string(),
});
export type StaffCard = z.infer<typeof staffCardSchema>;

/** A candidate as the screen may show him: the ID number masked. */
export const candidateCardSchema = z.strictObject({
  candidate: candidateIdSchema,
  room: roomNoSchema,
  seat: seatNoSchema,
  name: z.string(),
  ticket: z.string(),
  idType: z.string(),
  idMasked: z.string(),
  gender: z.string(),
  school: z.string(),
  className: z.string(),
  level: levelSchema,
  papers: z.array(paperSchema),
  marks: z.array(z.string()),
  hasPhoto: z.boolean(),
});
export type CandidateCard = z.infer<typeof candidateCardSchema>;

export const searchResultSchema = z.strictObject({
  /** 'one' selects the person; 'several' are listed, never picked. */
  kind: z.enum(['none', 'one', 'several']),
  how: z.enum(['ticket', 'seat', 'id-digits', 'name', 'pinyin']).nullable(),
  matches: z.array(candidateCardSchema),
  /** A whole ticket number that belongs to another room of this site: the room to send the person to. */
  otherRoom: roomNoSchema.nullable(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** 名单预览: everything the file says, nothing stored yet. */
export const rosterPreviewSchema = z.strictObject({
  preview: z.string(),
  fileName: z.string(),
  titles: z.array(z.string()),
  headingRow: z.int(),
  columns: z.array(z.custom<RosterColumn>()),
  rooms: z.array(z.strictObject({ room: roomNoSchema, place: z.string(), people: z.int() })),
  /** Further sheets that look like rosters and were not read. */
  otherSheets: z.array(z.string()),
  personRows: z.int(),
  takenRows: z.int(),
  /** Every problem, in order of row. */
  problems: z.array(z.custom<RosterProblem>()),
  /** First rows as they will be taken, for a look. */
  sample: z.array(z.custom<CheckedRoster['rows'][number]>()),
  /** Against what is stored already, for the station's present binding; null at a first import. */
  changes: z
    .strictObject({ added: z.int(), corrected: z.int(), moved: z.int(), withdrawn: z.int(), flagged: z.int() })
    .nullable(),
});
export type RosterPreview = z.infer<typeof rosterPreviewSchema>;

/** What a command answers once it is on disk. */
export const receiptSchema = z.strictObject({
  events: z.array(eventRefSchema),
  at: instantSchema,
  /** The last arrival number this command made; the page has seen its effect once it has folded up to it. */
  arrival: z.int(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const issuedDocumentSchema = z.strictObject({
  ...receiptSchema.shape,
  document: documentIdSchema,
  fileName: z.string(),
  pages: z.int(),
  copy: z.int(),
});

/** What became of one picture file. `name` is as the file was called; it may be an ID number. */
export const photoOutcomeSchema = z.strictObject({
  name: z.string(),
  outcome: z.enum([
    /** New, or the person's photo replaced by this one. */
    'filed',
    'replaced',
    /** Stands already exactly so. */
    'same',
    /** Belongs to nobody on this list. */
    'unmatched',
    /** Belongs to somebody of another room of this site. */
    'other-room',
    /** No picture that can be read. */
    'broken',
    /** A second file for one person in this batch. */
    'double',
    'too-large',
  ]),
  candidate: candidateIdSchema.nullable(),
});
export type PhotoOutcome = z.infer<typeof photoOutcomeSchema>;
