import type { Pen, TextStyle } from './draw-text.ts';
import { centredBaseline } from './page.ts';

/** A way to set a text: how large, and on how many lines at most. */
export interface Setting {
  readonly style: TextStyle;
  readonly maxLines: number;
}

/** Lines of one style, to be drawn one under the other. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly style: TextStyle;
}

const LEADING = 1.18;

/**
 * Sets a text in the first of the settings, the most generous first, in which all of it fits `maxWidth` points. When none
 * does, the last setting's last line is too long, and the pen ends it with ….
 */
export function fitBlock(
  text: string,
  settings: readonly [Setting, ...Setting[]],
  maxWidth: number,
  pen: Pen,
): TextBlock {
  let block: TextBlock = { lines: [text], style: settings[0].style };
  for (const { style, maxLines } of settings) {
    // Breaking only at separators reads better, breaking anywhere holds more.
    for (const isBreakingAnywhere of [false, true]) {
      block = { lines: wrapText(text, style, { maxWidth, maxLines, isBreakingAnywhere, pen }), style };
      if (block.lines.every((line) => pen.width(line, style) <= maxWidth)) return block;
    }
  }
  return block;
}

/** Draws blocks one under the other, the whole centred on `middle`. */
export function drawBlocks(
  pen: Pen,
  blocks: readonly TextBlock[],
  { x, middle, maxWidth }: { x: number; middle: number; maxWidth: number },
): void {
  const lines = blocks.flatMap(({ lines: texts, style }) => texts.map((text) => ({ text, style })));
  const height = lines.reduce((sum, { style }) => sum + style.size * LEADING, 0);
  let y = middle - height / 2;
  for (const { text, style } of lines) {
    const lineHeight = style.size * LEADING;
    pen.line(text, style, { x, baseline: centredBaseline(y + lineHeight / 2, style.size), maxWidth });
    y += lineHeight;
  }
}

interface Wrapping {
  readonly maxWidth: number;
  readonly maxLines: number;
  readonly isBreakingAnywhere: boolean;
  readonly pen: Pen;
}

/** After the last 间隔号, blank or comma that fits, else between code points; the last line takes what is left. */
function wrapText(text: string, style: TextStyle, wrapping: Wrapping): readonly string[] {
  const { maxWidth, maxLines, isBreakingAnywhere, pen } = wrapping;
  if (maxLines === 1 || pen.width(text, style) <= maxWidth) return [text];
  const characters = [...text];
  let fits = 1;
  while (fits < characters.length - 1 && pen.width(characters.slice(0, fits + 1).join(''), style) <= maxWidth)
    fits += 1;
  const separator = characters.slice(0, fits).findLastIndex((character) => /[·\s，、；]/.test(character));
  const at = separator > 0 && !isBreakingAnywhere ? separator + 1 : fits;
  const rest = characters.slice(at).join('').trimStart();
  return [
    characters.slice(0, at).join('').trimEnd(),
    ...wrapText(rest, style, { ...wrapping, maxLines: maxLines - 1 }),
  ];
}
