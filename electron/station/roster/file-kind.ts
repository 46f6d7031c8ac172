import type { RosterFileError } from '../../../shared/domain/roster.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { checkArchive } from './archive-check.ts';

/** How a file is to be read. */
export type FileKind = 'workbook' | 'text';

const LARGEST_BYTES = 32 * 1024 * 1024;
/** Where the control characters of a binary file show; a text file has none anywhere. */
const LOOKED_AT_BYTES = 4096;

/** What a file that is no roster is, told by its first bytes. */
const SIGNATURES: readonly { readonly bytes: string; readonly kind: string }[] = [
  { bytes: '%PDF-', kind: 'pdf' },
  { bytes: '\x89PNG', kind: 'image' },
  { bytes: '\xff\xd8\xff', kind: 'image' },
  { bytes: 'GIF8', kind: 'image' },
  { bytes: 'Rar!', kind: 'archive' },
  { bytes: '7z\xbc\xaf', kind: 'archive' },
  { bytes: '\x1f\x8b', kind: 'archive' },
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * Tells by content, never by the file's name, how a file is to be read, and refuses what cannot be a roster before any
 * parser sees it. Costs well under a millisecond.
 */
export function detectFileKind(bytes: Uint8Array): Result<FileKind, RosterFileError> {
  if (bytes.length === 0) return err({ code: 'file-empty', details: {} });
  if (bytes.length > LARGEST_BYTES) {
    return err({ code: 'file-too-large', details: { mebibytes: Math.ceil(bytes.length / 1024 / 1024), most: 32 } });
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT_BYTES)).toString('latin1');
  if (head.startsWith('PK')) return detectWorkbook(bytes);
  if (head.startsWith(OLE)) return refuseOle(bytes);
  const known = SIGNATURES.find((signature) => head.startsWith(signature.bytes));
  if (known !== undefined) return notARoster(known.kind);
  // Platforms give out web pages named .xls; a byte order mark may stand before the first tag.
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml)/i.test(head)) return notARoster('html');
  const isUtf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  if (!isUtf16 && /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(head)) return notARoster('binary');
  return ok('text');
}

function detectWorkbook(bytes: Uint8Array): Result<FileKind, RosterFileError> {
  const archive = checkArchive(bytes);
  if (!archive.ok) return archive;
  const names = archive.value;
  if (names.some((name) => /^xl\/.*\.bin$/.test(name) && name.includes('workbook'))) return notARoster('xlsb');
  if (names.some((name) => name.startsWith('xl/'))) return ok('workbook');
  if (names.includes('content.xml')) return notARoster('ods');
  return notARoster(names.some((name) => name.startsWith('word/')) ? 'docx' : 'archive');
}

/** OLE containers: an encrypted .xlsx, an old .xls, or another old Office file. Their parts are named in UTF-16. */
function refuseOle(bytes: Uint8Array): Result<never, RosterFileError> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasPart = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (hasPart('EncryptedPackage')) return err({ code: 'file-encrypted', details: {} });
  if (hasPart('Workbook') || hasPart('Book')) return err({ code: 'file-old-excel', details: {} });
  return notARoster('old-office');
}

function notARoster(kind: string): Result<never, RosterFileError> {
  return err({ code: 'file-not-a-roster', details: { kind } });
}
