import { describe, expect, it } from 'vitest';
import {
  type Answers,
  type Change,
  collisionTold,
  type CoursePlan,
  lostMinutes,
  planChange,
} from '../../../../renderer/screens/course/course-plan.ts';
import { effectRows, nextRows } from '../../../../renderer/screens/course/effect-rows.ts';
import { findShift } from '../../../../shared/domain/course.ts';
import { clockOf, delay, did, extend, pause, resume, seats, timelineOf } from '../../../support/course-acts.ts';
import { refTo, roomOf } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

const OPEN: Answers = { cutoff: null, next: null, told: null };

function plan(station: SimStation, change: Change, clock: string, answers: Partial<Answers> = {}): CoursePlan {
  const { day, course } = roomOf(station);
  if (day === null) throw new Error('no day');
  return planChange({ day, course }, 'theory', change, { ...OPEN, ...answers }, at(clock));
}

/** "end 10:00 10:18" of each row that is shown. */
function rowsOf(made: CoursePlan, change: Change, cutoff: 'moves' | 'stays' | null = null): readonly string[] {
  return effectRows(made, 'theory', change, cutoff).map(({ key, before, after, seats: own }) =>
    [own === null ? key : own.join(' '), short(before), after === null ? '?' : short(after)].join(' '),
  );
}

function short(instant: number): string {
  return clockOf(instant).slice(0, 5);
}

/** R2022, paused T+20 … now. */
function pausedRoom(): SimStation {
  const station = createReadyRoom(20);
  did(station, pause(), '08:50');
  return station;
}

const MAKE_UP = { kind: 'resume', minutes: 18 } as const;

