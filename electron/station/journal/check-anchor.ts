import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId, StationId } from '../../../shared/ids.ts';
import type { DayKind } from './genesis.ts';
import { isHeadSignedBy } from './head-signature.ts';
import type { CheckedChain } from './verify-chain.ts';

/** A head known from outside the file: what was in the journal when it was noted. */
export interface Anchor {
  readonly source: 'paper' | 'backup' | 'acknowledged' | 'spoken-code' | 'next-epoch';
  /** Null where the source does not say: a paper's code names the kind only. */
  readonly day: DayId | null;
  readonly kind: DayKind | null;
  /** A paper names the chain by its label, everything else by its station. */
  readonly chain: { readonly station: StationId } | { readonly label: string };
  readonly epoch: number;
  readonly seq: number;
  /** The chain hash in hex, or its beginning (at least 8 digits) where the source has no room for all of it. */
  readonly hash: string;
  /** Base64; needs day, station and the whole hash. */
  readonly signature: string | null;
}

export type AnchorFinding =
  | 'holds'
  /** The file has another event, or another past, at that place. */
  | 'contradicts'
  /** The chain is shorter than the anchor says: its tail was cut, or the file is an older copy. */
  | 'beyond-the-end'
  | 'unknown-chain'
  | 'other-day'
  /** A rehearsal's anchor held against a real day, or the reverse. */
  | 'other-kind'
  | 'signature-wrong'
  /** No anchor at all: the hash is none. */
  | 'malformed';

export interface CheckedAnchor {
  readonly anchor: Anchor;
  readonly finding: AnchorFinding;
  /** Whether the anchor's own signature was checked; without one the anchor is as good as its source. */
  readonly signature: 'none' | 'good' | 'wrong' | 'key-unknown';
  /** The chain that the anchor was held against. */
  readonly chain: Pick<CheckedChain, 'station' | 'epoch'> | null;
}

export interface AnchorFrame {
  readonly day: DayId;
  readonly kind: DayKind;
  readonly chains: readonly CheckedChain[];
  /** Keys known from elsewhere; a chain's own opening stands in, bound by the station's id. */
  readonly publicKeys: ReadonlyMap<StationId, Uint8Array>;
}

/** Holds one anchor against the recomputed chains. */
export function checkAnchor(anchor: Anchor, frame: AnchorFrame): CheckedAnchor {
  const candidates = frame.chains.filter((chain) => isNamed(chain, anchor));
  const signature = checkSignature(anchor, frame);
  const [chain, finding] = compare(anchor, frame, candidates, signature);
  return { anchor, finding, signature, chain: chain && { station: chain.station, epoch: chain.epoch } };
}

function compare(
  anchor: Anchor,
  frame: AnchorFrame,
  candidates: readonly CheckedChain[],
  signature: CheckedAnchor['signature'],
): readonly [CheckedChain | null, AnchorFinding] {
  if (!/^[0-9a-f]{8,64}$/.test(anchor.hash) || anchor.seq < 1) return [null, 'malformed'];
  if (anchor.kind !== null && anchor.kind !== frame.kind) return [null, 'other-kind'];
  if (anchor.day !== null && anchor.day !== frame.day) return [null, 'other-day'];
  if (signature === 'wrong') return [null, 'signature-wrong'];
  const first = candidates[0];
  if (first === undefined) return [null, 'unknown-chain'];
  // Two stations may bear one label by mistake: the anchor holds if it holds for one of them.
  const match = candidates.find(({ hashes }) => hashes[anchor.seq - 1]?.startsWith(anchor.hash));
  if (match !== undefined) return [match, 'holds'];
  const other = candidates.find(({ hashes, firstBad }) => anchor.seq <= hashes.length || firstBad?.reason === 'gap');
  return other === undefined ? [first, 'beyond-the-end'] : [other, 'contradicts'];
}

function isNamed(chain: CheckedChain, { chain: name, epoch }: Anchor): boolean {
  if (chain.epoch !== epoch) return false;
  return 'station' in name ? chain.station === name.station : chain.label === name.label;
}

function checkSignature(
  { signature, day, chain, epoch, seq, hash }: Anchor,
  frame: AnchorFrame,
): CheckedAnchor['signature'] {
  if (signature === null) return 'none';
  if (day === null || !('station' in chain)) return 'key-unknown';
  const { station } = chain;
  const key = frame.publicKeys.get(station) ?? frame.chains.find((known) => known.station === station)?.publicKey;
  if (!key) return 'key-unknown';
  return isHeadSignedBy(key, day, { station, epoch, seq, hash, signature }) ? 'good' : 'wrong';
}

/** What an epoch's opening says of the station's earlier epoch, as an anchor. */
export function anchorOfOpening(previous: Head): Anchor {
  const { station, epoch, seq, hash } = previous;
  return { source: 'next-epoch', day: null, kind: null, chain: { station }, epoch, seq, hash, signature: null };
}
