import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOf, isPresent } from '../../shared/domain/attendance.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { findShift, isPending, type Shift, shiftsOf, withdrawalOf } from '../../shared/domain/course.ts';
import type { Event, EventType } from '../../shared/domain/events.ts';
import { eventKey } from '../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../shared/domain/state.ts';
import { inRoom } from '../../shared/domain/submission.ts';
import { isPausedAt, timelineOfSeat } from '../../shared/domain/timeline.ts';
import type { PaperTimeline, Timeline } from '../../shared/domain/timeline-types.ts';
import { PAPER_IDS, type PaperId } from '../../shared/ids.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { delay, extend, paperOf, seats, timelineOf, withdraw } from '../support/course-acts.ts';
import { refTo, roomOf } from '../support/paper-acts.ts';
import {
  at,
  createReadyRoom,
  MAKE_DAY,
  MAKE_DAY_2021,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../support/sim-station.ts';
import { courseAct, courseScript, nextInstant, PEOPLE } from './a-course.ts';

/** What came about in all runs together: a law about nothing proves nothing. */
type Seen = Map<string, number>;

function note(seen: Seen, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}

/** Entries told by the accepted and refused commands alone, without evolve. */
class Door {
  /** Standing entries by event key. */
  readonly #entries = new Map<
    string,
    { readonly who: string; readonly step: number; readonly isAdmissible: boolean; readonly isCarriedOver: boolean }
  >();
  /** Entries that a 离场重进 took back, by that choice. */
  readonly #sentOut = new Map<string, readonly string[]>();
  /** The last step at which somebody was turned away, by person and paper. */
  readonly #turnedAway = new Map<string, number>();
  #step = 0;

  next(): void {
    this.#step += 1;
  }

  take(event: Event, before: Timeline): void {
    if (event.type === 'ActUndone') {
      this.#entries.delete(eventKey(event.data.target));
      this.#sentOut.delete(eventKey(event.data.target));
    }
    if (event.paper === null) return;
    const later = ` ${event.paper}`;
    if (event.type === 'SeatingChosen' && event.data.mode === 're-enter') {
      const carried = [...this.#entries].filter(([, { who, isCarriedOver }]) => isCarriedOver && who.endsWith(later));
      this.#sentOut.set(
        eventKey(event),
        carried.map(([key]) => key),
      );
    }
    const { entryOpensAt, entryClosesAt } = before.papers[event.paper];
    const isInTime = entryOpensAt <= event.occurredAt && event.occurredAt < entryClosesAt;
    if (event.type === 'EntryRefused') this.turnAway(`${event.data.candidate} ${event.paper}`);
    if (event.type !== 'CandidateCheckedIn') return;
    this.#entries.set(eventKey(event), {
      who: `${event.data.candidate} ${event.paper}`,
      step: this.#step,
      isAdmissible: isInTime,
      isCarriedOver: event.data.found === 'carried-over',
    });
  }

  #standing() {
    const gone = [...this.#sentOut.values()].flat();
    return [...this.#entries].flatMap(([key, entry]) => (gone.includes(key) ? [] : [entry]));
  }

  turnAway(who: string): void {
    if (!this.#standing().some((entry) => entry.who === who)) this.#turnedAway.set(who, this.#step);
  }

  count(paper: PaperId): number {
    const inPaper = this.#standing().filter(({ who }) => who.endsWith(` ${paper}`));
    return new Set(inPaper.map(({ who }) => who)).size;
  }

  /** Whoever the state has in the room without having come in after he was turned away, when he might. */
  wronglyIn(room: RoomState): readonly string[] {
    const wrong: string[] = [];
    const standing = this.#standing();
    for (const paper of PAPER_IDS)
      for (const candidate of Object.values(room.candidates)) {
        const who = `${candidate.candidate} ${paper}`;
        const entries = standing.filter((entry) => entry.who === who);
        const since = this.#turnedAway.get(who) ?? -1;
        const isRight = entries.every(({ step, isAdmissible }) => isAdmissible && step > since);
        if (isPresent(attendanceOf(candidate, paper)) !== entries.length > 0 || !isRight) wrong.push(who);
      }
    return wrong;
  }
}

function expectWindows({ papers }: Timeline): void {
  for (const { startsAt, endsAt, lastEndsAt, entryOpensAt, entryClosesAt } of Object.values(papers)) {
    expect(endsAt).toBeGreaterThanOrEqual(startsAt);
    expect(lastEndsAt).toBeGreaterThanOrEqual(endsAt);
    expect(entryOpensAt).toBeLessThanOrEqual(startsAt);
    expect(entryClosesAt).toBeGreaterThanOrEqual(startsAt);
  }
}

/** The paper as if neither this delay or extension nor its 撤回 had ever been said. */
function withoutShift(station: SimStation, shift: Shift, withdrawal: Event): PaperTimeline {
  const key = eventKey(shift.event);
  const back = eventKey(withdrawal);
  const left = station.events.filter(({ event }) => {
    const target = event.type === 'AdjustmentSetInSystem' ? eventKey(event.data.target) : null;
    return ![key, back].includes(eventKey(event)) && target !== key && target !== back;
  });
  const timeline = foldEvents(createFold(), left).state.rooms[ROOM]?.timeline;
  if (timeline === null || timeline === undefined) throw new Error('no timeline');
  return timeline.papers[shift.paper];
}

/** What a technician has ticked of it is another matter. */
function untold({ isStartPending: _start, isEndPending: _end, ...paper }: PaperTimeline) {
  return { ...paper, seatEnds: paper.seatEnds.map(({ isPending: _seat, ...end }) => end) };
}

/** The first of the ends that a shift moves. */
function endOf(paper: PaperTimeline, { kind, ...shift }: Shift): number {
  if (kind === 'delay' || !('seats' in shift) || shift.seats === null) return paper.endsAt;
  return Math.min(...shift.seats.map((seat) => timelineOfSeat(paper, seat).endsAt));
}

interface Withdrawn {
  readonly event: Event<'AdjustmentWithdrawn'>;
  readonly before: RoomState;
  readonly command: Extract<Command, { type: 'withdrawAdjustment' }>;
}

function expectWithdrawn(station: SimStation, { event, before, command }: Withdrawn, seen: Seen): void {
  const found = findShift(before.course, event.data.target);
  // Of the whole site, and this room had taken it back for itself before.
  if (found === null || withdrawalOf(before.course, found.shift) !== null) return;
  const { shift, paper } = found;
  const now = event.occurredAt;
  const stood = before.timeline?.papers[paper];
  const after = timelineOf(station).papers[paper];
  const never = withoutShift(station, shift, event);
  if (stood === undefined) throw new Error('no timeline');
  if (shift.kind === 'delay') {
    note(seen, 'a delay withdrawn');
    const standing = shiftsOf(before.course, paper).findLast(
      (one) => one.kind === 'delay' && withdrawalOf(before.course, one) === null,
    );
    if (standing === shift) expect(untold(after)).toEqual(untold(never));
    else expect(untold(after)).toEqual(untold(stood));
    return;
  }
  if (event.room === null && event.data.keptMs > 0) {
    // The end was asked for by the plan of all rooms; what stays of it stays on top of what this room has of its own.
    if (shift.kind === 'extension' && shift.seats === null) expect(after.endsAt).toBe(never.endsAt + event.data.keptMs);
    expect(after.entryClosesAt).toBe(never.entryClosesAt);
    return;
  }
  if (endOf(never, shift) >= now) {
    note(seen, 'an extension withdrawn');
    expect(event.data.keptMs).toBe(0);
    expect(untold(after)).toEqual(untold(never));
    return;
  }
  note(seen, 'an end asked for');
  expect(endOf(after, shift)).toBe(command.endsAt);
  expect(endOf(after, shift)).toBeGreaterThanOrEqual(now);
  expect(endOf(after, shift)).toBeLessThanOrEqual(endOf(stood, shift));
  expect(after.entryClosesAt).toBe(never.entryClosesAt);
}

function overlapMs({ papers: { theory, practical } }: Timeline): number {
  const [first, second] = theory.startsAt <= practical.startsAt ? [theory, practical] : [practical, theory];
  return Math.max(0, first.lastEndsAt - second.startsAt);
}

function expectAccepted(event: Event, before: RoomState, door: Door): void {
  const { paper } = event;
  const timeline = before.timeline;
  if (paper === null || timeline === null) return;
  const when = event.occurredAt;
  if (event.type === 'PaperCollected') {
    const { expected, present, late, absent } = event.data;
    expect(expected).toBe(present + absent);
    expect([expected, present]).toEqual([PEOPLE, door.count(paper)]);
    expect(late).toBeLessThanOrEqual(present);
    expect(isPausedAt(timeline.papers[paper], when)).toBe(false);
    for (const { seat } of inRoom(before, paper))
      expect(when).toBeGreaterThanOrEqual(timelineOfSeat(timeline.papers[paper], seat).endsAt);
  }
  if (event.type === 'CandidateLeft') {
    const seat = before.candidates[event.data.candidate]?.seat;
    if (seat === undefined) throw new Error('nobody there');
    const { leaveOpensAt, leaveClosesAt, endsAt } = timelineOfSeat(timeline.papers[paper], seat);
    expect((leaveOpensAt <= when && when < leaveClosesAt) || when >= endsAt).toBe(true);
    expect(isPausedAt(timeline.papers[paper], when)).toBe(false);
  }
}

const TYPES: readonly EventType[] = [
  ...(['CandidateCheckedIn', 'EntryRefused', 'CandidateMarkedAbsent', 'CandidateLeft', 'PaperCollected'] as const),
  ...(['PaperDelayed', 'PaperPaused', 'PaperResumed', 'PaperExtended', 'AdjustmentSetInSystem'] as const),
  ...(['AdjustmentWithdrawn', 'EligibilityCancelled', 'ActUndone'] as const),
];
const CASES = [
  'a delay withdrawn',
  'an extension withdrawn',
  'an end asked for',
  'the cut-off moved',
  'a set-back owed',
];

function play(script: readonly Parameters<typeof courseAct>[0][], station: SimStation, seen: Seen, from: string): void {
  const door = new Door();
  let now = at(from);
  for (const step of script) {
    now = nextInstant(step, station, now);
    door.next();
    const before = roomOf(station);
    const recorded = station.events.length;
    const { command, context } = courseAct(step, station, now);
    const result = station.act(command, now, context);
    const events = result.ok ? result.value : [];
    if (!result.ok) {
      expect([station.events.length, roomOf(station)]).toEqual([recorded, before]);
      if (command.type === 'checkIn') door.turnAway(`${command.candidate} ${command.paper}`);
    }
    for (const event of events) {
      note(seen, event.type);
      if (event.type === 'PaperExtended' && event.data.movesCutoff) note(seen, 'the cut-off moved');
      expectAccepted(event, before, door);
      if (before.timeline !== null) door.take(event, before.timeline);
      if (event.type === 'AdjustmentWithdrawn' && command.type === 'withdrawAdjustment' && events.length === 1)
        expectWithdrawn(station, { event, before, command }, seen);
    }
    const { course } = roomOf(station);
    if (shiftsOf(course, 'theory').some((one) => withdrawalOf(course, one) !== null && isPending(course, one)))
      note(seen, 'a set-back owed');
    const isUnasked = 'next' in command && command.next === null;
    if (isUnasked && before.timeline !== null)
      expect(overlapMs(timelineOf(station))).toBeLessThanOrEqual(overlapMs(before.timeline));
    expectWindows(timelineOf(station));
    expect(door.wronglyIn(roomOf(station))).toEqual([]);
  }
}

describe('any sequence of commands on a day', () => {
  it.each([
    ['R2022', MAKE_DAY, '08:02'],
    ['R2021', MAKE_DAY_2021, '08:32'],
  ] as const)(
    '[D27][D17][R28] %s: papers end after they start, nobody comes in after a refusal, 撤回 restores, 收卷 adds up',
    (_, day, from) => {
      const seen: Seen = new Map();
      fc.assert(
        fc.property(courseScript, (script) => {
          play(script, createReadyRoom(PEOPLE, stationId(1), day), seen, from);
        }),
        { numRuns: 150 },
      );
      expect([...TYPES, ...CASES].filter((what) => !seen.has(what))).toEqual([]);
    },
    60_000,
  );
});

const KEEP = { next: { kind: 'keep' } } as const;
const someSeats = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: PEOPLE }), { minLength: 1 }));
const longer = fc.record({
  minutes: fc.integer({ min: 1, max: 30 }),
  seats: someSeats,
  cutoff: fc.constantFrom('moves' as const, 'stays' as const),
});