describe('what a change leads to, before it is confirmed', () => {
  it('[D24] the pause T+20 … T+38 in R2022: end 10:18, reminder 10:13, and both questions', () => {
    const made = plan(pausedRoom(), MAKE_UP, '09:08');
    expect(made.asksCutoff).toBe(true);
    expect(made.collision).toMatchObject({ earlier: 'theory', later: 'practical', proposedStartsAt: at('10:28') });
    expect(rowsOf(made, MAKE_UP)).toEqual(['cutoff 09:00 ?', 'reminder 09:55 10:13', 'end 10:00 10:18']);
    expect(nextRows(made)).toEqual([]);
  });

  it('[R28] the cut-off is shown as answered', () => {
    const moved = plan(pausedRoom(), MAKE_UP, '09:08', { cutoff: 'moves' });
    expect(rowsOf(moved, MAKE_UP, 'moves')[0]).toBe('cutoff 09:00 09:18');
    const stays = plan(pausedRoom(), MAKE_UP, '09:08', { cutoff: 'stays' });
    expect(rowsOf(stays, MAKE_UP, 'stays')[0]).toBe('cutoff 09:00 09:00');
  });

  it('[C04] each answer about the next paper says what becomes of it', () => {
    const proposed = plan(pausedRoom(), MAKE_UP, '09:08', { next: { kind: 'proposed' } });
    expect(proposed.next).toEqual({ kind: 'delay', startsAt: at('10:28') });
    expect(nextRows(proposed).map(({ key, after }) => [key, short(after ?? 0)])).toEqual([
      ['login', '10:23'],
      ['start', '10:28'],
      ['end', '12:58'],
    ]);
    expect(plan(pausedRoom(), MAKE_UP, '09:08', { next: { kind: 'keep' } }).next).toEqual({ kind: 'keep' });
    const other = (startsAt: number | null) =>
      plan(pausedRoom(), MAKE_UP, '09:08', { next: { kind: 'other', startsAt } });
    expect(other(null)).toMatchObject({ next: null, isNextTooEarly: false });
    expect(other(at('10:20')).isNextTooEarly).toBe(true);
    expect(other(at('10:05')).isNextTooEarly).toBe(true);
    expect(other(at('10:23')).isNextTooEarly).toBe(false);
  });

  it('[D24] a 恢复 that makes up for nothing asks nothing and moves nothing', () => {
    const made = plan(pausedRoom(), { kind: 'resume', minutes: null }, '09:08');
    expect(made).toMatchObject({ asksCutoff: false, collision: null, isEndPast: false });
    expect(made.after.papers.theory.pausedSince).toBeNull();
    expect(rowsOf(made, { kind: 'resume', minutes: null }).at(-1)).toBe('end 10:00 10:00');
  });

  it('[D25] seats get theirs on top of the room’s end, and an overlap accepted before is asked about when it grows', () => {
    const station = pausedRoom();
    did(station, resume(18, { cutoff: 'stays', next: { kind: 'keep' } }), '09:08');
    const change: Change = { kind: 'extend', seats: seats(11, 12, 13, 14), minutes: 7 };
    const made = plan(station, change, '09:09');
    expect(made.asksCutoff).toBe(false);
    expect(made.collision).toMatchObject({ earlierEndsAt: at('10:25') });
    expect(rowsOf(made, change)).toEqual(['end 10:18 10:18', '11 12 13 14 10:18 10:25']);
    expect(plan(station, { ...change, seats: seats(11) }, '10:26').isEndPast).toBe(true);
  });

  it('[D23] a delay moves every instant of its paper', () => {
    const change: Change = { kind: 'delay', startsAt: at('08:45') };
    const made = plan(createReadyRoom(2), change, '08:10');
    expect(rowsOf(made, change)).toEqual([
      'start 08:30 08:45',
      'cutoff 09:00 09:15',
      'reminder 09:55 10:10',
      'end 10:00 10:15',
    ]);
  });

  it('[D27] a 撤回 returns to the end before it; where that has passed the end is asked for, up to the one that stands', () => {
    const station = createReadyRoom(3);
    const event = did(station, extend(4), '09:30');
    const shift = findShift(roomOf(station).course, refTo(event))?.shift;
    if (shift === undefined) throw new Error('no extension');
    const change = (endsAt: number | null): Change => ({ kind: 'withdraw', shift, endsAt });
    const early = plan(station, change(null), '09:40');
    expect(early).toMatchObject({ asksEnd: null, isEndKnown: true, isTooLate: false });
    expect(rowsOf(early, change(null)).at(-1)).toBe('end 10:04 10:00');
    const late = plan(station, change(null), '10:01');
    expect(late.asksEnd).toEqual({ earliest: at('10:01'), latest: at('10:04') });
    expect(rowsOf(late, change(null)).at(-1)).toBe('end 10:04 ?');
    const said = plan(station, change(at('10:02')), '10:01');
    expect(said.isEndKnown).toBe(true);
    expect(rowsOf(said, change(at('10:02'))).at(-1)).toBe('end 10:04 10:02');
    expect(plan(station, change(at('10:05')), '10:01').isEndKnown).toBe(false);
  });

  it('[D27] a delay whose start before it has passed is not withdrawn any more', () => {
    const station = createReadyRoom(1);
    const event = did(station, delay('08:34'), '08:20');
    const shift = findShift(roomOf(station).course, refTo(event))?.shift;
    if (shift === undefined) throw new Error('no delay');
    const change: Change = { kind: 'withdraw', shift, endsAt: null };
    expect(plan(station, change, '08:25').isTooLate).toBe(false);
    expect(plan(station, change, '08:31').isTooLate).toBe(true);
  });

  it('[C04] what the station asks because it knows more rooms is asked here too', () => {
    const figures = { end: at('10:20'), start: at('10:10'), login: at('10:05'), proposed: at('10:30'), room: '002' };
    const { timeline } = roomOf(createReadyRoom(1));
    if (timeline === null) throw new Error('no timeline');
    const told = collisionTold({ code: 'collision-unanswered', rule: 'C04', figures }, timeline);
    expect(told).toMatchObject({ earlier: 'theory', later: 'practical', proposedStartsAt: at('10:30') });
    expect(collisionTold({ code: 'paper-over', rule: 'D25', figures }, timeline)).toBeNull();
    const made = plan(createReadyRoom(1), { kind: 'extend', seats: null, minutes: 1 }, '09:30', { told });
    expect(made.collision).toEqual(told);
  });

  it('agrees with the station: what is asked here is refused there without an answer', () => {
    const station = pausedRoom();
    expect(station.act(resume(18), at('09:08'))).toMatchObject({ error: { code: 'cutoff-unanswered' } });
    expect(station.act(resume(18, { cutoff: 'moves' }), at('09:08'))).toMatchObject({
      error: { code: 'collision-unanswered' },
    });
    const { next, after } = plan(station, MAKE_UP, '09:08', { cutoff: 'moves', next: { kind: 'proposed' } });
    must(station.act(resume(18, { cutoff: 'moves', next }), at('09:08')));
    const { papers } = timelineOf(station);
    expect([papers.theory.endsAt, papers.theory.entryClosesAt]).toEqual([
      after.papers.theory.endsAt,
      after.papers.theory.entryClosesAt,
    ]);
    expect(papers.practical.startsAt).toBe(after.papers.practical.startsAt);
  });
});

describe('the time lost', () => {
  it('[D24] is proposed in whole minutes, a begun one counted', () => {
    expect([1000, 60_000, 60_001, 18 * 60_000].map(lostMinutes)).toEqual([1, 1, 2, 18]);
  });
});
