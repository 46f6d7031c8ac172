import { recordNumberOf } from '../domain/record-number.ts';
import { formatMinute } from '../domain/day-time.ts';
import { type QrHead, SHORT_HASH_DIGITS } from './paper-qr.ts';

/** A chain's head as a paper bears it: proof of what the journal held when the paper was drawn. */
export interface PrintedHead {
  /** The station's short name on papers, "A". */
  readonly label: string;
  /** Station id. */
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  /** Chain hash at `seq`, hex. */
  readonly hash: string;
}

/** "A#233 · B#118 08:59": the heads in order of label, and when they were read (UTC ms, printed in Asia/Shanghai). */
export function headsLine(heads: readonly PrintedHead[], at: number): string {
  const named = sortedHeads(heads).map((head) => recordNumberOf(head.label, head));
  return `${named.length === 0 ? '尚无记录' : named.join(' · ')} ${formatMinute(at)}`;
}

/** In order of label, then epoch, so that equal heads print equally whatever order they came in. */
export function sortedHeads<H extends Pick<PrintedHead, 'label' | 'epoch'>>(heads: readonly H[]): readonly H[] {
  return heads.toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.epoch - b.epoch));
}

/** Heads as a page's code bears them: the hash cut short. */
export function codeHeads(heads: readonly PrintedHead[]): readonly QrHead[] {
  return heads.map(({ label, epoch, seq, hash }) => ({ label, epoch, seq, hash: hash.slice(0, SHORT_HASH_DIGITS) }));
}
