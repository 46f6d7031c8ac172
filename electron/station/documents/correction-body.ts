import type { ContentDifference, CorrectionContent } from '../../../shared/documents/correction-view.ts';
import { continuedText } from '../../../shared/documents/words.ts';
import { drawFacts, FACTS_Y } from './draw-head.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { factPieces, rowOfCells, textPieces, titlePiece } from './flow-pieces.ts';
import { drawRule, INK, LEFT, mm, RIGHT, VALUE } from './page.ts';
import type { Piece } from './page-pieces.ts';
import type { SignedPaperBody } from './signed-paper-body.ts';
import { createWrap, type Wrap } from './wrap-lines.ts';

const FACT_EDGES = [0, 56, 102, 130] as const;
const FACTS_BOTTOM = mm(40);
const FIRST_TOP = FACTS_BOTTOM + mm(1);

const WHERE: TextStyle = { size: 8.5, weight: 'bold', color: INK };
const CELL: TextStyle = { size: 8.5, weight: 'regular', color: INK };
const BEFORE_X = LEFT + mm(38);
const AFTER_X = LEFT + mm(112);
const GAP = mm(4);
/** A long text goes on in a row of its own, which another page may take. */
const LINES_TOGETHER = 12;

/** 更正单 between head and signatures: what it corrects and why, then each difference beside what was sealed. */
export function correctionBody(content: CorrectionContent, pen: Pen): SignedPaperBody {
  const { facts, statements, differences, emptyText } = content;
  const wrap = createWrap(pen, CELL);
  const title = `更正内容 ${differences.length}`;
  const opening = listTitle(continuedText(title));
  const list =
    differences.length === 0
      ? textPieces([emptyText], createWrap(pen, VALUE), VALUE)
      : differences
          .flatMap((one, at) => differencePieces(one, { wrap, isLast: at === differences.length - 1 }))
          .map((piece) => ({ ...piece, opening }));
  return {
    firstTop: FIRST_TOP,
    drawOverview(canvas) {
      drawFacts(canvas, facts, { y: FACTS_Y[0], edges: FACT_EDGES });
      drawRule(canvas, { y: FACTS_BOTTOM, width: 0.8, color: INK });
    },
    pieces: [...factPieces(statements, pen), listTitle(title), ...list],
  };
}

function listTitle(title: string): Piece {
  return titlePiece(title, [
    { text: '封存时', x: BEFORE_X },
    { text: '更正为', x: AFTER_X },
  ]);
}

function differencePieces(
  { where, what, before, after }: ContentDifference,
  { wrap, isLast }: { readonly wrap: Wrap; readonly isLast: boolean },
): readonly Piece[] {
  const cells = [
    {
      lines: wrap([where, what].filter((text) => text !== '').join(' · '), BEFORE_X - LEFT - GAP),
      style: WHERE,
      x: LEFT,
    },
    { lines: wrap(before, AFTER_X - BEFORE_X - GAP), style: CELL, x: BEFORE_X },
    { lines: wrap(after, RIGHT - AFTER_X), style: CELL, x: AFTER_X },
  ];
  const parts = Math.ceil(Math.max(...cells.map(({ lines }) => lines.length)) / LINES_TOGETHER);
  return Array.from({ length: parts }, (_, part) =>
    rowOfCells(
      cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * LINES_TOGETHER, (part + 1) * LINES_TOGETHER) })),
      { padding: mm(1.1), isLast: isLast && part === parts - 1 },
    ),
  );
}