function extension({ minutes, seats: numbers, cutoff }: typeof longer extends fc.Arbitrary<infer One> ? One : never) {
  return extend(minutes, { ...KEEP, cutoff, seats: numbers === null ? null : seats(...numbers) });
}

describe('撤回 of what was just said', () => {
  it('[D27] an extension returns to exactly the paper before it, or where that end is past to the asked one, never before now', () => {
    let asked = 0;
    const share = fc.integer({ min: -20, max: 120 });
    const some = fc.record({
      earlier: fc.array(longer, { maxLength: 3 }),
      last: longer,
      said: fc.nat(5400),
      isPast: fc.boolean(),
      back: share.filter((percent) => percent > 0),
      end: share,
    });
    fc.assert(
      fc.property(some, ({ earlier, last, said, isPast, back, end }) => {
        const station = createReadyRoom(PEOPLE);
        for (const one of earlier) must(station.act(extension(one), at('08:31')));
        const before = paperOf(station);
        const now = at('08:32') + said * 1000;
        const result = station.act(extension(last), now);
        if (!result.ok) return;
        const [event] = result.value;
        const shift = findShift(roomOf(station).course, refTo(event))?.shift;
        if (shift === undefined) throw new Error('not there');
        const stood = endOf(paperOf(station), shift);
        const first = isPast ? Math.max(now, endOf(before, shift)) : now;
        const when = first + Math.round((stood - first) * (back / 100));
        const endsAt = when + Math.round((stood - when) * (end / 100));
        const returns = station.act(withdraw(event, { ...KEEP, endsAt: null }), when);
        if (endOf(before, shift) >= when) {
          must(returns);
          expect(paperOf(station)).toEqual(before);
          return;
        }
        expect(returns).toMatchObject({
          error: { code: 'withdrawal-before-now', figures: { now: when, latest: stood } },
        });
        const anew = station.act(withdraw(event, { ...KEEP, endsAt }), when);
        expect(anew.ok).toBe(endsAt >= when && endsAt <= stood);
        if (!anew.ok) return;
        asked += 1;
        expect(endOf(paperOf(station), shift)).toBe(endsAt);
        for (const one of paperOf(station).seatEnds.filter(
          ({ seats: of }) =>
            shift.kind === 'extension' && (shift.seats === null || of.some((seat) => shift.seats?.includes(seat))),
        ))
          expect(one.endsAt).toBeGreaterThanOrEqual(when);
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(20);
  }, 60_000);

  it('[D27] a delay restores every milestone, whatever was delayed before', () => {
    const minute = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, fc.nat(600)), { minLength: 1, maxLength: 4 }),
        fc.nat(600),
        (delays, back) => {
          const station = createReadyRoom(PEOPLE);
          const said: { readonly event: Event; readonly before: Timeline }[] = [];
          let now = at('07:10');
          for (const [minutes, later] of delays) {
            now += later * 1000;
            const before = timelineOf(station);
            const result = station.act(delay('08:30', { ...KEEP, startsAt: at('08:30') + minutes * 60_000 }), now);
            for (const event of result.ok ? result.value : []) said.push({ event, before });
          }
          for (const { event, before } of said.toReversed()) {
            now += back * 100;
            must(station.act(withdraw(event, KEEP), now));
            expect(timelineOf(station)).toEqual(before);
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});
