import type {} from 'pdfkit'; // the namespace PDFKit is known wherever this file is
import type { FontChain, FontWeight } from './font-chain.ts';

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight: FontWeight;
  readonly color: string;
}

/** Where one line of text goes; lengths in points. */
export interface TextPlace {
  /** Left edge, centre or right edge of the text, as `align` says. */
  readonly x: number;
  readonly baseline: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Longer text is set smaller down to `minSize`, then cut by code point and ended with …. */
  readonly maxWidth?: number;
  readonly minSize?: number;
}

/** Draws single lines on a document; fonts are mixed on one baseline. */
export interface Pen {
  /** Width in points. */
  width(text: string, style: TextStyle): number;
  /** Returns the width drawn. */
  line(text: string, style: TextStyle, place: TextPlace): number;
}

const ELLIPSIS = '…';
const SIZE_STEP = 0.25;

/** A pen over one document. */
export function createPen(document: PDFKit.PDFDocument, fonts: FontChain): Pen {
  const registered = new Set<string>();

  function select(name: string, source: () => unknown): void {
    if (!registered.has(name)) {
      // @types/pdfkit knows only files and buffers; since 0.20 a parsed font is taken as it is.
      document.registerFont(name, source() as string);
      registered.add(name);
    }
    document.font(name);
  }

  function width(text: string, style: TextStyle): number {
    document.fontSize(style.size);
    return fonts.runs(text, style.weight).reduce((sum, run) => {
      select(run.face.name, run.face.font);
      return sum + document.widthOfString(run.text);
    }, 0);
  }

  return {
    width,
    line(text, style, place) {
      if (text === '') return 0;
      const fitted = fit(text, style, place, width);
      const total = width(fitted.text, fitted.style);
      let x = place.x - (place.align === 'right' ? total : place.align === 'center' ? total / 2 : 0);
      document.fillColor(style.color).fontSize(fitted.style.size);
      for (const run of fonts.runs(fitted.text, style.weight)) {
        select(run.face.name, run.face.font);
        // The baseline is named, because fonts of different ascent would otherwise stand at different heights.
        document.text(run.text, x, place.baseline, { lineBreak: false, baseline: 'alphabetic' });
        x += document.widthOfString(run.text);
      }
      return total;
    },
  };
}

type Measure = (text: string, style: TextStyle) => number;

function fit(text: string, style: TextStyle, place: TextPlace, width: Measure): { text: string; style: TextStyle } {
  const { maxWidth = Number.POSITIVE_INFINITY, minSize = style.size } = place;
  let fitted = style;
  while (width(text, fitted) > maxWidth && fitted.size > minSize) {
    fitted = { ...fitted, size: Math.max(minSize, fitted.size - SIZE_STEP) };
  }
  if (width(text, fitted) <= maxWidth) return { text, style: fitted };
  const characters = [...text]; // code points: 𬱖 is never cut in two
  while (characters.length > 1 && width(characters.join('') + ELLIPSIS, fitted) > maxWidth) characters.pop();
  return { text: characters.join('') + ELLIPSIS, style: fitted };
}
