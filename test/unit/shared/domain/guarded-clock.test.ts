import { describe, expect, it } from 'vitest';
import {
  type GuardState,
  JUMP_NOTICE_MS,
  ratifyGuard,
  readGuard,
  setGuard,
  startGuard,
} from '../../../../shared/domain/guarded-clock.ts';

const START = Date.UTC(2024, 10, 16, 0, 30);
const HOUR = 3_600_000;

/** Starts at START with a monotonic reading of 1000 and reads after `ran` ms with the wall `offset` ms off. */
function readAfter(ran: number, offset: number) {
  return readGuard(startGuard({ wall: START, monotonic: 1000 }, null), at(ran, offset));
}

function at(ran: number, offset: number) {
  return { wall: START + ran + offset, monotonic: 1000 + ran };
}

/** A start on a day whose last record was made `last` ms after START. */
function startAfter(last: number, wallAheadMs: number | null = null): GuardState {
  return startGuard(at(0, 0), { lastEventAt: START + last, wallAheadMs });
}

describe('guarded time', () => {
  it('[CK1] is the wall at the start and runs with the monotonic clock', () => {
    expect(readAfter(60_000, 0)).toMatchObject({
      nowMs: START + 60_000,
      notice: null,
      jumped: false,
      timeInDoubt: false,
    });
  });

  it.each([
    ['a little ahead', 1500],
    ['exactly the tolerance ahead', 2000],
    ['a little behind', -1500],
    ['exactly the tolerance behind', -2000],
  ])('[CK1] follows a wall that is %s without a word', (_, offset) => {
    expect(readAfter(60_000, offset)).toMatchObject({ nowMs: START + 60_000 + offset, notice: null, jumped: false });
  });

  it('[CK1] stands still rather than going back when a small correction sets the wall back', () => {
    const before = readAfter(60_000, 0);
    const after = readGuard(before.state, { wall: START + 59_000, monotonic: 61_001 });
    expect(after.nowMs).toBe(START + 60_000);
    const later = readGuard(after.state, { wall: START + 60_500, monotonic: 62_501 });
    expect(later).toMatchObject({ nowMs: START + 60_500, notice: null });
  });

  it('[CK2] accepts a wall that jumped forward, as after sleep, and says by how much', () => {
    expect(readAfter(60_000, HOUR)).toMatchObject({
      nowMs: START + 60_000 + HOUR,
      notice: { code: 'jumped-forward', deltaMs: HOUR },
      jumped: true,
      timeInDoubt: false,
    });
  });

  it('[CK2] shows a forward jump for ten minutes and tells it only once', () => {
    const jumped = readAfter(0, 10_000);
    const shown = readGuard(jumped.state, at(JUMP_NOTICE_MS - 1, 10_000));
    expect(shown).toMatchObject({ notice: { code: 'jumped-forward', deltaMs: 10_000 }, jumped: false });
    expect(readGuard(shown.state, at(JUMP_NOTICE_MS, 10_000)).notice).toBeNull();
  });

  it('[CK3] does not believe a wall that jumped back: time goes on from the old base', () => {
    const back = readAfter(60_000, -HOUR);
    expect(back).toMatchObject({
      nowMs: START + 60_000,
      notice: { code: 'wall-behind', deltaMs: -HOUR },
      jumped: true,
      timeInDoubt: false,
    });
    const later = readGuard(back.state, at(120_000, -HOUR));
    expect(later).toMatchObject({ nowMs: START + 120_000, notice: { code: 'wall-behind' }, jumped: false });
  });

  it('[CK3] takes the notice away when the wall is set right again', () => {
    const back = readAfter(60_000, -HOUR);
    expect(readGuard(back.state, at(61_000, 0))).toMatchObject({ nowMs: START + 61_000, notice: null, jumped: false });
  });
});

describe('a start', () => {
  it('[CK4] with a wall earlier than the last record goes on from the record and doubts the time', () => {
    expect(readGuard(startAfter(600_000), at(1000, 0))).toMatchObject({
      nowMs: START + 601_000,
      timeInDoubt: true,
      notice: { code: 'started-behind', deltaMs: -600_000 },
      jumped: false,
    });
  });

  it('[CK4] with a wall within the tolerance of the last record doubts nothing and does not go behind it', () => {
    expect(readGuard(startAfter(1500), at(10, 0))).toMatchObject({
      nowMs: START + 1500,
      timeInDoubt: false,
      notice: null,
    });
  });

  it('[CK4] in doubt believes a wall that comes to or past the record, and says a jump', () => {
    expect(readGuard(startAfter(600_000), { wall: START + HOUR, monotonic: 2000 })).toMatchObject({
      nowMs: START + HOUR,
      timeInDoubt: false,
      notice: { code: 'jumped-forward', deltaMs: 2_999_000 },
      jumped: true,
    });
  });

  it('[CK6] on a wall that ran an hour ahead of the typed time holds it back by as much, in doubt', () => {
    const guard = startAfter(-HOUR - 60_000, HOUR);
    expect(readGuard(guard, at(1000, 0))).toMatchObject({
      nowMs: START - HOUR + 1000,
      timeInDoubt: true,
      notice: { code: 'official-time', deltaMs: HOUR },
    });
  });

  it('[CK6] on a wall that must have been set right since the typed time believes it', () => {
    // Less the hour that it ran ahead, it would stand before the last record.
    const guard = startAfter(-60_000, HOUR);
    expect(readGuard(guard, at(1000, 0))).toMatchObject({ nowMs: START + 1000, timeInDoubt: false, notice: null });
  });

  it('[CK4] on a wall that was behind the typed time and still is goes on from the last record', () => {
    const guard = startAfter(600_000, -HOUR);
    expect(guard).toMatchObject({ nowMs: START + 600_000, notice: { code: 'started-behind', deltaMs: -600_000 } });
  });
});

