import fc from 'fast-check';
import { notYetIn } from '../../shared/domain/collection.ts';
import type { Command, DecideContext } from '../../shared/domain/commands.ts';
import { pendingShifts, shiftsOf, systemTargetOf, withdrawalOf } from '../../shared/domain/course.ts';
import type { NextPaperChoice } from '../../shared/domain/course-commands.ts';
import { nextChange } from '../../shared/domain/timeline.ts';
import type { PaperId } from '../../shared/ids.ts';
import {
  APPROVED,
  cancel,
  chooseSeating,
  delay,
  extend,
  paperOf,
  pause,
  resume,
  seats,
  setInSystem,
  timelineOf,
  withdraw,
} from '../support/course-acts.ts';
import { collect, leave, markAbsent, roomOf, submit, undo, violate } from '../support/paper-acts.ts';
import {
  BOX,
  candidateId,
  checkIn,
  CHIEF,
  INVIGILATOR_2,
  refuseEntry,
  ROOM,
  type SimStation,
} from '../support/sim-station.ts';

export const PEOPLE = 4;

const PEOPLE_ACTS = [
  ...([
    'check-in',
    'check-in',
    'check-in',
    'refuse',
    'absent',
    'absent-all',
    'absent-all',
    'submit',
    'submit',
  ] as const),
  ...(['submit', 'leave', 'leave', 'leave', 'leave', 'collect', 'collect', 'collect', 'violate', 'violate'] as const),
  ...(['cancel', 'carry-over', 'seating', 'undo', 'start'] as const),
];
const COURSE_ACTS = [
  ...(['delay', 'delay', 'pause', 'resume', 'resume', 'extend', 'extend', 'extend-seats', 'extend-seats'] as const),
  ...(['set', 'withdraw', 'withdraw', 'withdraw'] as const),
];

/** One act, of any kind, at any time, well answered or not. */
export const courseStep = fc.record({
  act: fc.oneof(fc.constantFrom(...PEOPLE_ACTS), fc.constantFrom(...COURSE_ACTS)),
  paper: fc.oneof(
    { weight: 3, arbitrary: fc.constant<PaperId>('theory') },
    { weight: 1, arbitrary: fc.constant<PaperId>('practical') },
  ),
  person: fc.integer({ min: 1, max: PEOPLE }),
  /** At once, after the next milestone, or shortly before the paper is over for everybody. */
  when: fc.oneof(
    { weight: 16, arbitrary: fc.constant('soon' as const) },
    { weight: 3, arbitrary: fc.constant('next' as const) },
    { weight: 1, arbitrary: fc.constant('last-minutes' as const) },
  ),
  /** Seconds after that, or before the end. */
  later: fc.nat(240),
  /** Entered so many seconds after it happened; null = at once. */
  late: fc.option(fc.nat(1200), { freq: 6 }),
  minutes: fc.integer({ min: 1, max: 25 }),
  cutoff: fc.constantFrom('moves', 'stays', null),
  next: fc.constantFrom('keep', 'keep', 'delay', null),
  /** Of the whole site, told by the office. */
  isSite: fc.boolean(),
  /** Which of the events or shifts so far it names, from the last one back. */
  back: fc.nat(4),
  /** An end typed for a 撤回, seconds from now; null = none. */
  endsIn: fc.option(fc.nat(240), { freq: 3 }),
});
const LONGER = ['extend', 'extend-seats'] as const;
const arrival = courseStep.map(
  (step) => ({ ...step, act: 'check-in', paper: 'theory', when: 'soon', late: null }) as const,
);

/** Minutes said shortly before the end, and taken back once the end before them is past: an end is asked for. */
const overtime = fc
  .record({ step: courseStep, minutes: fc.integer({ min: 10, max: 25 }), act: fc.constantFrom(...LONGER) })
  .chain(({ step, minutes, act }) => {
    const said = { ...step, paper: 'theory', when: 'last-minutes', late: null, isSite: false, next: 'keep' } as const;
    const endsIn = fc.nat(step.later);
    return endsIn.map((seconds): readonly CourseStep[] => [
      { ...said, act, minutes, cutoff: 'stays' },
      { ...said, act: 'withdraw', back: 0, endsIn: seconds },
    ]);
  });

/** A day: some arrive, the minutes run over or not, then anything happens. */
export const courseScript = fc
  .tuple(
    fc.array(arrival, { maxLength: 6, size: 'max' }),
    fc.oneof({ weight: 7, arbitrary: fc.constant<readonly CourseStep[]>([]) }, { weight: 1, arbitrary: overtime }),
    fc.array(courseStep, { minLength: 20, maxLength: 80, size: 'max' }),
  )
  .map(([arrivals, over, rest]): readonly CourseStep[] => [...arrivals, ...over, ...rest]);

export type CourseStep = typeof courseStep extends fc.Arbitrary<infer Step> ? Step : never;

