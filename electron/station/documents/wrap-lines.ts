import type { Pen, TextStyle } from './draw-text.ts';

/** Breaks one style's texts into lines of any width; keeps what it has measured. */
export type Wrap = (text: string, maxWidth: number) => readonly string[];

const NEVER_FIRST = new Set('，。、；：！？）」』”’》〉】〕…—·％,.;:!?)]}%');
const NEVER_LAST = new Set('（「『“‘《〈【〔([{');
const WORD = /[\p{Script=Latin}\p{N}]/u;
/** Between two numbers it makes one: 10:30, 11–14, 1.5. */
const JOINT = /[:–.-]/;

/** Texts up to so long are measured whole first. */
const WHOLE = 40;

/**
 * Wraps by code point as 简体中文 is set: between any two Han characters, never within a Latin word or a number that fits
 * a line, no closing mark first on a line and no opening one last. '' gives no line.
 */
export function createWrap(pen: Pen, style: TextStyle): Wrap {
  // Summed by character: measuring every prefix anew would take seconds for pages of text, and kerning here is nothing.
  const widths = new Map<string, number>();
  function widthOf(character: string): number {
    const known = widths.get(character);
    if (known !== undefined) return known;
    const width = pen.width(character, style);
    widths.set(character, width);
    return width;
  }

  return (text, maxWidth) => {
    if (text === '') return [];
    const characters = [...text];
    // A column may be just as wide as its widest text, and the sum of a text's characters a hair wider than the text.
    if (characters.length <= WHOLE && pen.width(text, style) <= maxWidth) return [text];
    const lines: string[] = [];
    let start = 0;
    while (start < characters.length) {
      let end = start;
      let width = 0;
      while (end < characters.length) {
        width += widthOf(characters[end] ?? '');
        if (width > maxWidth && end > start) break;
        end += 1;
      }
      if (end < characters.length) end = breakBefore(characters, start, end);
      lines.push(characters.slice(start, end).join('').trim());
      start = end;
      while (characters[start] === ' ') start += 1;
    }
    return lines;
  };
}

/** The last lawful break at or before `end`, where a line of more than one character has one; else `end` itself. */
function breakBefore(characters: readonly string[], start: number, end: number): number {
  for (let at = end; at > start; at -= 1) {
    const before = characters[at - 1] ?? '';
    const after = characters[at] ?? '';
    const isWithinWord =
      (WORD.test(before) && WORD.test(after)) || isWithinNumbers(characters, at) || isWithinNumbers(characters, at - 1);
    if (!isWithinWord && !NEVER_FIRST.has(after) && !NEVER_LAST.has(before)) return at;
  }
  return end;
}

/** Whether the character at `at` joins two numbers. */
function isWithinNumbers(characters: readonly string[], at: number): boolean {
  const [before = '', joint = '', after = ''] = characters.slice(at - 1, at + 2);
  return JOINT.test(joint) && /\d/.test(before) && /\d/.test(after);
}
