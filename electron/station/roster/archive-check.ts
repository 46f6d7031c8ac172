import type { RosterFileError } from '../../../shared/domain/roster.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 2000;
const MOST_DECLARED_BYTES = 64 * 1024 * 1024;
const HIGHEST_RATIO = 200;
const RATIO_MATTERS_FROM_BYTES = 1024 * 1024;
const DEFLATED = 8;
/** Deflate needs two bytes to say "nothing". */
const EMPTY_DEFLATE_BYTES = 2;

/**
 * Reads a zip's central directory, and nothing else, to refuse archives that would unpack to more than a roster can be.
 * The reader behind it unpacks each entry to its declared size at most, so what is declared here bounds what it does.
 * Answers with the names of the entries; `file-truncated` when the directory is missing or cut.
 */
export function checkArchive(bytes: Uint8Array): Result<readonly string[], RosterFileError> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return truncated();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return suspicious('zip64', count);
  if (count > MOST_ENTRIES) return suspicious('entries', count);

  const names: string[] = [];
  let declared = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_ENTRY) return truncated();
    const isStreamed = (view.getUint16(at + 8, true) & 8) !== 0;
    const isDeflated = view.getUint16(at + 10, true) === DEFLATED;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (packed === 0xffffffff || unpacked === 0xffffffff) return suspicious('zip64', entry);
    // Entries that hide their size: the reader would then look for it elsewhere, or not bound it at all.
    if (isDeflated && unpacked === 0 && packed > EMPTY_DEFLATE_BYTES) return suspicious('hidden-size', packed);
    if (isStreamed && packed === 0 && !name.endsWith('/')) return suspicious('hidden-size', 0);
    declared += unpacked;
    if (declared > MOST_DECLARED_BYTES) return suspicious('declared-bytes', declared);
    if (unpacked > RATIO_MATTERS_FROM_BYTES && unpacked > packed * HIGHEST_RATIO) {
      return suspicious('ratio', Math.round(unpacked / Math.max(packed, 1)));
    }
    names.push(name);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(names);
}

/** Offset of the last end-of-central-directory record, found as the reader behind finds it: backwards over a comment. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_CENTRAL_DIRECTORY) return at;
  }
  return null;
}

function truncated(): Result<never, RosterFileError> {
  return err({ code: 'file-truncated', details: {} });
}

function suspicious(why: string, figure: number): Result<never, RosterFileError> {
  return err({ code: 'file-suspicious-archive', details: { why, figure } });
}
