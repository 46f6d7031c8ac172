import { expect, it } from 'vitest';
import { latestReading, restate } from '../../../../../electron/station/package/restate.ts';
import { at, createReadyRoom } from '../../../../support/sim-station.ts';

it('[PK4] an event said once more keeps its place in the order, its time and who did it, and is recorded now', () => {
  const [, made] = createReadyRoom(1).events;
  if (made === undefined) throw new Error('no day was made');
  const { event } = made;
  const said = restate(event, { nowMs: at('07:40'), timeInDoubt: true });
  const { type, data, hlc, occurredAt, actor } = event;
  expect(said).toMatchObject({ type, data, hlc, occurredAt, actor, at: at('07:40'), timeInDoubt: true });
  expect(Object.keys(said)).not.toContain('station');
});

it('what is said next comes after the latest of them, in whatever order they stand', () => {
  expect(latestReading([{ hlc: [5, 2] }, { hlc: [5, 3] }, { hlc: [4, 9] }])).toEqual([5, 3]);
  expect(latestReading([])).toEqual([0, 0]);
});
