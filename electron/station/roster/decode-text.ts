import type { RosterFileError } from '../../../shared/domain/roster.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const MARKS: readonly { readonly mark: readonly number[]; readonly encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * A text file's text, without its byte order mark. With a mark it is what the mark says; without one strict UTF-8, which
 * refuses GBK bytes, and then strict GB 18030, never plain GBK: names of the last twenty years need the whole of it.
 */
export function decodeText(bytes: Uint8Array): Result<string, RosterFileError> {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const tried: readonly Encoding[] = marked === undefined ? ['utf-8', 'gb18030'] : [marked.encoding];
  for (const encoding of tried) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return ok(text);
  }
  return err({ code: 'file-encoding-unknown', details: { tried: tried.join(', ') } });
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
