import type {
  CheckBox,
  CheckRow,
  PreExamChecksView,
  PrintablePreExamChecks,
} from '../../../shared/documents/pre-exam-checks.ts';
import { drawFlowPaper } from './draw-flow-paper.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { cellHeight, factPieces, rowOfCells, textPieces, titlePiece } from './flow-pieces.ts';
import { type Canvas, INK, INK_QUIET, LEFT, mm, RIGHT } from './page.ts';
import type { Piece } from './page-pieces.ts';
import { createWrap, type Wrap } from './wrap-lines.ts';

const FACT_EDGES = [0, 62, 106, 128, 150] as const;
const BOX_SIZE = mm(3.4);
const TEXT_LEFT = LEFT + mm(7);
const BY_LEFT = LEFT + mm(142);

const TEXT: TextStyle = { size: 9.5, weight: 'regular', color: INK };
const DETAIL: TextStyle = { size: 8, weight: 'regular', color: INK_QUIET };
const PADDING = mm(1.1);

/** Draws 考前检查单 and returns its pages. */
export function drawPreExamChecks(canvas: Canvas, { view, ...codes }: PrintablePreExamChecks): number {
  const { pen } = canvas;
  return drawFlowPaper(canvas, {
    frame: view,
    codes,
    head: { ...view, tags: [{ text: view.rehearsalNote, isFilled: true }], paper: '' },
    facts: view.facts,
    // The last one has the rest of the line.
    edges: FACT_EDGES.slice(0, view.facts.length),
    pieces: [
      ...sectionPieces(view, pen),
      titlePiece(view.visitsTitle),
      ...textPieces(view.visits, createWrap(pen, TEXT), TEXT),
      ...factPieces(view.lists, pen),
    ],
    signatures: view.signatures,
  });
}

function sectionPieces({ sections, byHeading }: PreExamChecksView, pen: Pen): readonly Piece[] {
  const wrap = createWrap(pen, TEXT);
  const wrapDetail = createWrap(pen, DETAIL);
  return sections.flatMap(({ title, rows }) => [
    titlePiece(title, [{ text: byHeading, x: BY_LEFT }]),
    ...rows.map((row, at) => itemPiece(row, { wrap, wrapDetail, isLast: at === rows.length - 1 })),
  ]);
}

interface Setting {
  readonly wrap: Wrap;
  readonly wrapDetail: Wrap;
  readonly isLast: boolean;
}

/** Text above, what was said of it beneath; who and when beside it. */
function itemPiece(row: CheckRow, { wrap, wrapDetail, isLast }: Setting): Piece {
  const width = BY_LEFT - TEXT_LEFT - mm(3);
  const text = wrap(row.text, width);
  const detail = wrapDetail(row.detail, width);
  return rowOfCells(
    [
      { lines: text, style: TEXT, x: TEXT_LEFT },
      { lines: detail, style: DETAIL, x: TEXT_LEFT, below: cellHeight({ lines: text, style: TEXT }) },
      { lines: wrapDetail(row.by, RIGHT - BY_LEFT), style: DETAIL, x: BY_LEFT },
    ],
    {
      padding: PADDING,
      isLast,
      extra: (canvas, y) => drawBox(canvas, row.box, { x: LEFT + mm(1), y: y + PADDING + mm(0.5) }),
    },
  );
}

/** An empty box is for the pen; a ticked one has its tick, one that does not apply a bar: shapes, told apart on any copier. */
function drawBox({ document }: Canvas, box: CheckBox, { x, y }: { x: number; y: number }): void {
  document.lineWidth(0.9).rect(x, y, BOX_SIZE, BOX_SIZE).stroke(INK);
  if (box === 'ticked') {
    document
      .lineWidth(1.4)
      .moveTo(x + BOX_SIZE * 0.18, y + BOX_SIZE * 0.52)
      .lineTo(x + BOX_SIZE * 0.42, y + BOX_SIZE * 0.78)
      .lineTo(x + BOX_SIZE * 0.84, y + BOX_SIZE * 0.2)
      .stroke(INK);
  }
  if (box === 'barred') {
    document
      .lineWidth(1.2)
      .moveTo(x + BOX_SIZE * 0.2, y + BOX_SIZE * 0.5)
      .lineTo(x + BOX_SIZE * 0.8, y + BOX_SIZE * 0.5)
      .stroke(INK);
  }
}
