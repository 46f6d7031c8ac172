import { describe, expect, it } from 'vitest';
import { countSteps } from '../../../../shared/domain/course.ts';
import {
  clockAt,
  clockOf,
  delay,
  did,
  extend,
  paperOf,
  pause,
  seats,
  timelineOf,
  withdraw,
} from '../../../support/course-acts.ts';
import { admit, backfilled, collect, leave, markAbsent, roomOf, submit, undo } from '../../../support/paper-acts.ts';
import {
  at,
  checkIn,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  type SimStation,
} from '../../../support/sim-station.ts';

const KEEP = { kind: 'keep' } as const;

function start(station: SimStation, clock: string): void {
  must(station.act({ type: 'giveSignal', signal: 'start', paper: 'theory' }, at(clock)));
}

describe('an approval', () => {
  it('[D22] is the chief’s or a deputy’s, by name', () => {
    const station = createReadyRoom(3);
    const by = (approver: typeof CHIEF) => delay('08:35', { approval: { approver, how: 'present' } });
    expect(station.act(by(INVIGILATOR_2), at('08:00'))).toMatchObject({
      error: { code: 'approver-not-chief', rule: 'D22' },
    });
    must(station.act(by(CHIEF), at('08:00')));
  });

  it('[D22] by telephone two of the room sign that it was given, and not he who is on the telephone', () => {
    const station = createReadyRoom(3);
    const call = delay('08:35', { approval: { approver: CHIEF, how: 'phone' } });
    const by = (second: typeof CHIEF | null) => station.act(call, at('08:00'), { second });
    expect(by(null)).toMatchObject({ error: { code: 'second-person-missing', rule: 'D22' } });
    expect(by(INVIGILATOR_1)).toMatchObject({ error: { code: 'second-person-same' } });
    expect(by(CHIEF)).toMatchObject({ error: { code: 'second-person-not-in-room', rule: 'D22' } });
    expect(must(by(INVIGILATOR_2))[0]).toMatchObject({ second: INVIGILATOR_2, data: { approval: { how: 'phone' } } });
  });
});

describe('延迟开考', () => {
  it('[D23] moves the whole window: entry, calls, start, cut-off, reminder and end', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('08:40', { next: { kind: 'delay', startsAt: at('10:20') } }), at('07:20')));
    const of = (kind: string) => clockAt(station, `theory:${kind}`);
    expect(of('admission-open')).toBe('08:10:00');
    expect(of('login-call')).toBe('08:35:00');
    expect(of('start')).toBe('08:40:00');
    expect(of('entry-close')).toBe('09:10:00');
    expect(of('end-reminder')).toBe('10:05:00');
    expect(of('end')).toBe('10:10:00');
    expect(clockAt(station, 'practical:start')).toBe('10:20:00');
    expect(timelineOf(station).milestones.find(({ id }) => id === 'theory:start')?.plannedAt).toBe(at('08:30'));
  });

  it('[TL5] what had fallen due when it was said stays: entry that is open stays open', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('08:50', { next: KEEP }), at('08:10')));
    expect(clockAt(station, 'theory:admission-open')).toBe('08:00:00');
    expect(clockAt(station, 'theory:login-call')).toBe('08:45:00');
    must(station.act(checkIn(1), at('08:11')));
  });

  it('[TL5] what falls due a moment after it was said moves along', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('08:40', { next: KEEP }), at('07:59:59.999')));
    expect(clockAt(station, 'theory:admission-open')).toBe('08:10:00');
  });

  it('[TL5] the last delay counts, and moves back what the one before had not reached', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('09:30', { next: KEEP }), at('07:30')));
    expect(clockAt(station, 'theory:admission-open')).toBe('09:00:00');
    must(station.act(delay('09:00', { next: KEEP }), at('08:00')));
    expect(clockAt(station, 'theory:admission-open')).toBe('08:30:00');
    expect(clockAt(station, 'theory:start')).toBe('09:00:00');
  });

  it('[D23] not before the plan, not into the past, not to where it stands, not by more than half a day', () => {
    const station = createReadyRoom(3);
    const said = (clock: string, now: string) => station.act(delay(clock, { next: KEEP }), at(now));
    const outOfRange = { error: { code: 'delay-out-of-range', rule: 'D23' } };
    expect(said('08:30', '08:00')).toMatchObject(outOfRange);
    expect(said('08:35', '08:36')).toMatchObject(outOfRange);
    expect(said('20:31', '08:00')).toMatchObject(outOfRange);
    must(said('08:36', '08:36:59.999'));
    expect(said('08:36', '08:37')).toMatchObject(outOfRange);
    expect(said('10:07', '10:06')).toMatchObject({ error: { code: 'paper-over', figures: { endsAt: at('10:06') } } });
  });

  it('[D23] once people have begun, only to the minute in which they really did', () => {
    const station = createReadyRoom(3);
    start(station, '08:37:20');
    expect(station.act(delay('08:45'), at('08:38'))).toEqual({
      ok: false,
      error: { code: 'already-started', rule: 'D23', figures: { at: at('08:37:20') } },
    });
    must(station.act(delay('08:37', { next: KEEP }), at('08:40')));
    expect(clockAt(station, 'theory:end')).toBe('10:07:00');
  });

  it('[R25] a late signal alone shifts no instant', () => {
    const station = createReadyRoom(3);
    const before = timelineOf(station);
    start(station, '08:37:20');
    expect(timelineOf(station)).toEqual(before);
  });

  it('[D23] a late comer is late by the new start', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('08:50', { next: KEEP }), at('08:10')));
    const event = did(station, checkIn(1), '09:19:59');
    expect(event.data).toMatchObject({ said: { entry: 'late', lateMinutes: 29 } });
    expect(station.act(checkIn(2), at('09:20'))).toMatchObject({ error: { code: 'entry-closed' } });
  });

  it('[D23] from the office for every room, while nobody has begun', () => {
    const station = createReadyRoom(3);
    const office = { binding: { kind: 'office' }, actor: CHIEF } as const;
    const all = delay('08:50', { room: null, next: KEEP });
    expect(station.act(all, at('08:00'))).toMatchObject({ error: { code: 'office-only', rule: 'D19' } });
    start(station, '08:30:10');
    expect(station.act(all, at('08:31'), office)).toMatchObject({ error: { code: 'already-started' } });
    const other = createReadyRoom(3);
    must(other.act(all, at('08:00'), office));
    expect(clockAt(other, 'theory:start')).toBe('08:50:00');
    expect(other.state.site.common.timeline?.papers.theory.startsAt).toBe(at('08:50'));
  });
});

