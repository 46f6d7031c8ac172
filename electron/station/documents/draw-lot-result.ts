import type { LotResultView, PrintableLotResult } from '../../../shared/documents/lot-result.ts';
import { drawFlowPaper } from './draw-flow-paper.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { type Cell, cellHeight, factPieces, rowOfCells, titlePiece } from './flow-pieces.ts';
import { type Canvas, INK, LEFT, mm, RIGHT, VALUE } from './page.ts';
import type { Piece } from './page-pieces.ts';
import { createWrap } from './wrap-lines.ts';

const FACT_EDGES = [0, 58, 106, 142] as const;
const PLACE_LEFT = LEFT + mm(26);
const PEOPLE_LEFT = LEFT + mm(82);

/** Read aloud from, so large. */
const ROOM: TextStyle = { size: 13, weight: 'bold', color: INK };
const NAME: TextStyle = { size: 13, weight: 'regular', color: INK };
/** Names of more characters than a column holds. */
const LONG_NAME: TextStyle = { ...NAME, size: 8 };
const LONGEST = { 2: 10, 3: 7 } as const;

/** Draws 抽签结果 and returns its pages. */
export function drawLotResult(canvas: Canvas, { view, ...codes }: PrintableLotResult): number {
  return drawFlowPaper(canvas, {
    frame: view,
    codes,
    head: {
      ...view,
      place: view.site,
      tags: [
        { text: view.repeatText, isFilled: true },
        { text: view.rehearsalNote, isFilled: true },
      ],
      roomLabel: '',
      room: '',
      paper: '',
    },
    facts: view.facts,
    edges: FACT_EDGES,
    pieces: [
      ...roomPieces(view, canvas.pen),
      ...factPieces(view.notes, canvas.pen),
      titlePiece(view.howTitle),
      ...factPieces(view.how, canvas.pen),
    ],
    signatures: view.signatures,
  });
}

function roomPieces({ columns, rows }: LotResultView, pen: Pen): readonly Piece[] {
  const [room, place, people] = columns;
  const wrapRoom = createWrap(pen, ROOM);
  const wrapPlace = createWrap(pen, VALUE);
  const inLine = rows.every((row) => row.people.length <= 2) ? 2 : 3;
  return [
    titlePiece(room, [
      { text: place, x: PLACE_LEFT },
      { text: people, x: PEOPLE_LEFT },
    ]),
    ...rows.map((row, at) =>
      rowOfCells(
        [
          { lines: wrapRoom(row.room, PLACE_LEFT - LEFT - mm(2)), style: ROOM, x: LEFT },
          { lines: wrapPlace(row.place, PEOPLE_LEFT - PLACE_LEFT - mm(3)), style: VALUE, x: PLACE_LEFT },
          ...nameCells(row.people, inLine),
        ],
        { padding: mm(0.9), isLast: at === rows.length - 1 },
      ),
    ),
  ];
}

/** Two or three beside each other, so that the second of each room stand in one column. */
function nameCells(people: readonly string[], inLine: 2 | 3): readonly Cell[] {
  const width = (RIGHT - PEOPLE_LEFT) / inLine;
  return people.map((name, at) => {
    const style = [...name].length > LONGEST[inLine] ? LONG_NAME : NAME;
    const below = Math.floor(at / inLine) * cellHeight({ lines: [''], style: NAME });
    return { lines: [name], style, x: PEOPLE_LEFT + (at % inLine) * width, below };
  });
}
