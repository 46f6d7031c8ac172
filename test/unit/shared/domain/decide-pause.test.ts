import { describe, expect, it } from 'vitest';
import { permitsAt } from '../../../../shared/domain/timeline.ts';
import { clockAt, clockOf, did, extend, paperOf, pause, resume, seats } from '../../../support/course-acts.ts';
import { backfilled, collect, markAbsent, roomOf, undo } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_2,
  MAKE_DAY_2021,
  must,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

/** R2022 theory 08:30–10:00, the current gone from T+20 to T+38. */
function pausedRoom(): SimStation {
  const station = createReadyRoom(20);
  must(station.act(pause(), at('08:50')));
  return station;
}

const T38 = at('09:08');

describe('the pause of T+20 to T+38 in the theory of R2022', () => {
  it('[R28] asks whether the cut-off moves, since it lies in the first 30 minutes', () => {
    const station = pausedRoom();
    expect(station.act(resume(18), T38)).toEqual({
      ok: false,
      error: { code: 'cutoff-unanswered', rule: 'R28', figures: { closesAt: at('09:00') } },
    });
  });

  it('[C04] asks what becomes of the practical at 10:10, and proposes 10:28', () => {
    const station = pausedRoom();
    expect(station.act(resume(18, { cutoff: 'stays' }), T38)).toEqual({
      ok: false,
      error: {
        code: 'collision-unanswered',
        rule: 'C04',
        figures: {
          end: at('10:18'),
          start: at('10:10'),
          login: at('10:05'),
          proposed: at('10:28'),
          room: '001',
        },
      },
    });
    expect(roomOf(station).course.adjustments.theory).toHaveLength(1);
  });

  it('[D24] resumed with 18 minutes it ends at 10:18:00 and is reminded of it at 10:13:00', () => {
    const station = pausedRoom();
    const events = must(station.act(resume(18, { cutoff: 'stays', next: { kind: 'keep' } }), T38));
    expect(events.map(({ type }) => type)).toEqual(['PaperResumed', 'PaperExtended']);
    expect(events[0]?.data).toEqual({ lostMs: 18 * 60_000 });
    const { endsAt, entryClosesAt, leaveClosesAt, pausedSince } = paperOf(station);
    expect(clockOf(endsAt)).toBe('10:18:00');
    expect(clockAt(station, 'theory:end')).toBe('10:18:00');
    expect(clockAt(station, 'theory:end-reminder')).toBe('10:13:00');
    expect(clockOf(leaveClosesAt)).toBe('10:13:00');
    expect(clockOf(entryClosesAt)).toBe('09:00:00');
    expect(pausedSince).toBeNull();
    expect(clockAt(station, 'practical:start')).toBe('10:10:00');
  });

  it('[R28] the cut-off moves to 09:18 if the chief says so, and the first leave ban with it', () => {
    const station = pausedRoom();
    must(station.act(resume(18, { cutoff: 'moves', next: { kind: 'keep' } }), T38));
    expect(clockOf(paperOf(station).entryClosesAt)).toBe('09:18:00');
    expect(clockOf(paperOf(station).leaveOpensAt)).toBe('09:18:00');
    expect(clockAt(station, 'theory:entry-close')).toBe('09:18:00');
  });

  it('[C04] answered with a delay the practical starts at 10:28 in the same breath, and what is too early is refused', () => {
    const station = pausedRoom();
    const answer = (clock: string) => resume(18, { cutoff: 'stays', next: { kind: 'delay', startsAt: at(clock) } });
    expect(station.act(answer('10:22'), T38)).toMatchObject({ error: { code: 'collision-remains', rule: 'C04' } });
    const events = must(station.act(answer('10:28'), T38));
    expect(events.map(({ type, paper }) => `${type} ${paper}`)).toEqual([
      'PaperResumed theory',
      'PaperExtended theory',
      'PaperDelayed practical',
    ]);
    expect(clockAt(station, 'practical:start')).toBe('10:28:00');
    expect(clockAt(station, 'practical:login-call')).toBe('10:23:00');
    expect(clockAt(station, 'practical:end')).toBe('12:58:00');
  });

  it('[D25] then seats 11 to 14 get 7 minutes more and end at 10:25:00', () => {
    const station = pausedRoom();
    must(station.act(resume(18, { cutoff: 'stays', next: { kind: 'delay', startsAt: at('10:28') } }), T38));
    const more = extend(7, { seats: seats(11, 12, 13, 14) });
    // 10:25 lies after the login of 10:23: asked again, and kept.
    expect(station.act(more, at('09:20'))).toMatchObject({ error: { code: 'collision-unanswered' } });
    must(station.act({ ...more, next: { kind: 'keep' } }, at('09:20')));
    const theory = paperOf(station);
    expect(theory.seatEnds).toEqual([{ minutes: 7, endsAt: at('10:25'), seats: [11, 12, 13, 14], isPending: true }]);
    expect(clockOf(theory.lastEndsAt)).toBe('10:25:00');
    expect(clockOf(theory.endsAt)).toBe('10:18:00');
    expect(clockAt(station, 'theory:seat-end-reminder@7')).toBe('10:20:00');
    expect(clockAt(station, 'theory:seat-end@7')).toBe('10:25:00');
  });

  it('[C04] the same pause in R2021 runs into nothing', () => {
    const station = createReadyRoom(20, stationId(1), MAKE_DAY_2021);
    must(station.act(pause(), at('09:20')));
    must(station.act(resume(18, { cutoff: 'stays' }), at('09:38')));
    expect(clockOf(paperOf(station).endsAt)).toBe('10:48:00');
    expect(clockAt(station, 'practical:start')).toBe('14:00:00');
  });
});

