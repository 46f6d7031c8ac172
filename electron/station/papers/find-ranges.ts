/** Where a signature stands in a file and what it is over. */
export interface SignedRange {
  /** Of its dictionary's /ByteRange. */
  readonly at: number;
  /** The gap: the bytes that hold the signature itself, brackets included. */
  readonly gapStart: number;
  readonly gapEnd: number;
  /** Where the bytes that it is over end. */
  readonly end: number;
  /** Begins at the file's first byte, and its gap is one hexadecimal string, no more. */
  readonly isWholeRange: boolean;
}

/** More signatures than people sign a paper. */
const MOST_RANGES = 60;

/**
 * Every signed range in a file, in its order. Found by the bytes, not by the file's tables: a table that was damaged must
 * not hide what was signed.
 */
export function findRanges(bytes: Uint8Array): readonly SignedRange[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges: SignedRange[] = [];
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    const range = readRange(file, at);
    if (range !== null) ranges.push(range);
    if (ranges.length === MOST_RANGES) break;
  }
  return ranges.toSorted((a, b) => a.end - b.end);
}

function readRange(file: Buffer, at: number): SignedRange | null {
  const text = file.toString('latin1', at, at + 120);
  const numbers = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text)?.slice(1);
  const [from, length, gapEnd, rest] = numbers?.map(Number) ?? [];
  if (from === undefined || length === undefined || gapEnd === undefined || rest === undefined) return null;
  const gapStart = from + length;
  const end = gapEnd + rest;
  if (gapStart >= gapEnd || end > file.length) return null;
  return { at, gapStart, gapEnd, end, isWholeRange: from === 0 && isHexString(file, gapStart, gapEnd) };
}

function isHexString(file: Buffer, start: number, end: number): boolean {
  // No signature covers these digits: in one case throughout, as they are written, each can stand in one way only.
  return /^<(?:(?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+)>$/.test(file.toString('latin1', start, end));
}

/** The signature's own bytes, as the gap holds them. */
export function contentsIn(bytes: Uint8Array, { gapStart, gapEnd }: SignedRange): Uint8Array {
  return Buffer.from(Buffer.from(bytes.subarray(gapStart + 1, gapEnd - 1)).toString('latin1'), 'hex');
}

/** The bytes that it is over. */
export function dataUnder(bytes: Uint8Array, { gapStart, gapEnd, end }: SignedRange): Uint8Array {
  return Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd, end)]);
}