/** When a step happens after the one at `now`. */
export function nextInstant({ when, later, paper }: CourseStep, station: SimStation, now: number): number {
  switch (when) {
    case 'soon':
      return now + later * 1000;
    case 'next':
      return (nextChange(timelineOf(station), now)?.at ?? now) + later * 1000;
    case 'last-minutes':
      return Math.max(now, paperOf(station, paper).lastEndsAt - later * 1000);
  }
}

export interface CourseAct {
  readonly command: Command;
  readonly context: Partial<DecideContext>;
}

/** What a step comes to on the state as it is. */
export function courseAct(step: CourseStep, station: SimStation, now: number): CourseAct {
  const command = peopleCommand(step, station) ?? shiftCommand(step, station, now);
  const isSite = 'room' in command && command.room === null;
  const isLate = step.late !== null && command.type !== 'undo';
  const isTwo = isLate || step.act === 'violate' || step.act === 'undo';
  return {
    command,
    context: {
      ...(isSite ? ({ binding: { kind: 'office' }, actor: CHIEF } as const) : {}),
      ...(isTwo ? { second: INVIGILATOR_2, reason: BOX } : {}),
      occurredAt: isLate ? now - (step.late ?? 0) * 1000 : null,
    },
  };
}

function peopleCommand(step: CourseStep, station: SimStation): Command | null {
  const { act, paper, person, isSite, back } = step;
  const room = roomOf(station);
  const events = station.events.map(({ event }) => event);
  switch (act) {
    case 'check-in':
      return checkIn(
        person,
        isSite ? { paper, despite: ['absent-before', 'eligibility-cancelled'], approval: APPROVED } : { paper },
      );
    case 'refuse':
      return { ...refuseEntry(person, isSite ? 'late' : 'documents'), paper } as Command;
    case 'absent':
      return { ...markAbsent(person), paper };
    case 'absent-all':
      return { ...markAbsent(), paper, candidates: notYetIn(room, paper).map(({ candidate }) => candidate) };
    case 'submit':
      return submit(person, { paper, how: isSite ? 'full-screen-left' : 'by-candidate' });
    case 'leave':
      return leave(person, { paper, isConfirmedByTechnician: true });
    case 'collect':
      return collect({ paper });
    case 'violate':
      return violate(person, { paper });
    case 'cancel':
      return cancel(person, events.findLast(({ type }) => type === 'ViolationRecorded') ?? events[0]);
    case 'seating':
      return chooseSeating({ mode: isSite ? 're-enter' : 'stay' });
    case 'carry-over':
      return { type: 'carryOver', room: ROOM, paper: 'practical', candidates: [candidateId(person)] };
    case 'start':
      return { type: 'giveSignal', signal: 'start', paper };
    case 'undo':
      return undo(events.at(-1 - back));
    default:
      return null;
  }
}

function shiftCommand(step: CourseStep, station: SimStation, now: number): Command {
  const { act, paper, person, minutes, cutoff, isSite, back } = step;
  const scope = { room: isSite ? null : ROOM, paper };
  const next = nextOf(step, station);
  const { course } = roomOf(station);
  const standing = shiftsOf(course, paper).filter((one) => withdrawalOf(course, one) === null);
  const waiting = pendingShifts(course, paper);
  const shift =
    act === 'set' ? waiting.at(-1 - (back % (waiting.length || 1))) : standing.at(-1 - (back % (standing.length || 1)));
  const named = station.events[0]?.event;
  switch (act) {
    case 'delay': {
      const startsAt = paperOf(station, paper).plannedStartsAt + minutes * 60_000;
      return delay('08:30', { ...scope, next, startsAt });
    }
    case 'pause':
      return pause(scope);
    case 'resume':
      return { ...resume(back === 0 ? null : minutes, { cutoff, next }), ...scope };
    case 'extend-seats':
      return extend(minutes, { paper, next, seats: seats(person, 1 + (person % PEOPLE)) });
    case 'set':
      return {
        ...setInSystem(named, paper),
        target: shift === undefined ? refOf(station) : systemTargetOf(course, shift),
      };
    case 'withdraw': {
      const endsAt = step.endsIn === null ? null : now + step.endsIn * 1000;
      return { ...withdraw(named, { ...scope, next, endsAt }), target: shift?.event ?? refOf(station) };
    }
    default:
      return extend(minutes, { ...scope, cutoff, next });
  }
}

function refOf(station: SimStation) {
  return { station: station.id, epoch: 1, seq: 1 };
}

function nextOf({ next, minutes }: CourseStep, station: SimStation): NextPaperChoice {
  if (next !== 'delay') return next === null ? null : { kind: 'keep' };
  const { theory, practical } = timelineOf(station).papers;
  return { kind: 'delay', startsAt: Math.max(theory.lastEndsAt, practical.startsAt) + minutes * 60_000 };
}
