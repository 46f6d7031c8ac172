import { expect, it } from 'vitest';
import { doubledNumbers } from '../../../../shared/domain/doubled-numbers.ts';
import type { SiteState } from '../../../../shared/domain/state.ts';
import { as, type StationId } from '../../../../shared/ids.ts';

const [OLD, SPARE, OTHER] = ['a', 'b', 'c'].map((sign) => as<StationId>(sign.repeat(16))) as [
  StationId,
  StationId,
  StationId,
];

function stations(labels: Readonly<Record<string, string>>): Pick<SiteState, 'stations'> {
  const entries = Object.entries(labels).map(([station, label]) => [
    station,
    { label, publicKey: '', epoch: 1, binding: null },
  ]);
  return { stations: Object.fromEntries(entries) as SiteState['stations'] };
}

function heads(...ends: readonly (readonly [station: StationId, epoch: number, seq: number])[]) {
  return Object.fromEntries(
    ends.map(([station, epoch, seq]) => [`${station}/${epoch}`, { station, epoch, seq }] as const),
  );
}

it('numbers are doubled where two stations of one label have opened the same epoch, as far as both have come', () => {
  const site = stations({ [OLD]: 'A', [SPARE]: 'A', [OTHER]: 'B' });
  expect(doubledNumbers(site, heads([OLD, 1, 64], [OLD, 2, 9], [SPARE, 2, 31], [OTHER, 2, 5]))).toEqual([
    { label: 'A', epoch: 2, to: 9 },
  ]);
});

it('no number is doubled where one station follows the other, nor between stations of other labels', () => {
  const site = stations({ [OLD]: 'A', [SPARE]: 'A', [OTHER]: 'B' });
  expect(doubledNumbers(site, heads([OLD, 1, 64], [SPARE, 2, 31], [OLD, 3, 2], [OTHER, 1, 7], [OTHER, 2, 5]))).toEqual(
    [],
  );
});