describe('pausing', () => {
  it('[D24] only while the paper runs: before the start it is delayed, after the last end it is over', () => {
    const station = createReadyRoom(3);
    expect(station.act(pause(), at('08:29:59.999'))).toEqual({
      ok: false,
      error: { code: 'paper-not-running', rule: 'D24', figures: { startsAt: at('08:30'), endsAt: at('10:00') } },
    });
    expect(station.act(pause(), at('10:00'))).toMatchObject({ error: { code: 'paper-not-running' } });
    must(station.act(pause(), at('09:59:59.999')));
  });

  it('[D24] once at a time, also where a pause that is over would be entered again', () => {
    const station = pausedRoom();
    expect(station.act(pause(), at('08:52'))).toMatchObject({
      error: { code: 'already-paused', figures: { at: at('08:50') } },
    });
    must(station.act(resume(), T38));
    expect(station.act(resume(), at('09:09'))).toMatchObject({ error: { code: 'not-paused' } });
    expect(station.act(pause(), at('09:20'), backfilled('09:00'))).toMatchObject({
      error: { code: 'already-paused', figures: { at: at('08:50') } },
    });
    must(station.act(pause(), at('09:20')));
  });

  it('[TL7] nobody answers or leaves, and nobody knows until when', () => {
    const station = pausedRoom();
    const rules = roomOf(station).day?.rules.values;
    if (rules === undefined) throw new Error('no rules');
    const waiting = { allowed: false, until: null, rule: 'E1' };
    expect(permitsAt(paperOf(station), rules, at('09:30'))).toMatchObject({ answer: waiting, leave: waiting });
    expect(permitsAt(paperOf(station), rules, at('08:49:59.999')).answer.allowed).toBe(true);
    must(station.act(resume(), T38));
    expect(permitsAt(paperOf(station), rules, T38 - 1).answer).toEqual(waiting);
    expect(permitsAt(paperOf(station), rules, T38).answer.allowed).toBe(true);
  });

  it('[D24] entered later, both counted from when they happened', () => {
    const station = createReadyRoom(3);
    must(station.act(pause(), at('09:15'), backfilled('08:50')));
    const events = must(station.act(resume(), at('09:16'), backfilled('09:08')));
    expect(events[0]?.data).toEqual({ lostMs: 18 * 60_000 });
    expect(paperOf(station).pauses).toEqual([{ since: at('08:50'), until: T38 }]);
  });

  it('[TL7] a forgotten pause is entered with its own 恢复 beside a later one', () => {
    const station = pausedRoom();
    must(station.act(resume(), T38));
    must(station.act(pause(), at('09:30'), backfilled('08:40')));
    expect(paperOf(station).pausedSince).toBeNull();
    must(station.act(resume(), at('09:31'), backfilled('08:45')));
    expect(paperOf(station).pauses).toEqual([
      { since: at('08:40'), until: at('08:45') },
      { since: at('08:50'), until: T38 },
    ]);
  });

  it('[TL7] a 恢复 that is heard of before its 暂停 ends it all the same', () => {
    const [first, second] = [createReadyRoom(3), createReadyRoom(3, stationId(2))];
    must(first.act(pause(), at('08:50')));
    first.record('PaperResumed', { lostMs: 0 }, at('09:08'), { paper: 'theory' });
    // Another station enters the same pause after that, without having heard of either.
    second.record('PaperPaused', { why: null }, at('09:10'), { paper: 'theory', occurredAt: at('08:51') });
    first.take(second.events, at('09:11'));
    expect(paperOf(first).pausedSince).toBeNull();
    expect(paperOf(first).pauses).toEqual([{ since: at('08:50'), until: T38 }]);
  });

  it('[TL7] a 恢复 on a clock that was set back meanwhile ends the pause', () => {
    const station = pausedRoom();
    must(station.act(resume(), at('08:45')));
    expect(paperOf(station).pausedSince).toBeNull();
  });

  it('[D25] what would end before now is no extension', () => {
    const station = createReadyRoom(3);
    must(station.act(pause(), at('09:50')));
    expect(station.act(resume(10, { next: { kind: 'keep' } }), at('10:12'))).toEqual({
      ok: false,
      error: { code: 'paper-over', rule: 'D25', figures: { endsAt: at('10:10') } },
    });
    must(station.act(resume(22, { next: { kind: 'keep' } }), at('10:12')));
    expect(clockOf(paperOf(station).endsAt)).toBe('10:22:00');
  });

  it('[D22] the extension of a 恢复 is approved like any other', () => {
    const station = pausedRoom();
    const answers = { cutoff: 'stays', next: { kind: 'keep' } } as const;
    const by = (approver: typeof CHIEF) => resume(18, { ...answers, approval: { approver, how: 'present' } });
    expect(station.act(by(INVIGILATOR_2), T38)).toMatchObject({ error: { code: 'approver-not-chief', rule: 'D22' } });
    must(station.act(by(CHIEF), T38));
  });

  it('[D9] is taken back by an undo, but not under a 恢复 that rests on it', () => {
    const station = createReadyRoom(3);
    const paused = did(station, pause(), '08:50');
    must(station.act(undo(paused), at('08:50:10')));
    expect(paperOf(station).pausedSince).toBeNull();
    const again = did(station, pause(), '08:51');
    must(station.act(resume(), at('08:55')));
    expect(station.act(undo(again), at('08:55:10'))).toMatchObject({
      error: { code: 'undo-has-dependants', figures: { count: 1, first: at('08:55') } },
    });
    expect(station.act(undo(station.events.at(-1)?.event), at('08:55:10'))).toMatchObject({
      error: { code: 'undo-not-possible' },
    });
  });

  it('[D9] one of two pauses that a 恢复 ended is taken back, since the other carries it', () => {
    const station = pausedRoom();
    must(station.act(resume(), T38));
    const wrong = did(station, pause(), '09:30', backfilled('08:40'));
    must(station.act(undo(wrong), at('09:30:05')));
    expect(paperOf(station).pauses).toEqual([{ since: at('08:50'), until: T38 }]);
  });

  it('[D24] 收卷 and 缺考 of a cut-off in the pause wait for 恢复', () => {
    const station = createReadyRoom(2);
    must(station.act(pause(), at('08:50')));
    must(station.act(markAbsent(1, 2), at('10:30')));
    expect(station.act(collect(), at('10:30'))).toEqual({
      ok: false,
      error: { code: 'paper-paused', rule: 'E1', figures: { at: at('08:50') } },
    });
    must(station.act(resume(), at('10:31')));
    must(station.act(collect(), at('10:31')));
  });
});

describe('the office pauses every room', () => {
  it('[D24] and one room goes on earlier by itself', () => {
    const station = createReadyRoom(3);
    station.record('PaperPaused', { why: BOX }, at('08:50'), { room: null, paper: 'theory' });
    must(station.act(resume(), at('08:58')));
    expect(paperOf(station).pausedSince).toBeNull();
    expect(station.state.site.common.timeline?.papers.theory.pausedSince).toBe(at('08:50'));
  });

  it('[D9] what the office paused is not undone in a room', () => {
    const station = createReadyRoom(3);
    const event = station.record('PaperPaused', { why: BOX }, at('08:50'), { room: null, paper: 'theory' });
    expect(station.act(undo(event), at('08:50:05'))).toMatchObject({ error: { code: 'room-not-here' } });
  });
});
