import { pinyin, polyphonic } from 'pinyin-pro';
import { comparisonKey } from '../../../shared/domain/names.ts';

/** How one character of a name may be typed: the likely reading first, then its others. Lower case, ü as v. */
export type Syllable = readonly string[];

/** Turns names into syllables; remembers characters, so that the 5,000th name costs little. */
export interface PinyinReader {
  /** One entry for each character that is spoken; a family name's own reading (单 shan, 万俟 mo qi) stands first. */
  syllables(name: string): readonly Syllable[];
}

/** No family name is longer than two characters, compound ones included. */
const FAMILY_NAME_CHARACTERS = 2;

/** A reader over pinyin-pro's dictionary. A character it does not know is read as itself. */
export function createPinyinReader(): PinyinReader {
  const readings = new Map<string, Syllable>();
  const familyReadings = new Map<string, readonly string[]>();

  function readingsOf(character: string): Syllable {
    return remembered(readings, character, () =>
      (polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [character]).map(typed),
    );
  }
  function familyReadingsOf(beginning: string): readonly string[] {
    return remembered(familyReadings, beginning, () =>
      pinyin(beginning, { mode: 'surname', surname: 'head', toneType: 'none', type: 'array' }).map(typed),
    );
  }

  return {
    syllables(name) {
      const spoken = [...comparisonKey(name).replace(/[^\p{L}\p{N}]/gu, '')];
      const family = familyReadingsOf(spoken.slice(0, FAMILY_NAME_CHARACTERS).join(''));
      return spoken.map((character, at) => {
        const likely = family[at];
        return likely === undefined ? readingsOf(character) : [...new Set([likely, ...readingsOf(character)])];
      });
    },
  };
}

function remembered<V>(memory: Map<string, V>, key: string, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

/**
 * Whether typed letters are the beginning of a name: of each character in turn one letter or more, as an input method
 * takes them ("zw", "zhangw", "zhw" for 张伟). 0 = by the likely readings, 1 = only by another one, null = not at all.
 */
export function matchPinyin(letters: string, syllables: readonly Syllable[]): 0 | 1 | null {
  if (
    consumes(
      letters,
      syllables.map((syllable) => syllable.slice(0, 1)),
    )
  )
    return 0;
  return consumes(letters, syllables) ? 1 : null;
}

/** What was typed as letters, as syllables are written; null when it is not letters alone. */
export function pinyinLetters(query: string): string | null {
  const letters = typed(query);
  return /^[a-z]+$/.test(letters) ? letters : null;
}

function consumes(letters: string, syllables: readonly Syllable[], from = 0): boolean {
  if (letters === '') return true;
  return (syllables[from] ?? []).some((reading) => {
    for (let taken = sharedStart(letters, reading); taken > 0; taken--) {
      if (consumes(letters.slice(taken), syllables, from + 1)) return true;
    }
    return false;
  });
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function typed(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ü', 'v');
}