describe('延迟开考 of every room', () => {
  it('[D23] takes no minutes from a room that has begun later by a delay of its own', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('08:50', { next: KEEP }), at('08:10')));
    start(station, '08:50:10');
    const all = (clock: string) =>
      station.act(delay(clock, { room: null, next: KEEP }), at('08:55'), { binding: { kind: 'office' }, actor: CHIEF });
    expect(all('08:40')).toMatchObject({ error: { code: 'already-started', figures: { at: at('08:50:10') } } });
    must(all('08:50'));
    expect(clockAt(station, 'theory:end')).toBe('10:20:00');
  });
});

describe('the next paper', () => {
  it('[C04] a delay of seven minutes runs into the login of the practical', () => {
    const station = createReadyRoom(3);
    expect(station.act(delay('08:37'), at('08:00'))).toMatchObject({
      error: { code: 'collision-unanswered', figures: { end: at('10:07'), login: at('10:05'), proposed: at('10:17') } },
    });
    must(station.act(delay('08:35'), at('08:00')));
    expect(clockAt(station, 'theory:end')).toBe('10:05:00');
  });

  it('[C04] what was accepted is not asked about again until it is worse', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('08:50', { next: KEEP }), at('08:00')));
    must(station.act(delay('08:45'), at('08:01')));
    expect(station.act(delay('08:51'), at('08:02'))).toMatchObject({ error: { code: 'collision-unanswered' } });
  });

  it('[C04] a start that moves back into the earlier paper is asked about, though the login has passed', () => {
    const station = createReadyRoom(3);
    const practical = (clock: string, now: string, next: typeof KEEP | null = null) =>
      station.act(delay(clock, { paper: 'practical', next }), at(now));
    must(practical('10:22', '08:20'));
    must(station.act(extend(21, { seats: seats(1), next: KEEP }), at('10:00')));
    expect(practical('10:20', '10:18')).toMatchObject({ error: { code: 'collision-unanswered' } });
    must(practical('10:20', '10:18', KEEP));
  });

  it('[C04] is asked about from the office where it is run into in one room only', () => {
    const station = createReadyRoom(3);
    must(station.act(extend(4, { seats: seats(1) }), at('09:10')));
    const all = (next: typeof KEEP | null) =>
      station.act(extend(4, { room: null, next }), at('09:20'), { binding: { kind: 'office' }, actor: CHIEF });
    expect(all(null)).toMatchObject({
      error: { code: 'collision-unanswered', figures: { end: at('10:08'), room: '001' } },
    });
    must(all(KEEP));
  });

  it('[C04] to where the practical is over the two are turned round, which is asked too', () => {
    const station = createReadyRoom(3);
    expect(station.act(delay('13:00'), at('08:00'))).toMatchObject({
      error: { code: 'collision-unanswered', figures: { end: at('14:30'), start: at('10:10') } },
    });
    must(station.act(delay('13:00', { next: KEEP }), at('08:00')));
    // Now the practical runs first: it may not run into theory unasked.
    must(station.act(extend(5, { paper: 'practical', cutoff: 'stays' }), at('10:20')));
    expect(station.act(extend(20, { paper: 'practical', cutoff: 'stays' }), at('10:21'))).toMatchObject({
      error: { code: 'collision-unanswered' },
    });
  });

  it('[C04] a practical that people have begun does not move any more', () => {
    const station = createReadyRoom(4);
    must(station.act(extend(20, { next: KEEP }), at('09:30')));
    must(station.act({ type: 'giveSignal', signal: 'start', paper: 'practical' }, at('10:10')));
    const more = (next: Parameters<typeof extend>[1]) =>
      station.act(extend(3, { seats: seats(2), ...next }), at('10:12'));
    expect(more({ next: { kind: 'delay', startsAt: at('10:33') } })).toMatchObject({
      error: { code: 'collision-remains' },
    });
    must(more({ next: KEEP }));
  });

  it('[C04] its new start is not half a day away', () => {
    const station = createReadyRoom(3);
    const far = { kind: 'delay', startsAt: at('22:11') } as const;
    expect(station.act(delay('08:40', { next: far }), at('08:00'))).toMatchObject({
      error: { code: 'collision-remains' },
    });
  });
});

