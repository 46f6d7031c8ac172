import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gb18030 } from './gb18030.ts';

/** How a text may come to lie in a file: as the program writes, as Windows and SQLite can, as Chinese systems do. */
const ENCODERS = {
  'UTF-8': (text: string) => Buffer.from(text, 'utf8'),
  'UTF-16LE': (text: string) => Buffer.from(text, 'utf16le'),
  GB18030: gb18030,
} as const;
export type ClearEncoding = keyof typeof ENCODERS;

/** A text that somebody who opens the file with a plain editor would read. */
export interface ClearText {
  /** Its name. */
  readonly file: string;
  readonly text: string;
  readonly encoding: ClearEncoding;
}

/** Two characters in two bytes each are met by chance in every few folders' sealed bytes; six bytes in none. */
const LEAST_BYTES = 6;

/**
 * Every place where one of these texts stands in clear in a folder, whatever kind of file it is; in an encoding that makes
 * less than six bytes of a text it is not looked for.
 */
export function findInClear(dir: string, texts: readonly string[]): readonly ClearText[] {
  const needles = [...new Set(texts)].flatMap((text) =>
    // as: the table's own keys
    (Object.keys(ENCODERS) as ClearEncoding[]).map((encoding) => ({ text, encoding, bytes: ENCODERS[encoding](text) })),
  );
  const tellable = needles.filter(({ bytes }) => bytes.length >= LEAST_BYTES);
  return listFiles(dir).flatMap(({ file, bytes }) =>
    tellable
      .filter((needle) => bytes.includes(needle.bytes))
      .map(({ text, encoding }): ClearText => ({ file, text, encoding })),
  );
}

/** The same as "file: text", each once whatever the encoding; nothing where none does. */
export function textsInClear(dir: string, needles: readonly string[]): readonly string[] {
  return [...new Set(findInClear(dir, needles).map(({ file, text }) => `${file}: ${text}`))];
}

/** Names of the files of a folder in which these bytes stand as they are. */
export function filesWithBytes(dir: string, needle: Uint8Array): readonly string[] {
  return listFiles(dir)
    .filter(({ bytes }) => bytes.includes(Buffer.from(needle)))
    .map(({ file }) => file);
}

function listFiles(dir: string): readonly { readonly file: string; readonly bytes: Buffer }[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ file: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));
}
