import { describe, expect, it } from 'vitest';
import { pendingShifts } from '../../../../shared/domain/course.ts';
import {
  APPROVED,
  clockAt,
  clockOf,
  delay,
  did,
  extend,
  paperOf,
  seats,
  setInSystem,
  timelineOf,
  withdraw,
} from '../../../support/course-acts.ts';
import { enlistTechnician, refTo, roomOf, TECHNICIAN, undo } from '../../../support/paper-acts.ts';
import { at, BOX, CHIEF, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

const KEEP = { kind: 'keep' } as const;

function start(station: SimStation, clock: string): void {
  must(station.act({ type: 'giveSignal', signal: 'start', paper: 'theory' }, at(clock)));
}

/** What waits for the technician in theory. */
function pending(station: SimStation): readonly string[] {
  return pendingShifts(roomOf(station).course, 'theory').map(({ kind }) => kind);
}

describe('考试系统已设置', () => {
  it('[D26] a delay and an extension wait for it, and are ticked once', () => {
    const station = createReadyRoom(3);
    enlistTechnician(station);
    const later = did(station, delay('08:35'), '08:00');
    expect(paperOf(station).isStartPending).toBe(true);
    expect(pending(station)).toEqual(['delay']);
    must(station.act({ ...setInSystem(later), technician: TECHNICIAN }, at('08:05'), { actor: TECHNICIAN }));
    expect(paperOf(station).isStartPending).toBe(false);
    expect(pending(station)).toEqual([]);
    expect(station.act(setInSystem(later), at('08:06'))).toMatchObject({ error: { code: 'already-set-in-system' } });
    expect(station.act(setInSystem(later, 'practical'), at('08:06'))).toMatchObject({
      error: { code: 'adjustment-unknown' },
    });
  });

  it('[D26] of several delays the last is set, and the one before again where the last is withdrawn', () => {
    const station = createReadyRoom(3);
    const first = did(station, delay('08:33'), '08:00');
    const second = did(station, delay('08:35'), '08:01');
    expect(pending(station)).toEqual(['delay']);
    must(station.act(setInSystem(second), at('08:02')));
    expect(pending(station)).toEqual([]);
    const back = did(station, withdraw(second), '08:03');
    expect(pending(station)).toEqual(['delay', 'delay']);
    expect(paperOf(station).isStartPending).toBe(true);
    must(station.act(setInSystem(back), at('08:04')));
    must(station.act(setInSystem(first), at('08:04')));
    expect(pending(station)).toEqual([]);
    expect(paperOf(station).isStartPending).toBe(false);
  });

  it('[D26] what was set and is withdrawn is set back, by a tick on the 撤回', () => {
    const station = createReadyRoom(3);
    const more = did(station, extend(5), '09:10');
    must(station.act(setInSystem(more), at('09:11')));
    const back = did(station, withdraw(more), '09:12');
    expect(pending(station)).toEqual(['extension']);
    expect(paperOf(station).isEndPending).toBe(true);
    expect(clockAt(station, 'theory:end')).toBe('10:00:00');
    expect(station.act(setInSystem(more), at('09:13'))).toMatchObject({ error: { code: 'already-withdrawn' } });
    const tick = did(station, setInSystem(back), '09:14');
    expect(pending(station)).toEqual([]);
    expect(paperOf(station).isEndPending).toBe(false);
    expect(station.act(setInSystem(back), at('09:15'))).toMatchObject({ error: { code: 'already-set-in-system' } });
    must(station.act(undo(tick), at('09:14:20')));
    expect(pending(station)).toEqual(['extension']);
  });

  it('[D26] what nobody had set needs no setting back', () => {
    const station = createReadyRoom(3);
    const more = did(station, extend(5), '09:10');
    const back = did(station, withdraw(more), '09:12');
    expect(pending(station)).toEqual([]);
    expect(station.act(setInSystem(back), at('09:13'))).toMatchObject({ error: { code: 'already-set-in-system' } });
  });

  it('[D9] the tick is taken back by an undo, but not under the tick that it was set back', () => {
    const station = createReadyRoom(3);
    const more = did(station, extend(5), '09:10');
    const tick = did(station, setInSystem(more), '09:11');
    must(station.act(undo(tick), at('09:11:10')));
    expect(pending(station)).toEqual(['extension']);
    const again = did(station, setInSystem(more), '09:12');
    const back = did(station, withdraw(more), '09:13');
    must(station.act(setInSystem(back), at('09:14')));
    expect(station.act(undo(again), at('09:14:10'))).toMatchObject({ error: { code: 'undo-has-dependants' } });
  });
});

describe('撤回', () => {
  it('[D27] of a delay restores every milestone', () => {
    const station = createReadyRoom(3);
    const before = timelineOf(station);
    const later = did(station, delay('08:50', { next: KEEP }), '08:10');
    must(station.act(withdraw(later), at('08:20')));
    expect(timelineOf(station)).toEqual(before);
    expect(station.act(withdraw(later), at('08:21'))).toMatchObject({ error: { code: 'already-withdrawn' } });
  });

  it('[D27] of a delay not to a start that is past, nor once people have begun', () => {
    const station = createReadyRoom(3);
    const later = did(station, delay('08:50', { next: KEEP }), '08:10');
    expect(station.act(withdraw(later), at('08:30:00.001'))).toMatchObject({
      error: { code: 'withdrawal-before-now', rule: 'D27', figures: { end: at('08:30'), isDelay: 1 } },
    });
    start(station, '08:50');
    expect(station.act(withdraw(later), at('08:51'))).toMatchObject({ error: { code: 'already-started' } });
  });

  it('[D27] of an extension returns to the end, the cut-off and the milestones before it', () => {
    const station = createReadyRoom(3);
    must(station.act(extend(3, { cutoff: 'stays' }), at('08:40')));
    const before = paperOf(station);
    const more = did(station, extend(20, { cutoff: 'moves', next: KEEP }), '08:50');
    expect(clockOf(paperOf(station).entryClosesAt)).toBe('09:20:00');
    must(station.act(withdraw(more), at('09:30')));
    expect(paperOf(station)).toEqual(before);
  });

  it('[D27] an end that is past is asked for: not before now, not after the end that stands', () => {
    const station = createReadyRoom(3);
    const more = did(station, extend(20, { next: KEEP }), '09:30');
    const to = (clock: string | null) =>
      station.act(withdraw(more, { endsAt: clock === null ? null : at(clock) }), at('10:05:30'));
    expect(to(null)).toEqual({
      ok: false,
      error: {
        code: 'withdrawal-before-now',
        rule: 'D27',
        figures: { end: at('10:00'), now: at('10:05:30'), latest: at('10:20'), isDelay: 0 },
      },
    });
    expect(to('10:05:29')).toMatchObject({ error: { code: 'withdrawal-before-now' } });
    expect(to('10:20:00.001')).toMatchObject({ error: { code: 'withdrawal-before-now' } });
    const back = must(to('10:08'))[0];
    expect(clockAt(station, 'theory:end')).toBe('10:08:00');
    // A part of it stays, so the exam system is set to that.
    expect(pending(station)).toEqual(['extension']);
    must(station.act(setInSystem(back), at('10:06')));
    expect(pending(station)).toEqual([]);
  });

  it('[D27] what stays of an extension moves the end alone: entry is closed where it was closed before it', () => {
    const station = createReadyRoom(3);
    const { entryClosesAt, leaveOpensAt } = paperOf(station);
    const more = did(station, extend(20, { cutoff: 'moves', next: KEEP }), '08:50');
    expect(clockOf(paperOf(station).entryClosesAt)).toBe('09:20:00');
    must(station.act(withdraw(more, { endsAt: at('10:08') }), at('10:05')));
    expect(paperOf(station)).toMatchObject({ entryClosesAt, leaveOpensAt, endsAt: at('10:08') });
  });

  it('[D27] of seats with ends apart, nobody’s comes before now', () => {
    const station = createReadyRoom(4);
    must(station.act(extend(9, { seats: seats(1), next: KEEP }), at('09:10')));
    const more = did(station, extend(7, { seats: seats(1, 2), next: KEEP }), '09:20');
    expect(station.act(withdraw(more), at('10:02'))).toMatchObject({
      error: { code: 'withdrawal-before-now', figures: { end: at('10:00'), latest: at('10:07') } },
    });
    must(station.act(withdraw(more, { endsAt: at('10:02:30') }), at('10:02')));
    expect(paperOf(station).seatEnds.map((one) => [clockOf(one.endsAt), one.seats])).toEqual([
      ['10:02:30', [2]],
      ['10:11:30', [1]],
    ]);
    const ids = timelineOf(station).milestones.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('[D27] of the whole site comes before now in no room', () => {
    const station = createReadyRoom(3);
    const office = { binding: { kind: 'office' }, actor: CHIEF } as const;
    must(station.act(delay('08:50', { room: null, next: KEEP }), at('08:00'), office));
    must(station.act(delay('08:40', { next: KEEP }), at('08:01')));
    const [more] = must(station.act(extend(10, { room: null, next: KEEP }), at('09:30'), office));
    // The site's theory would end at 10:20 again, this room's at 10:10.
    expect(station.act(withdraw(more, { room: null }), at('10:15'), office)).toMatchObject({
      error: { code: 'withdrawal-before-now', figures: { end: at('10:10'), room: '001' } },
    });
    must(station.act(withdraw(more, { room: null }), at('10:09'), office));
    expect(clockAt(station, 'theory:end')).toBe('10:10:00');
  });

  it('[D27] a room withdraws what the office gave it for itself alone', () => {
    const station = createReadyRoom(3);
    const office = { binding: { kind: 'office' }, actor: CHIEF } as const;
    const [more] = must(station.act(extend(5, { room: null }), at('09:30'), office));
    must(station.act(withdraw(more), at('09:31')));
    expect(clockAt(station, 'theory:end')).toBe('10:00:00');
    expect(station.state.site.common.timeline?.papers.theory.endsAt).toBe(at('10:05'));
  });

  it('[TL5] one that another delay had replaced leaves the door as that one found it', () => {
    const station = createReadyRoom(3);
    const first = did(station, delay('09:00', { next: KEEP }), '07:50');
    const second = did(station, delay('09:30', { next: KEEP }), '08:10');
    expect(clockAt(station, 'theory:admission-open')).toBe('09:00:00');
    must(station.act(withdraw(first), at('08:15')));
    expect(clockAt(station, 'theory:admission-open')).toBe('09:00:00');
    expect(clockAt(station, 'theory:start')).toBe('09:30:00');
    must(station.act(withdraw(second), at('08:20')));
    expect(clockAt(station, 'theory:start')).toBe('08:30:00');
  });

  it('[C04] of the practical’s delay is asked about where theory runs into it again', () => {
    const station = createReadyRoom(3);
    const events = must(station.act(delay('08:40', { next: { kind: 'delay', startsAt: at('10:20') } }), at('08:00')));
    const back = withdraw(events[1], { paper: 'practical' });
    expect(station.act(back, at('08:05'))).toMatchObject({ error: { code: 'collision-unanswered' } });
    must(station.act({ ...back, next: KEEP }, at('08:05')));
    expect(clockAt(station, 'practical:start')).toBe('10:10:00');
  });

  it('[D27] that is heard of before what it withdraws takes it back all the same', () => {
    const station = createReadyRoom(3);
    const target = { ...refTo(station.events.at(-1)?.event), seq: station.events.length + 2 };
    const back = { target, keptMs: 0, why: BOX, approval: APPROVED };
    station.record('AdjustmentWithdrawn', back, at('09:10'), { paper: 'theory' });
    did(station, extend(5), '09:11');
    expect(clockAt(station, 'theory:end')).toBe('10:00:00');
  });

  it('[D27] is the only way: neither a delay nor an extension nor a 撤回 is undone', () => {
    const station = createReadyRoom(3);
    const more = did(station, extend(5), '09:10');
    const back = did(station, withdraw(more), '09:11');
    const after = { error: { code: 'undo-not-possible', rule: 'D9' } };
    expect(station.act(undo(more), at('09:11:05'))).toMatchObject(after);
    expect(station.act(undo(back), at('09:11:05'))).toMatchObject(after);
    const later = did(station, delay('10:20', { paper: 'practical' }), '09:12');
    expect(station.act(undo(later), at('09:12:05'))).toMatchObject(after);
  });
});
