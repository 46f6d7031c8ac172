import { createHash } from 'node:crypto';
import type { IssuedPaper } from '../../../shared/domain/state.ts';
import type { DayId } from '../../../shared/ids.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';
import { findPaperFile } from './paper-files.ts';

/** A day whose papers are kept. */
interface DayOfPapers {
  readonly keys: Pick<DayKeys, 'boxes'>;
  readonly journal: { readonly day: DayId };
}

/**
 * The file of an issued paper, of a sealed one the newest, and how many papers it holds. Null where it is not here, does
 * not open, or is another than the one that was sealed: a box says for what it is, not for which paper.
 */
export function readPaper(
  dataDir: string,
  day: DayOfPapers,
  { document, seals }: Pick<IssuedPaper, 'document' | 'seals'>,
): { readonly bytes: Uint8Array; readonly papers: number } | null {
  const seal = seals.at(-1) ?? null;
  const file = findPaperFile(dataDir, day.journal.day, document, seal);
  const opened = file === null ? null : day.keys.boxes.openBytes(...PLACES.paperFile, file.box);
  if (file === null || opened?.ok !== true) return null;
  const isOther = seal !== null && createHash('sha256').update(opened.value).digest('hex') !== seal.sha256;
  return isOther ? null : { bytes: opened.value, papers: file.papers };
}
