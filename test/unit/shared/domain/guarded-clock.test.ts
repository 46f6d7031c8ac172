import { describe, expect, it } from 'vitest';
import { JUMP_NOTICE_MS, readGuard, startGuard } from '../../../../shared/domain/guarded-clock.ts';

const START = Date.UTC(2024, 10, 16, 0, 30);

/** Starts at START with a monotonic reading of 1000 and reads after `ran` ms with the wall `offset` ms off. */
function readAfter(ran: number, offset: number) {
  return readGuard(startGuard({ wall: START, monotonic: 1000 }, null), {
    wall: START + ran + offset,
    monotonic: 1000 + ran,
  });
}

describe('guarded time', () => {
  it('is the wall at the start and runs with the monotonic clock', () => {
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
  ])('follows a wall that is %s without a word', (_, offset) => {
    expect(readAfter(60_000, offset)).toMatchObject({ nowMs: START + 60_000 + offset, notice: null, jumped: false });
  });

  it('stands still rather than going back when a small correction sets the wall back', () => {
    const before = readAfter(60_000, 0);
    const after = readGuard(before.state, { wall: START + 59_000, monotonic: 61_001 });
    expect(after.nowMs).toBe(START + 60_000);
    const later = readGuard(after.state, { wall: START + 60_500, monotonic: 62_501 });
    expect(later).toMatchObject({ nowMs: START + 60_500, notice: null });
  });

  it('accepts a wall that jumped forward, as after sleep, and says by how much', () => {
    expect(readAfter(60_000, 3_600_000)).toMatchObject({
      nowMs: START + 3_660_000,
      notice: { code: 'jumped-forward', deltaMs: 3_600_000 },
      jumped: true,
      timeInDoubt: false,
    });
  });

  it('shows a forward jump for ten minutes and tells it only once', () => {
    const jumped = readAfter(0, 10_000);
    const wall = START + 10_000;
    const shown = readGuard(jumped.state, { wall: wall + JUMP_NOTICE_MS - 1, monotonic: 1000 + JUMP_NOTICE_MS - 1 });
    expect(shown).toMatchObject({ notice: { code: 'jumped-forward', deltaMs: 10_000 }, jumped: false });
    const over = readGuard(shown.state, { wall: wall + JUMP_NOTICE_MS, monotonic: 1000 + JUMP_NOTICE_MS });
    expect(over.notice).toBeNull();
  });

  it('does not believe a wall that jumped back: time goes on from the old base', () => {
    const back = readAfter(60_000, -3_600_000);
    expect(back).toMatchObject({
      nowMs: START + 60_000,
      notice: { code: 'wall-behind', deltaMs: -3_600_000 },
      jumped: true,
      timeInDoubt: false,
    });
    const later = readGuard(back.state, { wall: START - 3_600_000 + 120_000, monotonic: 121_000 });
    expect(later).toMatchObject({ nowMs: START + 120_000, notice: { code: 'wall-behind' }, jumped: false });
  });

  it('takes the notice away when the wall is set right again', () => {
    const back = readAfter(60_000, -3_600_000);
    const right = readGuard(back.state, { wall: START + 61_000, monotonic: 62_000 });
    expect(right).toMatchObject({ nowMs: START + 61_000, notice: null, jumped: false });
  });
});

describe('a start', () => {
  it('with a wall earlier than the last record goes on from the record and doubts the time', () => {
    const guard = startGuard({ wall: START, monotonic: 5 }, START + 600_000);
    expect(readGuard(guard, { wall: START + 1000, monotonic: 1005 })).toMatchObject({
      nowMs: START + 601_000,
      timeInDoubt: true,
      notice: { code: 'started-behind', deltaMs: -600_000 },
      jumped: false,
    });
  });

  it('with a wall within the tolerance of the last record doubts nothing and does not go behind it', () => {
    const guard = startGuard({ wall: START, monotonic: 5 }, START + 1500);
    expect(readGuard(guard, { wall: START + 10, monotonic: 15 })).toMatchObject({
      nowMs: START + 1500,
      timeInDoubt: false,
      notice: null,
    });
  });

  it('in doubt believes a wall that agrees with the record again', () => {
    const guard = startGuard({ wall: START, monotonic: 0 }, START + 600_000);
    expect(readGuard(guard, { wall: START + 3_600_000, monotonic: 1000 })).toMatchObject({
      nowMs: START + 3_600_000,
      timeInDoubt: false,
      notice: { code: 'jumped-forward', deltaMs: 2_999_000 },
      jumped: true,
    });
  });
});
