/** The separator 间隔号 of names as 民委发〔2016〕33 号 wants it: U+00B7, GB 18030 A1A4. */
const SEPARATOR = '\u00b7';
/** What keyboards, fonts and code pages put in its place; the plain full stop is last, it is also a Latin initial's. */
const SEPARATOR_LOOK_ALIKES = /[\u2022\u2027\u30fb\uff65\u2e31\uff0e.]/g;
/** Blanks of any width, control characters and invisible marks (bidirectional marks come with copied cells). */
const BLANK = '[\\s\\p{Cc}\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]';
const OUTER_BLANKS = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gu');
/** Most texts need no trimming, and this tells them quickly: both ends ASCII signs or Han characters. */
const ENDS_VISIBLY = /^[!-~\u4e00-\u9fff](?:[^]*[!-~\u4e00-\u9fff])?$/;
/** Names of two characters are often padded ("张　三") so that a list lines up; between Latin words a blank is part of it. */
const PADDING = new RegExp(
  `(?<=[\\p{Script=Han}${SEPARATOR}])${BLANK}+|${BLANK}+(?=[\\p{Script=Han}${SEPARATOR}])`,
  'gu',
);

/**
 * What two names are compared by: NFC, no outer or padding blanks, look-alike separators as U+00B7.
 * For comparison only: the name itself is stored, shown and printed as it was read.
 */
export function comparisonKey(name: string): string {
  return trimBlanks(name.normalize('NFC')).replace(SEPARATOR_LOOK_ALIKES, SEPARATOR).replace(PADDING, '');
}

/** Without blanks, control characters and invisible marks at either end. */
export function trimBlanks(text: string): string {
  return ENDS_VISIBLY.test(text) ? text : text.replace(OUTER_BLANKS, '');
}

/** Whether a name is written with another sign than U+00B7 between its parts. */
export function hasSeparatorLookAlike(name: string): boolean {
  return name.search(SEPARATOR_LOOK_ALIKES) >= 0;
}

/** Whether a spreadsheet that opens this text would run it as a formula (also in full width, which Excel accepts). */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠]/.test(trimBlanks(text));
}
