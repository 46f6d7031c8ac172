import type { SignInSheetView } from '../../../shared/documents/sign-in-sheet-view.ts';
import { HEADING_HEIGHT, layoutOf, SIGNATURE_PADDING, TABLE_TOP } from './sheet-columns.ts';

/** Where one person signs on a page; lengths in points from the page's upper left. */
export interface SignatureCell {
  /** As printed: "07". */
  readonly seat: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The cells that are to be signed, page by page: without those struck through. None where nobody signs (C27). */
export function signatureCells({ columns, pages }: SignInSheetView): readonly (readonly SignatureCell[])[] {
  const { rowHeight, columns: placed } = layoutOf(columns);
  const x = placed.signature.x - SIGNATURE_PADDING;
  const width = placed.remark.x - SIGNATURE_PADDING - x;
  const top = TABLE_TOP + HEADING_HEIGHT;
  return pages.map(({ rows }) =>
    rows.flatMap(({ seat, name, isSignatureBarred }, index) =>
      columns.signature === '' || isSignatureBarred
        ? []
        : [{ seat, name, x, y: top + index * rowHeight, width, height: rowHeight }],
    ),
  );
}
