import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { CandidateCard, Receipt } from '../../shared/contract/views.ts';
import { registrables } from '../../shared/domain/collection.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { DayState, RoomState } from '../../shared/domain/state.ts';
import type { DocumentId, PaperId, RoomNo, StaffId } from '../../shared/ids.ts';
import { checkInOf, type EnactedDay, readState, ROOM, valueOf } from './day-scenario.ts';

/** Room 001 in theory, the paper that the whole day is told of. */
export const PAPER = { room: ROOM, paper: 'theory' } as const;
/** Its 考场情况记录单. */
export const RECORD = { ...PAPER, kind: 'room-record', about: null } as const;

/** Who is who among the forty: 36 in time, one late, one turned away at the cut-off, two who never come. */
export function castOf({ candidates }: Pick<EnactedDay, 'candidates'>) {
  const at = (index: number): CandidateCard => {
    const card = candidates[index];
    if (card === undefined) throw new Error('room 001 has forty people');
    return card;
  };
  return {
    inTime: candidates.slice(0, 36),
    late: at(36),
    refused: at(37),
    missing: [at(38), at(39)],
    /** Leaves full screen at T+10. */
    forced: at(4),
    /** Looks at the neighbour's screen. */
    violator: at(11),
    /** Is warned only. */
    warned: at(12),
    /** Hands in and leaves at 09:40. */
    early: at(20),
  } as const;
}

export const VIOLATION_FACTS = '多次转头看左侧考生的屏幕，经提醒后再犯';
export const HELD_THING = '写有字的纸条一张';
export const NOTE_TEXT = '座位 09 的鼠标失灵，已更换';

/** One thing that happens at its time. `client` is the station's present one: it may have been restarted since. */
export interface DayStep {
  readonly name: string;
  /** Beijing time. */
  readonly time: string;
  act(client: StationClient, day: EnactedDay): Promise<unknown>;
}

/**
 * One paper of room 001 from the first entry to the filed record (R2022: T 08:30, cut-off 09:00, E 10:00): 应到 40, 实到 37
 * (one late), 缺考 3 (the one turned away among them), a forced submission, a violation by two, a warning, a note, somebody
 * who leaves early, everything ticked, collected, signed by both, printed.
 */
export const WHOLE_DAY: readonly DayStep[] = [
  {
    name: 'thirty-six come in time',
    time: '2022-11-19 08:05',
    act: async (client, day) => {
      for (const card of castOf(day).inTime)
        valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: day.first }));
    },
  },
  { name: 'the chief says prepare', time: '2022-11-19 08:25', act: signal('prepare') },
  { name: 'the paper starts', time: '2022-11-19 08:30', act: signal('start') },
  {
    name: 'one leaves full screen and is submitted by the exam system',
    time: '2022-11-19 08:40',
    act: (client, day) => recordSubmission(client, day, castOf(day).forced, 'full-screen-left'),
  },
  {
    name: 'one comes late',
    time: '2022-11-19 08:42',
    act: async (client, day) =>
      valueOf(await client.invoke('checkIn.confirm', checkInOf(castOf(day).late), { actor: day.first })),
  },
  {
    name: 'one is turned away at the cut-off',
    time: '2022-11-19 09:00',
    act: async (client, day) => valueOf(await client.invoke('entry.refuse', lateRefusal(day), { actor: day.first })),
  },
  {
    name: 'who is not there is marked absent',
    time: '2022-11-19 09:02',
    act: async (client, day) => valueOf(await client.invoke('absence.record', absencesOf(day), { actor: day.first })),
  },
  {
    name: 'a warning, and a violation recorded by two',
    time: '2022-11-19 09:10',
    act: async (client, day) => {
      valueOf(await client.invoke('violation.record', warningOf(day), { actor: day.second }));
      valueOf(await client.invoke('violation.record', violationOf(day), { actor: day.first, second: day.second }));
    },
  },
  {
    name: 'a mouse is changed',
    time: '2022-11-19 09:20',
    act: async (client, day) =>
      valueOf(
        await client.invoke(
          'note.take',
          { ...PAPER, candidate: null, kind: 'equipment', text: NOTE_TEXT },
          { actor: day.first },
        ),
      ),
  },
  {
    name: 'one hands in and leaves',
    time: '2022-11-19 09:40',
    act: async (client, day) => {
      await recordSubmission(client, day, castOf(day).early, 'by-candidate');
      valueOf(await client.invoke('leave.record', leaveOf(castOf(day).early), { actor: day.first }));
    },
  },
  { name: 'what the exam system must know is ticked', time: '2022-11-19 09:45', act: registerAll },
  { name: 'the paper ends', time: '2022-11-19 10:00', act: signal('end') },
  {
    name: 'the paper is collected',
    time: '2022-11-19 10:02',
    act: async (client, day) => valueOf(await client.invoke('paper.collect', collection(), { actor: day.first })),
  },
  {
    name: 'both invigilators sign',
    time: '2022-11-19 10:06',
    act: async (client, day) => {
      await signRecord(client, day.first);
      await signRecord(client, day.second);
    },
  },
  { name: 'the record is printed', time: '2022-11-19 10:08', act: (client, day) => issueRecord(client, day.first) },
];

