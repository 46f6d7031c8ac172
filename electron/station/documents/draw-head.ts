import type { SheetFact } from '../../../shared/documents/sign-in-sheet-view.ts';
import { drawBlocks, fitBlock, type Setting } from './draw-block.ts';
import type { TextStyle } from './draw-text.ts';
import { type Canvas, centredBaseline, drawRule, INK, LABEL, LEFT, mm, RIGHT, VALUE } from './page.ts';

const ABOVE_TITLE = mm(14.5);
const TITLE_BASELINE = mm(24);
const RULE_Y = mm(28.5);

/** Where the first and the second row of facts stand, under the head's rule. */
export const FACTS_Y = [mm(30), mm(39.5)] as const;

const TITLE: TextStyle = { size: 21, weight: 'bold', color: INK };
const ROOM: TextStyle = { size: 27, weight: 'bold', color: INK };
const STRONG: TextStyle = { size: 12, weight: 'bold', color: INK };

/** A fact is signed: it is set small on two lines before any of it is cut. */
const FACT_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: VALUE, maxLines: 1 },
  { style: { ...VALUE, size: 8 }, maxLines: 1 },
  { style: { ...VALUE, size: 6.5 }, maxLines: 2 },
  { style: { ...VALUE, size: 5 }, maxLines: 3 },
];

/** A note beside the title: outlined when it only says something, filled when it warns; '' is not drawn. */
export interface Tag {
  readonly text: string;
  readonly isFilled: boolean;
}

/** What stands above the rule of every paper: the room large enough to be read across a desk. */
export interface HeadContent {
  readonly exam: string;
  readonly place: string;
  readonly title: string;
  readonly tags: readonly Tag[];
  readonly roomLabel: string;
  readonly room: string;
  readonly paper: string;
}

/** Draws the head down to its rule. */
export function drawHead(canvas: Canvas, head: HeadContent): void {
  const { pen } = canvas;
  pen.line(head.exam, VALUE, { x: LEFT, baseline: ABOVE_TITLE, maxWidth: mm(140), minSize: 7 });
  pen.line(head.place, VALUE, { x: RIGHT, baseline: ABOVE_TITLE, align: 'right', maxWidth: mm(42), minSize: 7 });
  const titleWidth = pen.line(head.title, TITLE, { x: LEFT, baseline: TITLE_BASELINE });
  drawTags(canvas, head.tags, LEFT + titleWidth + mm(4));
  const roomWidth = pen.line(head.room, ROOM, {
    x: RIGHT,
    baseline: TITLE_BASELINE,
    align: 'right',
    maxWidth: mm(36),
    minSize: 6,
  });
  const labelX = RIGHT - roomWidth - mm(2);
  const labelWidth = pen.line(head.roomLabel, LABEL, { x: labelX, baseline: TITLE_BASELINE, align: 'right' });
  pen.line(head.paper, STRONG, { x: labelX - labelWidth - mm(6), baseline: TITLE_BASELINE, align: 'right' });
  drawRule(canvas, { y: RULE_Y, width: 1.2, color: INK });
}

function drawTags({ document, pen }: Canvas, tags: readonly Tag[], left: number): void {
  const height = mm(5.2);
  let x = left;
  for (const { text, isFilled } of tags.filter((tag) => tag.text !== '')) {
    const style: TextStyle = { size: 8, weight: 'bold', color: isFilled ? '#ffffff' : INK };
    const width = pen.width(text, style) + mm(4);
    document.lineWidth(0.7).roundedRect(x, TITLE_BASELINE - mm(4.6), width, height, 2);
    if (isFilled) document.fill(INK);
    else document.stroke(INK);
    pen.line(text, style, {
      x: x + mm(2),
      baseline: centredBaseline(TITLE_BASELINE - mm(4.6) + height / 2, style.size),
    });
    x += width + mm(2);
  }
}

/** One row of facts, each in its column: `edges` are the columns' left edges in millimetres from the page's own. */
export function drawFacts(
  canvas: Canvas,
  facts: readonly (SheetFact | null)[],
  { y, edges }: { y: number; edges: readonly number[] },
): void {
  for (const [column, fact] of facts.entries()) {
    if (fact === null) continue;
    const x = LEFT + mm(edges[column] ?? 0);
    const next = edges[column + 1];
    const maxWidth = (next === undefined ? RIGHT : LEFT + mm(next)) - x - mm(3);
    canvas.pen.line(fact.label, LABEL, { x, baseline: y + mm(3), maxWidth, minSize: 5.5 });
    const value = fitBlock(fact.value, FACT_SETTINGS, maxWidth, canvas.pen);
    drawBlocks(canvas.pen, [value], { x, middle: y + mm(6), maxWidth });
  }
}