describe('延时', () => {
  it('[D25] of the room from the start on: end, reminder and ban move, the cut-off only where the chief says so', () => {
    const station = createReadyRoom(3);
    const more = extend(10, { next: KEEP });
    expect(station.act(more, at('08:29:59'))).toMatchObject({ error: { code: 'paper-not-running', rule: 'D25' } });
    expect(station.act(more, at('08:59:59.999'))).toMatchObject({ error: { code: 'cutoff-unanswered', rule: 'R28' } });
    must(station.act(more, at('09:00')));
    expect(clockAt(station, 'theory:entry-close')).toBe('09:00:00');
    expect(clockAt(station, 'theory:end-reminder')).toBe('10:05:00');
    expect(clockAt(station, 'theory:end')).toBe('10:10:00');
    expect(clockOf(paperOf(station).leaveOpensAt)).toBe('09:00:00');
    expect(paperOf(station).isEndPending).toBe(true);
  });

  it('[TL6] of the room and of seats add up, those of one seat too', () => {
    const station = createReadyRoom(6);
    must(station.act(extend(7, { seats: seats(4, 2, 2), next: KEEP }), at('09:10')));
    must(station.act(extend(3, { seats: seats(2), next: KEEP }), at('09:20')));
    must(station.act(extend(5, { next: KEEP }), at('09:30')));
    expect(paperOf(station).seatEnds.map((one) => [one.minutes, clockOf(one.endsAt), one.seats])).toEqual([
      [7, '10:12:00', [4]],
      [10, '10:15:00', [2]],
    ]);
    expect(clockOf(paperOf(station).lastEndsAt)).toBe('10:15:00');
    expect(clockAt(station, 'theory:end')).toBe('10:05:00');
    expect(clockAt(station, 'theory:machines')).toBe('10:15:00');
  });

  it('[TL6] after a delay from the new end, across midnight too', () => {
    const station = createReadyRoom(3);
    must(station.act(delay('20:30', { next: KEEP }), at('08:00')));
    must(station.act(extend(180, { next: KEEP }), at('21:30')));
    expect(paperOf(station).endsAt).toBe(at('23:59:59.999') + 1 + 60 * 60_000);
  });

  it('[D25] not for a seat where nobody sits, nor while paused, nor after 收卷, nor to an end that is past', () => {
    const station = createReadyRoom(3);
    expect(station.act(extend(7, { seats: seats(2, 9) }), at('09:10'))).toMatchObject({
      error: { code: 'seat-unknown', figures: { seat: 9 } },
    });
    const paused = did(station, pause(), '09:11');
    expect(station.act(extend(7), at('09:12'))).toMatchObject({ error: { code: 'paper-paused' } });
    must(station.act(undo(paused), at('09:11:20')));
    expect(station.act(extend(4, { seats: seats(2) }), at('10:04'))).toEqual({
      ok: false,
      error: { code: 'paper-over', rule: 'D25', figures: { endsAt: at('10:04') } },
    });
    must(station.act(markAbsent(1, 2, 3), at('09:30')));
    must(station.act(collect(), at('10:00')));
    expect(station.act(extend(7, { next: KEEP }), at('10:01'))).toMatchObject({ error: { code: 'already-collected' } });
  });

  it('[D25] confirmed on what another page has just changed it is refused, and taken once that is seen', () => {
    const station = createReadyRoom(3);
    const seen = () => countSteps(roomOf(station).course, 'theory');
    const before = seen();
    const more = did(station, extend(5, { seen: before }), '09:10');
    const changed = { error: { code: 'course-changed', rule: 'D25', figures: { endsAt: at('10:05') } } };
    expect(station.act(extend(5, { seen: before }), at('09:10'))).toMatchObject(changed);
    must(station.act(withdraw(more), at('09:11')));
    expect(station.act(extend(5, { seen: before }), at('09:12'))).toMatchObject({ error: { code: 'course-changed' } });
    const withdrawn = seen();
    const paused = did(station, pause(), '09:13');
    must(station.act(undo(paused), at('09:13:10')));
    expect(seen()).toBeGreaterThan(withdrawn);
    must(station.act(extend(5, { seen: seen() }), at('09:14')));
    expect(clockAt(station, 'theory:end')).toBe('10:05:00');
  });

  it('[D25] of the whole site does not reach seats', () => {
    const station = createReadyRoom(3);
    const all = extend(7, { room: null, seats: seats(1) });
    expect(station.act(all, at('09:10'), { binding: { kind: 'office' }, actor: CHIEF })).toMatchObject({
      error: { code: 'seat-unknown' },
    });
  });

  it('[D25] a room’s own adds to the site’s', () => {
    const station = createReadyRoom(3);
    must(station.act(extend(5, { room: null }), at('09:10'), { binding: { kind: 'office' }, actor: CHIEF }));
    must(station.act(extend(7, { next: KEEP }), at('09:20')));
    expect(clockAt(station, 'theory:end')).toBe('10:12:00');
  });
});