/** Lives the steps from one (inclusive) to another (exclusive), each at its time. */
export async function liveSteps(
  client: StationClient,
  day: EnactedDay,
  { clock, from = 0, to = WHOLE_DAY.length }: { clock: { setWall(instant: string): void }; from?: number; to?: number },
): Promise<void> {
  for (const step of WHOLE_DAY.slice(from, to)) {
    clock.setWall(step.time);
    await step.act(client, day);
  }
}

function signal(kind: MethodInput<'signal.give'>['signal']): DayStep['act'] {
  return async (client, day) =>
    valueOf(await client.invoke('signal.give', { signal: kind, paper: PAPER.paper }, { actor: day.first }));
}

export function lateRefusal(day: EnactedDay): MethodInput<'entry.refuse'> {
  return { ...PAPER, candidate: castOf(day).refused.candidate, ticket: null, reason: 'late', note: null };
}

export function absencesOf(day: EnactedDay): MethodInput<'absence.record'> {
  const { refused, missing } = castOf(day);
  return { ...PAPER, candidates: [refused, ...missing].map(({ candidate }) => candidate) };
}

/** 旁窥, with a note held back, found on the spot. */
export function violationOf(day: EnactedDay): MethodInput<'violation.record'> {
  return {
    ...PAPER,
    candidate: castOf(day).violator.candidate,
    code: '54',
    measure: 'recorded',
    discovery: 'on-site',
    facts: VIOLATION_FACTS,
    held: HELD_THING,
    isTicketHeld: false,
  };
}

export function warningOf(day: EnactedDay): MethodInput<'violation.record'> {
  return {
    ...PAPER,
    candidate: castOf(day).warned.candidate,
    code: '55',
    measure: 'warned',
    discovery: 'on-site',
    facts: null,
    held: null,
    isTicketHeld: false,
  };
}

export function leaveOf({ candidate }: CandidateCard): MethodInput<'leave.record'> {
  return { ...PAPER, candidate, isConfirmedByTechnician: true, technician: null };
}

export function collection(
  notSubmitted: MethodInput<'paper.collect'>['notSubmitted'] = [],
): MethodInput<'paper.collect'> {
  return { ...PAPER, notSubmitted, isConfirmedByTechnician: true };
}

async function recordSubmission(
  client: StationClient,
  day: EnactedDay,
  { candidate }: CandidateCard,
  how: MethodInput<'submission.record'>['how'],
): Promise<Receipt> {
  return valueOf(await client.invoke('submission.record', { ...PAPER, candidate, how }, { actor: day.first }));
}

/** Room 001 of a day's state. */
export function room001(state: DayState): RoomState {
  const room = state.rooms[ROOM];
  if (room === undefined) throw new Error('room 001 is not here');
  return room;
}

/** Absences and violations that are not ticked yet. */
export function openTicks(state: DayState): readonly EventRef[] {
  return registrables(room001(state), PAPER.paper)
    .filter(({ registered }) => registered === null)
    .map(({ act }) => act.event);
}

async function registerAll(client: StationClient, day: EnactedDay): Promise<void> {
  const targets = [...openTicks(await readState(client))];
  valueOf(await client.invoke('examSystem.register', { ...PAPER, targets }, { actor: day.first }));
}

/** Two strokes, as a hand in a hurry draws them. */
export const SOME_DRAWING: Drawing = {
  aspect: 3,
  strokes: [
    [120, 80, 240, 160, 260, 300],
    [400, 90, 520, 200, 700, 120],
  ],
};

/** The record as it stands now, with who has signed exactly this, in the order of its lines. */
export async function previewRecord(
  client: StationClient,
  actor: StaffId | null,
  place: { readonly room?: RoomNo; readonly paper?: PaperId } = {},
) {
  const preview = valueOf(await client.invoke('signedPaper.preview', { ...RECORD, ...place }, { actor }));
  const { content, lines } = preview;
  if (content.kind !== 'room-record') throw new Error('no record');
  return { ...preview, content, signed: lines.filter(({ at }) => at !== null) };
}

/** Signs the record exactly as it stands. */
export async function signRecord(
  client: StationClient,
  actor: StaffId,
  { drawing = SOME_DRAWING, paper = PAPER.paper }: { drawing?: Drawing; paper?: PaperId } = {},
): Promise<Receipt> {
  const place = { ...RECORD, paper };
  const { contentDigest } = valueOf(await client.invoke('signedPaper.preview', place, { actor }));
  return valueOf(await client.invoke('signedPaper.approve', { ...place, contentDigest, drawing }, { actor }));
}

/** Prints the record and answers its number. */
export async function issueRecord(
  client: StationClient,
  actor: StaffId,
  { paper = PAPER.paper }: { paper?: PaperId } = {},
): Promise<DocumentId> {
  return valueOf(await client.invoke('signedPaper.issue', { ...RECORD, paper }, { actor })).document;
}

/** Seals the record exactly as it stands and answers its number. */
export async function sealRecord(client: StationClient, actor: StaffId): Promise<DocumentId> {
  const { contentDigest } = valueOf(await client.invoke('signedPaper.preview', RECORD, { actor }));
  return valueOf(await client.invoke('signedPaper.seal', { ...RECORD, contentDigest }, { actor })).document;
}
