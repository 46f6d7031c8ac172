import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { type Anchor, type CheckedAnchor, checkAnchor, isOutside, statementOf } from './check-anchor.ts';
import { type DayKind, dayIdOf, type Genesis, genesisHash, parseGenesis } from './genesis.ts';
import type { ChainRow, EventRow, JournalContent } from './journal-rows.ts';
import { type BadEvent, type CheckedChain, checkChain, emptiedChain } from './verify-chain.ts';

export interface VerifyOptions {
  readonly content: JournalContent;
  /** What the file is taken for; null = whatever it says. */
  readonly kind: DayKind | null;
  readonly day: DayId | null;
  readonly anchors: readonly Anchor[];
  /** Keys of stations known from elsewhere. */
  readonly publicKeys?: ReadonlyMap<StationId, Uint8Array>;
}

export interface ChainReport {
  readonly station: StationId;
  readonly epoch: number;
  readonly label: string | null;
  /** The last event that can be recomputed; null when not even the first can. */
  readonly end: Head | null;
  readonly firstBad: BadEvent | null;
  /**
   * The events up to this seq are those that the farthest holding anchor saw; 0 = no anchor holds. After it the file
   * agrees with itself, no more: whoever can write it can rewrite or cut what follows.
   */
  readonly anchoredTo: number;
}

/** What a journal's file proves and what it does not. */
export interface VerifyReport {
  /** Null when there is no genesis to begin with; nothing else is checked then. */
  readonly genesis: { readonly day: DayId; readonly kind: DayKind } | null;
  readonly genesisFault: 'not-a-genesis' | 'kind-differs' | 'day-differs' | null;
  readonly chains: readonly ChainReport[];
  /** The earliest taken in of the chains' first bad events. */
  readonly firstBad: BadEvent | null;
  /** Arrival numbers that are missing: events were taken out, of whichever chain. */
  readonly missingArrivals: number;
  /** The anchors given, in their order, then what the file's own records say of it. */
  readonly anchors: readonly CheckedAnchor[];
  /** No fault found and every anchor holds. With no anchor it says only that the file agrees with itself. */
  readonly isSound: boolean;
}

/** Recomputes every chain of a journal and holds it against the anchors. Reads the content to its end. */
export function verifyJournal(options: VerifyOptions): VerifyReport {
  const { content, kind, day } = options;
  const genesis = content.genesisBytes === null ? null : parseGenesis(content.genesisBytes);
  if (genesis === null || !genesis.ok) return { ...NOTHING_CHECKED, genesisFault: 'not-a-genesis' };
  const found = { day: dayIdOf(genesis.value), kind: genesis.value.kind };
  const genesisFault =
    kind !== null && kind !== found.kind ? 'kind-differs' : day !== null && day !== found.day ? 'day-differs' : null;

  const { chains, missingArrivals } = checkChains(content, genesis.value);
  const frame = { ...found, chains, publicKeys: options.publicKeys ?? new Map<StationId, Uint8Array>() };
  const said = chains.flatMap(({ stated }) => stated.map(({ source, head }) => statementOf(source, found.day, head)));
  const anchors = [...options.anchors, ...said].map((anchor) => checkAnchor(anchor, frame));
  const reports = chains.map((chain) => reportChain(chain, anchors));
  const firstBad = reports.reduce<BadEvent | null>((first, { firstBad: next }) => earlier(first, next), null);
  const isSound =
    genesisFault === null &&
    firstBad === null &&
    missingArrivals === 0 &&
    anchors.every(({ finding }) => finding === 'holds');
  return { genesis: found, genesisFault, chains: reports, firstBad, missingArrivals, anchors, isSound };
}

const NOTHING_CHECKED = {
  genesis: null,
  chains: [],
  firstBad: null,
  missingArrivals: 0,
  anchors: [],
  isSound: false,
} as const;

function checkChains(content: JournalContent, genesis: Genesis) {
  const hash = genesisHash(genesis);
  const day = dayIdOf(genesis);
  const chainRows = new Map<string, ChainRow>(content.chains.map((row) => [`${row.station}/${row.epoch}`, row]));
  const chains: CheckedChain[] = [];
  let count = 0;
  let lastArrival = 0;
  for (const [name, rows] of groupByChain(content.rows)) {
    count += rows.length;
    lastArrival = rows.reduce((last, { arrival }) => Math.max(last, arrival), lastArrival);
    chains.push(checkChain({ day, genesisHash: hash, row: chainRows.get(name), rows }));
    chainRows.delete(name);
  }
  chains.push(...[...chainRows.values()].map(emptiedChain));
  return { chains, missingArrivals: lastArrival - count };
}

/** The rows come in order of chain, so one chain at a time is held. */
function* groupByChain(rows: Iterable<EventRow>): Generator<readonly [string, readonly EventRow[]]> {
  let name = '';
  let group: EventRow[] = [];
  for (const row of rows) {
    const next = `${row.station}/${row.epoch}`;
    if (next !== name && group.length > 0) {
      yield [name, group];
      group = [];
    }
    name = next;
    group.push(row);
  }
  if (group.length > 0) yield [name, group];
}

function reportChain(
  { station, epoch, label, hashes, firstBad }: CheckedChain,
  anchors: readonly CheckedAnchor[],
): ChainReport {
  const hash = hashes.at(-1);
  const anchoredTo = anchors
    .filter(
      ({ finding, chain, anchor }) =>
        isOutside(anchor) && finding === 'holds' && chain?.station === station && chain.epoch === epoch,
    )
    .reduce((farthest, { anchor }) => Math.max(farthest, anchor.seq), 0);
  const end = hash === undefined ? null : { station, epoch, seq: hashes.length, hash };
  return { station, epoch, label, end, firstBad, anchoredTo };
}

function earlier(a: BadEvent | null, b: BadEvent | null): BadEvent | null {
  if (a === null || b === null) return a ?? b;
  return b.arrival < a.arrival ? b : a;
}