describe('the ends of seats', () => {
  function withSeats(): SimStation {
    const station = createReadyRoom(4);
    admit(station, 1, 2, 3);
    must(station.act(markAbsent(4), at('09:00')));
    must(station.act(extend(7, { seats: seats(2, 4), next: KEEP }), at('09:10')));
    return station;
  }

  it('[TL8] each leaves by the ban before his own end', () => {
    const station = withSeats();
    for (const n of [1, 2, 3]) must(station.act(submit(n), at('09:40')));
    expect(station.act(leave(1), at('09:56'))).toMatchObject({ error: { code: 'leave-not-open', rule: 'R30' } });
    must(station.act(leave(2), at('10:01:59')));
    expect(station.act(leave(2), at('10:03'))).toMatchObject({ error: { code: 'already-left' } });
    must(station.act(leave(1), at('10:00')));
  });

  it('[TL8][R40] the exam system submits for a seat until its own end', () => {
    const station = withSeats();
    const forced = (n: number) => station.act(submit(n, { how: 'full-screen-left' }), at('10:06:59'));
    expect(forced(1)).toMatchObject({ error: { code: 'submission-not-open' } });
    must(forced(2));
  });

  it('[TL8][D17] 收卷 opens with the last end of those in the room', () => {
    const station = withSeats();
    expect(station.act(collect(), at('10:06:59.999'))).toMatchObject({
      error: { code: 'collection-too-early', figures: { opensAt: at('10:07') } },
    });
    must(station.act(submit(2), at('09:50')));
    must(station.act(leave(2), at('09:51')));
    // Seat 4 has minutes too, but nobody is there.
    expect(station.act(collect(), at('09:59:59.999'))).toMatchObject({ error: { figures: { opensAt: at('10:00') } } });
    must(station.act(collect(), at('10:00')));
  });

  it('[TL8] said again for the seats, and not for the room', () => {
    const station = withSeats();
    const of = (id: string) => timelineOf(station).milestones.find((one) => one.id === id);
    expect(of('theory:seat-end@7')).toMatchObject({ at: at('10:07'), seats: [2, 4], who: 'invigilator' });
    expect(of('theory:end')).toMatchObject({ at: at('10:00'), seats: null });
  });
});

describe('a pause and leaving', () => {
  it('[TL7] nobody leaves while paused, but what was submitted is recorded', () => {
    const station = createReadyRoom(2);
    admit(station, 1, 2);
    must(station.act(submit(1), at('09:20')));
    must(station.act(pause(), at('09:30')));
    expect(station.act(leave(1), at('09:35'))).toMatchObject({ error: { code: 'leave-not-open', rule: 'E1' } });
    must(station.act(submit(2), at('09:35'), backfilled('09:29')));
    must(station.act(leave(1), at('09:36'), backfilled('09:29')));
  });
});
