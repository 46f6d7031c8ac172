import type { Head, PrintedHead } from '../../../shared/domain/schema-parts.ts';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { computeCheckCodeNow } from './check-code.ts';
import type { DayKind } from './genesis.ts';
import { isHeadSignedBy } from './head-signature.ts';
import type { CheckedChain, InsideSource } from './verify-chain.ts';

/** What a head was noted on, outside the file. */
export type OutsideSource = 'paper' | 'backup' | 'acknowledged' | 'spoken-code';
/** A head known from elsewhere than its own place: what was in the journal when it was noted. */
export interface Anchor {
  readonly source: OutsideSource | InsideSource;
  /** Null where the source does not say: a paper's code names the kind only. */
  readonly day: DayId | null;
  readonly kind: DayKind | null;
  /** A paper names the chain by its label, everything else by its station. */
  readonly chain: { readonly station: StationId } | { readonly label: string };
  readonly epoch: number;
  readonly seq: number;
  /** The chain hash in hex, or its beginning (at least 8 digits) where the source has no room for all of it. */
  readonly hash: string;
  /** 校验码 in the hash's place, which is '' then. */
  readonly code?: string;
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
  if (!hasForm(anchor)) return [null, 'malformed'];
  if (anchor.kind !== null && anchor.kind !== frame.kind) return [null, 'other-kind'];
  if (anchor.day !== null && anchor.day !== frame.day) return [null, 'other-day'];
  if (signature === 'wrong') return [null, 'signature-wrong'];
  const first = candidates[0];
  if (first === undefined) return [null, 'unknown-chain'];
  // Two stations may bear one label by mistake: the anchor holds if it holds for one of them.
  const match = candidates.find((chain) => isThere(chain, anchor, frame.day));
  if (match !== undefined) return [match, 'holds'];
  const other = candidates.find(({ hashes, firstBad }) => anchor.seq <= hashes.length || firstBad?.reason === 'gap');
  return other === undefined ? [first, 'beyond-the-end'] : [other, 'contradicts'];
}

function hasForm({ hash, code, seq }: Anchor): boolean {
  return seq >= 1 && (code !== undefined || /^[0-9a-f]{8,64}$/.test(hash));
}

function isThere({ station, epoch, hashes }: CheckedChain, { seq, hash, code }: Anchor, day: DayId): boolean {
  const found = hashes[seq - 1];
  if (found === undefined) return false;
  if (code === undefined) return found.startsWith(hash);
  return computeCheckCodeNow(day, { station, epoch, seq, hash: found }) === code;
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

/** A head that one of the file's own records names, to be held against the file like an anchor. */
export function statementOf(source: InsideSource, day: DayId, head: Head | PrintedHead): Anchor {
  const { station, epoch, seq, hash } = head;
  const signature = 'signature' in head ? head.signature : null;
  return { source, day, kind: null, chain: { station }, epoch, seq, hash, signature };
}

/** Whether it comes from outside the file, so that it can prove something about it. */
export function isOutside({ source }: Anchor): boolean {
  return source !== 'next-epoch' && source !== 'paper-record' && source !== 'code-record';
}
