import type { DocumentId } from '../ids.ts';
import type { PaperScan, RoomState } from './state.ts';

/** SB1: of each page the scan that was filed last, in order of pages. */
export function filedPages({ scans }: Pick<RoomState, 'scans'>, document: DocumentId): readonly PaperScan[] {
  const byPage = new Map<number, PaperScan>();
  for (const scan of scans) if (scan.document === document) byPage.set(scan.page, scan);
  return [...byPage.values()].toSorted((a, b) => a.page - b.page);
}
