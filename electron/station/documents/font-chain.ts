import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export type FontWeight = 'regular' | 'bold';

/** One font of the chain; the file is read when the first character needs it, then kept. */
export interface FontFace {
  /** Unique in the chain; the name under which a document registers it. */
  readonly name: string;
  readonly font: () => fontkit.Font;
}

/** Neighbouring characters that one font draws. */
export interface FontRun {
  readonly face: FontFace;
  readonly text: string;
}

/** Fonts in order of preference; every character is drawn by the first that has it. */
export interface FontChain {
  /** Splits by code point. Throws for a character that no font has: ask `missing` before drawing. */
  runs(text: string, weight: FontWeight): readonly FontRun[];
  /** Characters that some weight cannot draw, each once, in order; empty when all is well. */
  missing(text: string): readonly string[];
}

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<FontWeight, readonly string[]>> = {
  regular: [
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
    '@expo-google-fonts/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf',
  ],
  bold: [
    '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
    '@expo-google-fonts/noto-sans-hk/700Bold/NotoSansHK_700Bold.ttf',
  ],
};

/** The bundled fonts: 简体, then what only the Japanese (𠮷) and the Hong Kong (𡋾) set has. */
export function createFontChain(): FontChain {
  return chainOf({ regular: FILES.regular.map(openFace), bold: FILES.bold.map(openFace) });
}

/** A chain of any faces; of each weight the first is the one that sets the look. */
export function chainOf(faces: Readonly<Record<FontWeight, readonly FontFace[]>>): FontChain {
  const found: Record<FontWeight, Map<number, FontFace | null>> = { regular: new Map(), bold: new Map() };

  function findFace(codePoint: number, weight: FontWeight): FontFace | null {
    const known = found[weight].get(codePoint);
    if (known !== undefined) return known;
    const face = inOrder(codePoint, faces[weight]).find((each) => each.font().hasGlyphForCodePoint(codePoint)) ?? null;
    found[weight].set(codePoint, face);
    return face;
  }

  return {
    runs(text, weight) {
      const runs: { face: FontFace; text: string }[] = [];
      for (const character of text) {
        const face = findFace(codePointOf(character), weight);
        if (face === null) throw new Error(`no font has U+${codePointOf(character).toString(16).toUpperCase()}`);
        const last = runs.at(-1);
        if (last?.face === face) last.text += character;
        else runs.push({ face, text: character });
      }
      return runs;
    },
    missing(text) {
      const characters = new Set(text);
      return [...characters].filter((character) => {
        const codePoint = codePointOf(character);
        return findFace(codePoint, 'regular') === null || findFace(codePoint, 'bold') === null;
      });
    },
  };
}

const MIDDLE_DOT = 0xb7;

/** 间隔号 in a name: the first font draws it as wide as a Han character, which tears 买买提 from 阿依古丽. */
function inOrder(codePoint: number, faces: readonly FontFace[]): readonly FontFace[] {
  const [first, second, ...rest] = faces;
  if (codePoint !== MIDDLE_DOT || first === undefined || second === undefined) return faces;
  return [second, first, ...rest];
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0; // a string iterates as non-empty characters
}

function openFace(file: string): FontFace {
  let font: fontkit.Font | undefined;
  return {
    name: file.slice(file.lastIndexOf('/') + 1, -'.ttf'.length),
    font() {
      font ??= readFont(file);
      return font;
    },
  };
}

function readFont(file: string): fontkit.Font {
  const font = fontkit.create(readFileSync(require.resolve(file)));
  if ('fonts' in font) throw new Error(`${file} is a collection, not one font`);
  return font;
}
