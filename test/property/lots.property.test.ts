import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawLots, isDrawnByRule } from '../../shared/domain/lots-draw.ts';
import { lotTask, sha256, staffNo } from '../support/lots.ts';

const hex = fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16));
const seed = fc.array(hex, { minLength: 32, maxLength: 32 }).map((digits) => digits.join(''));

const someTask = fc
  .record({ rooms: fc.integer({ min: 1, max: 6 }), spare: fc.nat(3) })
  .chain(({ rooms, spare }) =>
    fc
      .dictionary(
        fc.integer({ min: 1, max: 2 * rooms + spare }).map(String),
        fc.uniqueArray(fc.integer({ min: 1, max: rooms }), { minLength: 1, maxLength: rooms }),
        { maxKeys: 4 },
      )
      .map((kept) => lotTask(2 * rooms + spare, rooms, kept)),
  );

it('[LO2] [LO3] fills every place with somebody else who may have it, or names rooms that cannot be filled', () => {
  fc.assert(
    fc.property(someTask, seed, fc.option(fc.constantFrom('0', '42')), (task, drawnFrom, called) => {
      const source = { seed: drawnFrom, called };
      const drawn = drawLots(task, source, sha256);
      const barred = (staff: string, room: string) =>
        task.forbidden.some((one) => one.staff === staff && one.rooms.some((each) => each === room));
      if (!drawn.ok) {
        // Hall's theorem: these rooms together have fewer people who may go there than places.
        const { rooms } = drawn.error;
        const places = task.rooms.filter(({ room }) => rooms.includes(room)).reduce((sum, one) => sum + one.places, 0);
        expect(task.pool.filter((staff) => rooms.some((room) => !barred(staff, room))).length).toBeLessThan(places);
        return;
      }
      const { result } = drawn.value;
      expect(new Set(result.map(({ staff }) => staff)).size).toBe(result.length);
      for (const { room, places } of task.rooms) expect(result.filter((one) => one.room === room)).toHaveLength(places);
      expect(result.every(({ staff, room }) => task.pool.includes(staff) && !barred(staff, room))).toBe(true);
      expect(isDrawnByRule({ ...task, ...source, ...drawn.value }, sha256)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('[LO2] gives everybody every room about equally often', () => {
  // 2,400 seeds that are always these: seven people, three rooms of two, one of the seven in reserve.
  const draws = 2400;
  const counts = new Map<string, number>();
  for (let n = 0; n < draws; n += 1) {
    const drawn = drawLots(lotTask(7, 3), { seed: sha256(`seed ${n}`).slice(0, 32), called: null }, sha256);
    if (!drawn.ok) throw new Error('nobody is barred here');
    for (const { staff, room } of drawn.value.result) {
      const key = `${staff} ${room}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const expected = (draws * 2) / 7;
  const all = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => ['001', '002', '003'].map((room) => `${staffNo(n)} ${room}`));
  // Each count is binomial with p = 2/7: none of the 21 lies four standard deviations off.
  const deviation = Math.sqrt(expected * (5 / 7));
  const furthest = Math.max(...all.map((key) => Math.abs((counts.get(key) ?? 0) - expected)));
  expect(furthest).toBeLessThan(4 * deviation);
});
