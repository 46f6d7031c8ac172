import type { Canvas } from './page.ts';

/** Something that flows down the pages of a paper; lengths in points. */
export interface Piece {
  readonly height: number;
  /** How much of it must fit below a piece that stays with it. */
  readonly least: number;
  /** Never the last on its page while another piece follows. */
  readonly staysWithNext: boolean;
  /** Drawn again above it where it opens a page: its list's headings. */
  readonly opening: Piece | null;
  /** Cuts it so that the first part is at most so high; null where that cannot be done well. */
  readonly split: (atMost: number) => readonly [Piece, Piece] | null;
  readonly draw: (canvas: Canvas, y: number) => void;
}

/** A piece and its upper edge. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly y: number;
}

/** Where pieces may stand, in points from the page's upper edge. */
export interface FlowArea {
  readonly firstTop: number;
  readonly top: number;
  readonly bottom: number;
  /** The last page's, above what closes the paper. */
  readonly lastBottom: number;
}

/** Sets pieces on as few pages as hold them, at least one; the last page always has some of them, if there are any. */
export function flowPieces(pieces: readonly Piece[], area: FlowArea): readonly (readonly PlacedPiece[])[] {
  const pages = fill(pieces, area, area.firstTop);
  const last = pages.at(-1) ?? [];
  const end = last.at(-1);
  if (end === undefined || end.y + end.piece.height <= area.lastBottom) return pages;
  const [kept, moved] = cutEnd(last);
  const top = pages.length === 1 && kept.length === 0 ? area.firstTop : area.top;
  const rest = fill(moved, { ...area, bottom: area.lastBottom }, top);
  return [...pages.slice(0, -1), ...(kept.length === 0 ? [] : [kept]), ...rest];
}

function fill(pieces: readonly Piece[], area: FlowArea, firstTop: number): PlacedPiece[][] {
  const waiting = [...pieces];
  const pages: PlacedPiece[][] = [[]];
  let page: PlacedPiece[] = pages[0] ?? [];
  let y = firstTop;

  function place(piece: Piece): void {
    page.push({ piece, y });
    y += piece.height;
  }
  function turn(): void {
    page = [];
    pages.push(page);
    y = area.top;
  }

  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    if (page.length === 0 && pages.length > 1 && piece.opening !== null) place(piece.opening);
    const next = piece.staysWithNext ? (waiting[0]?.least ?? 0) : 0;
    if (y + piece.height + next <= area.bottom) {
      place(piece);
      continue;
    }
    const parts = piece.split(area.bottom - y);
    if (parts !== null) {
      place(parts[0]);
      waiting.unshift(parts[1]);
      turn();
    } else if (page.every(({ piece: placed }) => placed === piece.opening)) {
      place(piece); // higher than a page and not to be cut: it stands alone rather than nowhere
    } else {
      waiting.unshift(piece);
      turn();
    }
  }
  return pages;
}

/** Takes the end of a page off it: its last piece with what stays with that, or, where it is alone, half of it. */
function cutEnd(page: readonly PlacedPiece[]): readonly [readonly PlacedPiece[], readonly Piece[]] {
  let at = page.length - 1;
  while (at > 0 && page[at - 1]?.piece.staysWithNext === true) at -= 1;
  const kept = page.slice(0, at);
  const moved = page.slice(at).map(({ piece }) => piece);
  if (kept.length > 0) return [kept, moved];
  const last = page.at(-1);
  const parts = last?.piece.split(last.piece.height / 2) ?? null;
  if (last === undefined || parts === null) return [kept, moved];
  return [[...page.slice(0, -1), { piece: parts[0], y: last.y }], [parts[1]]];
}