describe('the clock set by two people', () => {
  it('[CK5] the wall accepted: time goes back to it, without a notice and without doubt, and follows it again', () => {
    const back = readAfter(60_000, -HOUR).state;
    const set = setGuard(back, at(70_000, -HOUR), { kind: 'accept-wall', before: START + 70_000 });
    expect(set).toMatchObject({ nowMs: START + 70_000 - HOUR, notice: null, timeInDoubt: false });
    expect(readGuard(set, at(80_000, -HOUR))).toMatchObject({ nowMs: START + 80_000 - HOUR, notice: null });
  });

  it('[CK5] a clock that ran far ahead and is set right is believed again once it is accepted', () => {
    const ahead = readAfter(60_000, 5 * HOUR).state;
    const right = readGuard(ahead, at(120_000, 0));
    expect(right).toMatchObject({ nowMs: START + 120_000 + 5 * HOUR, notice: { code: 'wall-behind' } });
    const set = setGuard(right.state, at(130_000, 0), { kind: 'accept-wall', before: right.nowMs });
    expect(readGuard(set, at(131_000, 0))).toMatchObject({ nowMs: START + 131_000, notice: null });
  });

  it('[CK6] an official time typed: time goes on from it by the monotonic clock, in doubt, and says so', () => {
    const behind = readGuard(startAfter(600_000), at(1000, 0));
    const set = setGuard(behind.state, at(1250, 0), {
      kind: 'official-time',
      before: behind.nowMs,
      after: START + HOUR,
    });
    // The moment of pressing counts: the 250 ms until it was on disk are added.
    expect(set.nowMs).toBe(START + HOUR + 250);
    expect(readGuard(set, at(10_000, 0))).toMatchObject({
      nowMs: START + HOUR + 9000,
      timeInDoubt: true,
      notice: { code: 'official-time', deltaMs: 1000 - HOUR },
      jumped: false,
    });
  });

  it('[CK6] an official time may lie before the last record: the record may be what was wrong', () => {
    const set = typed(-2 * HOUR);
    expect(readGuard(set, at(2000, -5 * HOUR))).toMatchObject({ nowMs: START - 2 * HOUR + 2000 });
  });

  it('[CK6] a wall that agrees with the typed time is followed, and the doubt is over', () => {
    const set = typed(HOUR);
    expect(readGuard(set, at(60_000, HOUR + 1500))).toMatchObject({
      nowMs: START + 60_000 + HOUR + 1500,
      timeInDoubt: false,
      notice: null,
    });
  });

  it('[CK6] a wall set far ahead of the typed time is a forward jump', () => {
    const set = typed(HOUR);
    expect(readGuard(set, at(60_000, 2 * HOUR))).toMatchObject({
      nowMs: START + 60_000 + 2 * HOUR,
      timeInDoubt: false,
      notice: { code: 'jumped-forward', deltaMs: HOUR },
      jumped: true,
    });
  });

  it('[CK6] a wall that goes still further back moves nothing', () => {
    const set = typed(HOUR);
    expect(readGuard(set, at(60_000, -9 * HOUR))).toMatchObject({
      nowMs: START + 60_000 + HOUR,
      timeInDoubt: true,
      notice: { code: 'official-time', deltaMs: -10 * HOUR },
    });
  });

  describe('on a wall that runs an hour ahead', () => {
    // The jump was believed, then two people typed the time.
    const ahead = readAfter(60_000, HOUR);
    const set = setGuard(ahead.state, at(60_000, HOUR), {
      kind: 'official-time',
      before: ahead.nowMs,
      after: START + 60_000,
    });

    it('[CK6] the typed time holds against it, drift included', () => {
      let state = set;
      for (const drift of [1500, 3000, 4500]) {
        const reading = readGuard(state, at(60_000 + drift, HOUR + drift));
        expect(reading).toMatchObject({ nowMs: START + 60_000 + drift, notice: { code: 'official-time' } });
        state = reading.state;
      }
    });

    it('[CK6] sleep moves it by as long as it took, not by the hour', () => {
      expect(readGuard(set, at(61_000, HOUR + 600_000))).toMatchObject({
        nowMs: START + 61_000 + 600_000,
        timeInDoubt: true,
        notice: { code: 'official-time', deltaMs: HOUR },
        jumped: true,
      });
    });

    it('[CK6] set right it is followed', () => {
      expect(readGuard(set, at(61_000, 500))).toMatchObject({
        nowMs: START + 61_500,
        notice: null,
        timeInDoubt: false,
      });
    });
  });

  it('[CK7] ratified, the typed time runs on without doubt, until the next time that is typed', () => {
    const ratified = ratifyGuard(typed(HOUR));
    const reading = readGuard(ratified, at(5000, 0));
    expect(reading).toMatchObject({
      nowMs: START + 5000 + HOUR,
      timeInDoubt: false,
      notice: { code: 'official-time' },
    });
    const again = setGuard(reading.state, at(5000, 0), {
      kind: 'official-time',
      before: reading.nowMs,
      after: START + 2 * HOUR,
    });
    expect(again.timeInDoubt).toBe(true);
  });

  /** A start five hours behind, and a time typed at once, `offset` ms off the wall that the other readings count from. */
  function typed(offset: number): GuardState {
    const guard = startGuard(at(0, -5 * HOUR), { lastEventAt: START, wallAheadMs: null });
    return setGuard(guard, at(0, -5 * HOUR), { kind: 'official-time', before: START, after: START + offset });
  }
});
