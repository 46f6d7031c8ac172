import type { SignInSheetView } from '../../../shared/documents/sign-in-sheet-view.ts';
import { LEFT, mm, RIGHT } from './page.ts';

/** A column of the sheet's table; lengths in points. */
export interface SheetColumn {
  readonly x: number;
  readonly maxWidth: number;
}

export type SheetColumnName =
  | 'index'
  | 'seat'
  | 'photo'
  | 'name'
  | 'numbers'
  | 'level'
  | 'entry'
  | 'signature'
  | 'remark';

/** How a sheet's table is set. */
export interface SheetLayout {
  readonly rowHeight: number;
  readonly columns: Readonly<Record<SheetColumnName, SheetColumn>>;
}

/** Clear of the uprights beside the place to write in. */
export const SIGNATURE_PADDING = mm(2);

/** The table's upper edge on every page, and the height of its headings. */
export const TABLE_TOP = mm(49.5);
export const HEADING_HEIGHT = mm(6.5);

/** How a sheet with these columns is set. */
export function layoutOf(columns: SignInSheetView['columns']): SheetLayout {
  const full = columns.photo === '' ? PLAIN_LAYOUT : PHOTO_LAYOUT;
  return columns.signature === '' ? withoutSigning(full) : full;
}

/** 20 rows a page. */
const PLAIN_LAYOUT: SheetLayout = {
  rowHeight: mm(9.9),
  columns: place({
    index: 9,
    seat: 12,
    photo: 0,
    name: 36,
    numbers: 36,
    level: 11,
    entry: 19,
    signature: 38,
    remark: 23,
  }),
};

/** 14 rows a page: a photo in which a face is told apart at arm's length, as it is when the sheet is signed. */
const PHOTO_LAYOUT: SheetLayout = {
  rowHeight: mm(14.1),
  columns: place({
    index: 8,
    seat: 11,
    photo: 13,
    name: 32,
    numbers: 34,
    level: 11,
    entry: 19,
    signature: 34,
    remark: 22,
  }),
};

/** Where nobody signs (C27), remarks have the place as well. */
function withoutSigning({ rowHeight, columns }: SheetLayout): SheetLayout {
  const { signature, remark } = columns;
  const wide = { x: signature.x, maxWidth: remark.x + remark.maxWidth - signature.x };
  return { rowHeight, columns: { ...columns, remark: wide } };
}

/** From the left, in millimetres. */
function place(widths: Readonly<Record<SheetColumnName, number>>): SheetLayout['columns'] {
  let left = LEFT;
  const placed = Object.entries(widths).map(([column, width]) => {
    const x = column === 'signature' || column === 'remark' ? left + SIGNATURE_PADDING : left;
    left += mm(width);
    return [column, { x, maxWidth: left - x - (left < RIGHT - 1 ? mm(2) : 0) }] as const;
  });
  return Object.fromEntries(placed) as SheetLayout['columns']; // the keys are those of `widths`
}
