import canonicalize from 'canonicalize';
import { codeHeads, headsLine, type PrintedHead, sortedHeads } from './heads.ts';
import { type PaperQr, SHORT_HASH_DIGITS, shortDigestText } from './paper-qr.ts';
import { rehearsalWords } from './words.ts';

/** What binds a print to the records that it was drawn from; it has no number of its own and is drawn anew each time. */
export interface PrintFrame {
  /** '' on a real day. */
  readonly watermark: string;
  readonly rehearsalNote: string;
  readonly footText: string;
  readonly headsText: string;
  readonly source: {
    readonly document: 'lots' | 'checks';
    /** '' for the whole site. */
    readonly room: string;
    readonly kind: 'real' | 'rehearsal';
    /** UTC ms. */
    readonly printedAt: number;
    readonly heads: readonly PrintedHead[];
  };
}

/** What every such print is given. */
export interface PrintOf {
  readonly kind: 'real' | 'rehearsal';
  readonly printedAt: number;
  readonly heads: readonly PrintedHead[];
}

/** A print with the digest of all that stands on it. */
export interface PrintCodes {
  /** "摘要 3f2a 91c0 77de 0b12". */
  readonly digestText: string;
  readonly qr: Omit<PaperQr, 'page' | 'pages'>;
}

export function printFrame(
  { kind, printedAt, heads }: PrintOf,
  { document, room, footText }: { document: 'lots' | 'checks'; room: string; footText: string },
): PrintFrame {
  return {
    ...rehearsalWords(kind),
    footText,
    headsText: `记录 ${headsLine(heads, printedAt)}`,
    source: { document, room, kind, printedAt, heads: sortedHeads(heads) },
  };
}

/** The canonical JSON (RFC 8785) of a view: its UTF-8 bytes are what the caller hashes. */
export function printDigestInput(view: PrintFrame): string {
  return canonicalize(view) as string; // it gives undefined for undefined alone
}

/** `digest` is the hex of `printDigestInput`. */
export function printCodes({ source }: PrintFrame, digest: string): PrintCodes {
  const { document, room, kind, heads } = source;
  return {
    digestText: `摘要 ${shortDigestText(digest)}`,
    qr: {
      document,
      documentId: '',
      room,
      paper: null,
      kind,
      heads: codeHeads(heads),
      digest: digest.slice(0, SHORT_HASH_DIGITS),
    },
  };
}
