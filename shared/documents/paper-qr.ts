import type { PaperId } from '../ids.ts';
import { PAPER_IDS } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';

/** Which document a code stands on. */
export const QR_DOCUMENTS = ['sheet', 'record', 'notice', 'report', 'correction', 'lots', 'checks'] as const;
export type QrDocument = (typeof QR_DOCUMENTS)[number];

/** A chain's head in a code: the hash cut to its first 16 hex digits. */
export interface QrHead {
  readonly label: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
}

/** What the code on one page of a paper says. */
export interface PaperQr {
  readonly document: QrDocument;
  /** '' for a print that is not numbered. */
  readonly documentId: string;
  /** '' for the whole site. */
  readonly room: string;
  /** Null for what is of no paper: lots and checks. */
  readonly paper: PaperId | null;
  readonly kind: 'real' | 'rehearsal';
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  readonly heads: readonly QrHead[];
  /** The view's digest, first 16 hex digits. */
  readonly digest: string;
}

export type PaperQrError =
  /** Not one of our codes at all. */
  | 'not-a-paper'
  /** One of ours, of a version this program does not know. */
  | 'unknown-version'
  /** Ours, but damaged or altered. */
  | 'malformed';

/** Hex digits of a hash that fit on a page: enough to tell two papers apart, short enough to compare by eye. */
export const SHORT_HASH_DIGITS = 16;

/** "3f2a 91c0 77de 0b12" of a hex digest. */
export function shortDigestText(digest: string): string {
  return digest.slice(0, SHORT_HASH_DIGITS).replace(/(.{4})(?=.)/g, '$1 ');
}

const MARK = 'PS1';
const KINDS = ['real', 'rehearsal'] as const;
const FIELD_COUNT = 9;
type Fields = readonly [string, string, string, string, string, string, string, string, string];
/** Stands where a paper is of no 科目. */
const NO_PAPER = '-';
const COUNT = /^[1-9]\d{0,14}$/;
const SHORT_HASH = /^[0-9a-f]{16}$/;

/**
 * `PS1|<one of QR_DOCUMENTS>|<document>|<room>|<paper or ->|<real or rehearsal>|<page>/<pages>|<label>#<epoch>.<seq>:<hash>;…|<digest>`.
 * Document, room and label are percent-encoded, so that no room number can break the fields apart.
 * Throws on a text with a lone surrogate: such texts are refused at the door.
 */
export function encodePaperQr(qr: PaperQr): string {
  const heads = qr.heads.map((head) => `${encodeURIComponent(head.label)}#${head.epoch}.${head.seq}:${head.hash}`);
  return [
    MARK,
    qr.document,
    encodeURIComponent(qr.documentId),
    encodeURIComponent(qr.room),
    qr.paper ?? NO_PAPER,
    qr.kind,
    `${qr.page}/${qr.pages}`,
    heads.join(';'),
    qr.digest,
  ].join('|');
}

/** Reads a scanned code; only the exact text that `encodePaperQr` writes is taken. */
export function parsePaperQr(text: string): Result<PaperQr, PaperQrError> {
  const fields = text.split('|');
  if (!/^PS\d+\|/.test(text)) return err('not-a-paper');
  if (fields[0] !== MARK) return err('unknown-version');
  const qr = readFields(fields);
  // One paper has one text: "%41" for "A", or a number with a leading zero, is somebody else's writing.
  if (qr === null || encodePaperQr(qr) !== text) return err('malformed');
  return ok(qr);
}

function readFields(fields: readonly string[]): PaperQr | null {
  if (fields.length !== FIELD_COUNT) return null;
  // A string's parts; the count was checked just above.
  const [, documentText, documentField, roomField, paperText, kindText, pageText, headsText, digest] = fields as Fields;
  if (!SHORT_HASH.test(digest)) return null;
  const document = QR_DOCUMENTS.find((name) => name === documentText);
  const paper = paperText === NO_PAPER ? null : PAPER_IDS.find((id) => id === paperText);
  const kind = KINDS.find((name) => name === kindText);
  if (document === undefined || paper === undefined || kind === undefined) return null;
  if ((paper === null) !== (document === 'lots' || document === 'checks')) return null;
  const documentId = readName(documentField);
  const room = readName(roomField);
  if (documentId === null || room === null) return null;
  const [page = null, pages = null] = pageText.split('/').map(readCount);
  if (page === null || pages === null || page > pages) return null;
  const headTexts = headsText === '' ? [] : headsText.split(';');
  const heads = headTexts.map(readHead).filter((head) => head !== null);
  if (heads.length !== headTexts.length) return null;
  return { document, documentId, room, paper, kind, page, pages, heads, digest };
}

function readHead(text: string): QrHead | null {
  const match = /^([^#]*)#(\d+)\.(\d+):([0-9a-f]{16})$/.exec(text);
  if (match === null) return null;
  const [, labelText, epochText, seqText, hash] = match as unknown as readonly [string, string, string, string, string]; // its four groups all match
  const label = readName(labelText);
  const epoch = readCount(epochText);
  const seq = readCount(seqText);
  if (label === null || epoch === null || seq === null) return null;
  return { label, epoch, seq, hash };
}

function readCount(text: string): number | null {
  return COUNT.test(text) ? Number(text) : null;
}

function readName(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
