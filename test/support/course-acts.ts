import type { Command, DecideContext } from '../../shared/domain/commands.ts';
import type { Approval } from '../../shared/domain/course-events.ts';
import type { Event } from '../../shared/domain/events.ts';
import type { PaperTimeline, Timeline } from '../../shared/domain/timeline-types.ts';
import { as, type PaperId, type SeatNo } from '../../shared/ids.ts';
import { refTo, roomOf } from './paper-acts.ts';
import { at, BOX, candidateId, CHIEF, must, ROOM, type SimStation } from './sim-station.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

const THEORY = { room: ROOM, paper: 'theory' } as const;
/** The chief stands by and approves. */
export const APPROVED: Approval = { approver: CHIEF, how: 'present' };
const ADJUSTING = { next: null, why: BOX, approval: APPROVED } as const;

export function seats(...numbers: readonly number[]): readonly SeatNo[] {
  return numbers.map((no) => as<SeatNo>(no));
}

export function delay(clock: string, overrides: Partial<Of<'delayPaper'>> = {}): Of<'delayPaper'> {
  return { ...THEORY, ...ADJUSTING, type: 'delayPaper', startsAt: at(clock), ...overrides };
}

export function pause(overrides: Partial<Of<'pausePaper'>> = {}): Of<'pausePaper'> {
  return { ...THEORY, type: 'pausePaper', why: BOX, ...overrides };
}

type Extension = NonNullable<Of<'resumePaper'>['extension']>;

/** 恢复; with minutes, the extension that makes up for the pause. */
export function resume(minutes: number | null = null, overrides: Partial<Extension> = {}): Of<'resumePaper'> {
  const extension = minutes === null ? null : { ...ADJUSTING, minutes, cutoff: null, ...overrides };
  return { ...THEORY, type: 'resumePaper', extension };
}

export function extend(minutes: number, overrides: Partial<Of<'extendPaper'>> = {}): Of<'extendPaper'> {
  return { ...THEORY, ...ADJUSTING, type: 'extendPaper', seats: null, minutes, cutoff: null, seen: null, ...overrides };
}

export function setInSystem(event: Event | undefined, paper: PaperId = 'theory'): Of<'setInSystem'> {
  return { type: 'setInSystem', room: ROOM, paper, target: refTo(event), technician: null };
}

export function withdraw(
  event: Event | undefined,
  overrides: Partial<Of<'withdrawAdjustment'>> = {},
): Of<'withdrawAdjustment'> {
  return { ...THEORY, ...ADJUSTING, type: 'withdrawAdjustment', target: refTo(event), endsAt: null, ...overrides };
}

export function chooseSeating(overrides: Partial<Of<'chooseSeating'>> = {}): Of<'chooseSeating'> {
  return { type: 'chooseSeating', room: ROOM, paper: 'practical', mode: 'stay', approval: APPROVED, ...overrides };
}

export function cancel(n: number, violation: Event | undefined): Of<'cancelEligibility'> {
  const people = { candidate: candidateId(n), violation: refTo(violation) };
  return { ...THEORY, ...people, type: 'cancelEligibility', why: BOX, approval: APPROVED };
}

/** Does it at `clock`, and gives its first event. */
export function did(station: SimStation, command: Command, clock: string, context?: Partial<DecideContext>): Event {
  const [first] = must(station.act(command, at(clock), context));
  if (first === undefined) throw new Error('no event');
  return first;
}

export function timelineOf(station: SimStation): Timeline {
  const { timeline } = roomOf(station);
  if (timeline === null) throw new Error('no timeline');
  return timeline;
}

export function paperOf(station: SimStation, paper: PaperId = 'theory'): PaperTimeline {
  return timelineOf(station).papers[paper];
}

/** 'HH:mm:ss[.mmm]' of an instant, Asia/Shanghai. */
export function clockOf(instant: number): string {
  const text = new Date(instant + 28_800_000).toISOString().slice(11, 23);
  return text.endsWith('.000') ? text.slice(0, 8) : text;
}

/** When a milestone is, as a clock reads it; undefined where there is none. */
export function clockAt(station: SimStation, id: string): string | undefined {
  const found = timelineOf(station).milestones.find((one) => one.id === id);
  return found === undefined ? undefined : clockOf(found.at);
}
