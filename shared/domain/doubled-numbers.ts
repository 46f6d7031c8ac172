import type { StationId } from '../ids.ts';
import type { Head } from './schema-parts.ts';
import type { SiteState } from './state.ts';

/** Record numbers that two computers have given out without knowing of each other: all from "A2#1" to `to`. */
export interface DoubledNumbers {
  readonly label: string;
  readonly epoch: number;
  /** As far as both have come, seq. */
  readonly to: number;
}

/**
 * Two computers that go on from one copy, or a repaired one beside the one that took its place, count on from the same
 * epoch. Only once the records of both are in one place does it show; the records themselves stay apart by their stations.
 */
export function doubledNumbers(
  { stations }: Pick<SiteState, 'stations'>,
  heads: Readonly<Record<string, Pick<Head, 'station' | 'epoch' | 'seq'>>>,
): readonly DoubledNumbers[] {
  const ends = new Map<string, { readonly label: string; readonly epoch: number; readonly seqs: readonly number[] }>();
  for (const { station, epoch, seq } of Object.values(heads)) {
    const label = labelOf(stations, station);
    const name = `${label}/${epoch}`;
    ends.set(name, { label, epoch, seqs: [...(ends.get(name)?.seqs ?? []), seq] });
  }
  return [...ends.values()]
    .filter(({ seqs }) => seqs.length > 1)
    .map(({ label, epoch, seqs }) => ({ label, epoch, to: seqs.toSorted((a, b) => b - a)[1] ?? 0 }));
}

function labelOf(stations: SiteState['stations'], station: StationId): string {
  return stations[station]?.label ?? '?';
}
