import { describe, expect, it } from 'vitest';
import { flowPieces, type Piece } from '../../../../../electron/station/documents/page-pieces.ts';

interface NamedPiece extends Piece {
  readonly name: string;
}

function piece(name: string, height: number, overrides: Partial<Piece> = {}): NamedPiece {
  return {
    name,
    height,
    least: height,
    staysWithNext: false,
    opening: null,
    split: () => null,
    draw() {},
    ...overrides,
  };
}

/** May be cut anywhere but within ten of either end. */
function textPiece(name: string, height: number, opening: Piece | null = null): NamedPiece {
  return piece(name, height, {
    least: Math.min(height, 10),
    opening,
    split(atMost) {
      const at = Math.min(atMost, height - 10);
      return at < 10 ? null : [textPiece(`${name}<`, at, opening), textPiece(`${name}>`, height - at, opening)];
    },
  });
}

/** 100 a page; the first begins at 20, the last ends at 70. */
const AREA = { firstTop: 20, top: 0, bottom: 100, lastBottom: 70 };

function flow(...pieces: readonly NamedPiece[]) {
  return flowPieces(pieces, AREA).map((page) =>
    page.map(({ piece: placed, y }) => `${(placed as NamedPiece).name} ${y}-${y + placed.height}`),
  );
}

describe('pieces on pages', () => {
  it('stand one under the other', () => {
    expect(flow(piece('a', 10), piece('b', 20))).toEqual([['a 20-30', 'b 30-50']]);
  });

  it('are one page when there are none', () => {
    expect(flow()).toEqual([[]]);
  });

  it('go on on the next page, under the opening of their list', () => {
    const opening = piece('list again', 5);
    expect(flow(piece('a', 70), piece('b', 20, { opening }))).toEqual([['a 20-90'], ['list again 0-5', 'b 5-25']]);
  });

  it('a heading never ends a page', () => {
    const heading = piece('heading', 10, { staysWithNext: true });
    expect(flow(piece('a', 65), heading, piece('b', 20))).toEqual([['a 20-85'], ['heading 0-10', 'b 10-30']]);
  });

  it('a long piece is cut where the page ends', () => {
    const opening = piece('list again', 5);
    expect(flow(piece('a', 50), textPiece('text', 150, opening))).toEqual([
      ['a 20-70', 'text< 70-100'],
      ['list again 0-5', 'text>< 5-100'],
      ['list again 0-5', 'text>> 5-30'],
    ]);
  });

  it('a heading stays with the beginning of a long piece', () => {
    const heading = piece('heading', 10, { staysWithNext: true });
    expect(flow(piece('a', 60), heading, textPiece('text', 40))).toEqual([
      ['a 20-80', 'heading 80-90', 'text< 90-100'],
      ['text> 0-30'],
    ]);
  });

  it('what cannot be cut and is higher than a page stands alone', () => {
    expect(flow(piece('a', 10), piece('b', 120), piece('c', 10))).toEqual([['a 20-30'], ['b 0-120'], ['c 0-10']]);
  });
});

describe('the last page', () => {
  it('leaves room for what closes the paper, and takes the last piece along to a new one', () => {
    expect(flow(piece('a', 50), piece('b', 10))).toEqual([['a 20-70'], ['b 0-10']]);
  });

  it('takes the heading along with its piece', () => {
    const heading = piece('heading', 10, { staysWithNext: true });
    expect(flow(piece('a', 40), heading, piece('b', 10))).toEqual([['a 20-60'], ['heading 0-10', 'b 10-20']]);
  });

  it('shares a piece that fills a page alone', () => {
    expect(flow(textPiece('text', 80))).toEqual([['text< 20-60'], ['text> 0-40']]);
  });

  it('shares a heading and its long piece so that the heading keeps the first half', () => {
    const heading = piece('heading', 10, { staysWithNext: true });
    expect(flow(heading, textPiece('text', 60))).toEqual([['heading 20-30', 'text< 30-60'], ['text> 0-30']]);
  });

  it('keeps a piece that cannot be cut where it would fit no better elsewhere', () => {
    expect(flow(piece('a', 60))).toEqual([['a 20-80']]);
  });
});
