import type { SeatNo } from '../../../shared/ids.ts';
import { as } from '../../../shared/ids.ts';
import { judgeInk, type InkVerdict } from '../pictures/judge-ink.ts';
import { measurePaperPicture } from '../pictures/read-paper-picture.ts';
import type { SheetCells } from './sheet-cells-file.ts';

/** Which rows of a page bear a signature; `rows` null where there is nothing to look for. */
export interface SignatureFindings {
  readonly rows: number | null;
  readonly unsigned: SeatNo[];
  readonly unclear: SeatNo[];
}

/**
 * SB3: looks into each cell of the page. Where the page cannot be laid over the picture, every row is unclear. Two people
 * on one seat are one row to be looked at.
 */
export async function lookForSignatures(
  bytes: Uint8Array,
  cells: SheetCells | null,
  { code, page }: { readonly code: string; readonly page: number },
): Promise<SignatureFindings> {
  const ofPage = cells?.pages[page - 1] ?? [];
  if (cells === null || ofPage.length === 0) return { rows: cells === null ? null : 0, unsigned: [], unclear: [] };
  const measured = await measurePaperPicture(bytes, { code, anchors: cells.anchors, cells: ofPage });
  const ink = measured.ok ? measured.value.ink : null;
  const verdicts = ofPage.map((_, index): InkVerdict => {
    const measure = ink?.[index];
    return measure === undefined ? 'unclear' : judgeInk(measure);
  });
  const seatsOf = (verdict: InkVerdict) => {
    const seats = ofPage.filter((_, index) => verdicts[index] === verdict).map(({ seat }) => Number(seat));
    return [...new Set(seats)].toSorted((a, b) => a - b).map((seat) => as<SeatNo>(seat));
  };
  return { rows: ofPage.length, unsigned: seatsOf('unsigned'), unclear: seatsOf('unclear') };
}
