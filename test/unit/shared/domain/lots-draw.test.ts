import { describe, expect, it } from 'vitest';
import {
  drawLots,
  isDrawnByRule,
  type LotOutcome,
  lotReserve,
  type LotSource,
  type LotTask,
} from '../../../../shared/domain/lots-draw.ts';
import { lotTask, roomNo, sha256, staffNo } from '../../../support/lots.ts';
import { must } from '../../../support/sim-station.ts';

const SOURCE: LotSource = { seed: '00112233445566778899aabbccddeeff', called: '7' };

function drawn(task: LotTask, source: LotSource = SOURCE): LotTask & LotSource & LotOutcome {
  return { ...task, ...source, ...must(drawLots(task, source, sha256)) };
}

function placed({ result }: LotOutcome): readonly string[] {
  return result.map(({ staff, room }) => `${room} ${staff}`);
}

describe('PS-LOT-1', () => {
  it('[LO2] gives what its rule gives when it is worked out by hand', () => {
    // Block 0, as `printf 'PS-LOT-1|0011…eeff|7|0' | sha256sum` says it.
    const block = sha256('PS-LOT-1|00112233445566778899aabbccddeeff|7|0');
    const words = [0, 1, 2].map((at) => Number.parseInt(block.slice(at * 8, at * 8 + 8), 16));
    const order = [1, 2, 3, 4];
    for (const [at, last] of [3, 2, 1].entries()) {
      const other = (words[at] ?? 0) % (last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    expect(placed(drawn(lotTask(4, 2)))).toEqual(order.map((n, at) => `${roomNo(at < 2 ? 1 : 2)} ${staffNo(n)}`));
    expect(placed(drawn(lotTask(4, 2)))).toEqual(['001 staff-02', '001 staff-03', '002 staff-01', '002 staff-04']);
  });

  it('[LO2] skips the numbers that would make some people likelier than others', () => {
    // Of the numbers below 2^32 the last one has no third of its own: it is skipped, and the next one counts.
    const hex = (...words: readonly number[]) =>
      [...words, 0, 0, 0, 0, 0, 0, 0, 0]
        .slice(0, 8)
        .map((word) => word.toString(16).padStart(8, '0'))
        .join('');
    const task: LotTask = { pool: [1, 2, 3].map(staffNo), rooms: [{ room: roomNo(1), places: 3 }], forbidden: [] };
    const skipped = must(drawLots(task, SOURCE, () => hex(0xffff_ffff, 1, 0)));
    expect(skipped).toEqual(must(drawLots(task, SOURCE, () => hex(1, 0))));
    expect(placed(skipped)).toEqual(['001 staff-03', '001 staff-01', '001 staff-02']);
  });

  it('[LO2] goes by seed and called number both', () => {
    const task = lotTask(12, 6);
    const base = placed(drawn(task));
    expect(placed(drawn(task, { ...SOURCE, called: '8' }))).not.toEqual(base);
    expect(placed(drawn(task, { ...SOURCE, called: null }))).not.toEqual(base);
    expect(placed(drawn(task, { ...SOURCE, seed: '10112233445566778899aabbccddeeff' }))).not.toEqual(base);
    expect(placed(drawn(task))).toEqual(base);
  });

  it('[LO1] leaves in reserve whoever comes after the last place', () => {
    const draw = drawn(lotTask(7, 3));
    expect(draw.result).toHaveLength(6);
    expect(lotReserve(draw)).toHaveLength(1);
    expect(new Set([...draw.result.map(({ staff }) => staff), ...lotReserve(draw)]).size).toBe(7);
  });
});

describe('a draw checked again', () => {
  const good = drawn(lotTask(5, 2, { 1: [1] }));

  it('[LO2] is told from one that was altered anywhere', () => {
    expect(isDrawnByRule(good, sha256)).toBe(true);
    const [first, second, ...rest] = good.result;
    if (first === undefined || second === undefined) throw new Error('a draw without its people');
    const swapped = [{ staff: second.staff, room: first.room }, { staff: first.staff, room: second.room }, ...rest];
    expect(isDrawnByRule({ ...good, result: swapped }, sha256)).toBe(false);
    expect(isDrawnByRule({ ...good, result: good.result.slice(1) }, sha256)).toBe(false);
    expect(isDrawnByRule({ ...good, called: '6' }, sha256)).toBe(false);
    expect(isDrawnByRule({ ...good, shuffles: good.shuffles + 1 }, sha256)).toBe(false);
    expect(isDrawnByRule({ ...good, pool: good.pool.toReversed() }, sha256)).toBe(false);
    expect(isDrawnByRule({ ...good, rooms: [{ room: roomNo(1), places: 9 }] }, sha256)).toBe(false);
  });
});

describe('回避', () => {
  it('[LO3] shuffles again until nobody has a room that he must not have', () => {
    const task = lotTask(4, 2, { 2: [1], 3: [1] });
    const draw = drawn(task);
    // Without it, the very same numbers put both of them into 001.
    expect(placed(drawn(lotTask(4, 2))).slice(0, 2)).toEqual(['001 staff-02', '001 staff-03']);
    expect(draw.shuffles).toBeGreaterThan(1);
    expect(
      draw.result
        .filter(({ room }) => room === '001')
        .map(({ staff }) => staff)
        .toSorted(),
    ).toEqual([staffNo(1), staffNo(4)]);
    expect(isDrawnByRule(draw, sha256)).toBe(true);
  });

  it('[LO3] matches places to people where no shuffle is likely to', () => {
    // 16 people, each barred from all rooms but one: one assignment of rooms in 81,729,648,000 shuffles.
    const kept = Object.fromEntries(
      Array.from({ length: 16 }, (_, at) => [
        at + 1,
        [1, 2, 3, 4, 5, 6, 7, 8].filter((room) => room !== Math.floor(at / 2) + 1),
      ]),
    );
    const draw = drawn(lotTask(16, 8, kept));
    expect(draw.shuffles).toBe(0);
    expect(draw.result.map(({ staff, room }) => `${room} ${staff}`).toSorted()).toEqual(
      Array.from({ length: 16 }, (_, at) => `${roomNo(Math.floor(at / 2) + 1)} ${staffNo(at + 1)}`),
    );
    expect(isDrawnByRule(draw, sha256)).toBe(true);
  });

  it('[LO3] frees somebody for a place by moving him who stands there', () => {
    // 1 may have 002 alone; whoever took its places first must give way.
    const only = (room: number) => [1, 2, 3, 4, 5, 6].filter((one) => one !== room);
    const kept = { 1: only(6), 2: only(6), 3: only(5), 4: only(5), 5: only(4), 6: only(4), 7: only(3), 8: only(3) };
    const draw = drawn(
      lotTask(12, 6, { ...kept, 9: only(2), 10: [2, 3, 4, 5, 6], 11: [3, 4, 5, 6], 12: [3, 4, 5, 6] }),
    );
    expect(draw.result.find(({ staff }) => staff === staffNo(9))?.room).toBe('002');
    expect(draw.result.find(({ staff }) => staff === staffNo(10))?.room).toBe('001');
    expect(draw.result).toHaveLength(12);
  });

  it('[LO3] says for which rooms too few are left, and who must keep away', () => {
    const refused = drawLots(lotTask(4, 2, { 1: [2], 2: [2], 3: [2] }), SOURCE, sha256);
    expect(refused).toEqual({
      ok: false,
      error: { rooms: ['002'], barred: [staffNo(1), staffNo(2), staffNo(3)] },
    });
  });

  it('[LO3] names every room that fights for the same people', () => {
    // 001 and 002 have three people between them; 003 has its own.
    const refused = drawLots(lotTask(7, 3, { 4: [1, 2], 5: [1, 2], 6: [1, 2], 7: [1, 2] }), SOURCE, sha256);
    expect(refused).toMatchObject({ error: { rooms: ['001', '002'], barred: [4, 5, 6, 7].map(staffNo) } });
  });
});
