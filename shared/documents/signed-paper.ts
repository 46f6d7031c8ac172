import canonicalize from 'canonicalize';
import type { Drawing } from '../domain/drawing.ts';
import { formatMinute } from '../domain/day-time.ts';
import type { IdentifiedBy } from '../domain/events.ts';
import type { SignedPaperKind, SignerRole } from '../domain/signed-papers.ts';
import type { DocumentId } from '../ids.ts';
import { codeHeads, headsLine, type PrintedHead, sortedHeads } from './heads.ts';
import { type QrDocument, SHORT_HASH_DIGITS, shortDigestText } from './paper-qr.ts';
import type { PaperSignature, PrintableSignedPaper, SignedPaperContent, SignedPaperView } from './signed-paper-view.ts';
import { rehearsalWords, reprintText, withoutPin } from './words.ts';

/** Who signs on a line; `name` '' where nobody is on the staff list for it. */
export interface PaperSigner {
  readonly role: SignerRole;
  readonly staff: string | null;
  readonly name: string;
  /** The drawing under exactly this content, when it was made, UTC ms, and how its signer was known; null = to be signed. */
  readonly signed: { readonly at: number; readonly by: IdentifiedBy; readonly drawing: Drawing } | null;
}

/** What a print adds to the content. */
export interface SignedPaperPrint {
  /** Hex SHA-256 of `signedPaperDigestInput(content)`. */
  readonly contentDigest: string;
  /** One a line, in the order of the lines. */
  readonly signers: readonly PaperSigner[];
  /** 1 for the first copy. */
  readonly copy: number;
  readonly heads: readonly PrintedHead[];
  readonly documentId: DocumentId;
  readonly issuedAt: number;
}

/** The canonical JSON (RFC 8785) of a content or a whole view: its UTF-8 bytes are what the caller hashes. */
export function signedPaperDigestInput(content: SignedPaperContent | SignedPaperView): string {
  return canonicalize(content) as string; // it gives undefined for undefined alone
}

/** Adds to the content what this print says: who signed, which copy, and what the journal held. */
export function buildSignedPaperView(content: SignedPaperContent, print: SignedPaperPrint): SignedPaperView {
  const { contentDigest, signers, copy, heads, documentId, issuedAt } = print;
  const { roomNo, paper, kind } = content.source;
  return {
    content,
    contentDigest,
    signatures: signatures(signers),
    signedText: `签署内容摘要 ${shortDigestText(contentDigest)}`,
    reprint: reprintText(copy),
    ...rehearsalWords(kind),
    footText: `考场 ${content.room} ${content.place} · ${content.paper}`,
    headsText: `记录 ${headsLine(heads, issuedAt)}`,
    documentText: `编号 ${documentId}`,
    source: { documentId, roomNo, paper, kind, issuedAt, heads: sortedHeads(heads) },
  };
}

/** How each kind is called in the code on its pages. */
const QR_OF_KIND: Readonly<Record<SignedPaperKind, QrDocument>> = {
  'room-record': 'record',
  'violation-notice': 'notice',
  'incident-report': 'report',
  correction: 'correction',
};

/** Adds the digest (hex, of `signedPaperDigestInput(view)`) and with it the short hash and what each page's code says. */
export function printSignedPaper(view: SignedPaperView, viewDigest: string): PrintableSignedPaper {
  const { documentId, roomNo, paper, kind, heads } = view.source;
  return {
    kind: 'signed-paper',
    view,
    digestText: `摘要 ${shortDigestText(viewDigest)}`,
    qr: {
      document: QR_OF_KIND[view.content.kind],
      documentId,
      room: roomNo,
      paper,
      kind,
      heads: codeHeads(heads),
      digest: viewDigest.slice(0, SHORT_HASH_DIGITS),
    },
  };
}

const LINE_WORDS: Readonly<Record<SignerRole, string>> = {
  invigilator: '监考员',
  technician: '技术支持',
  chief: '主考',
};

function signatures(signers: readonly PaperSigner[]): readonly PaperSignature[] {
  return signers.map((signer, index) => {
    const { role, staff, name, signed } = signer;
    const ofRole = signers.filter((other) => other.role === role).length;
    const place = signers.slice(0, index).filter((other) => other.role === role).length + 1;
    const line = ofRole > 1 ? `${LINE_WORDS[role]} ${place}` : LINE_WORDS[role];
    return {
      label: name === '' ? line : `${line}（${name}）`,
      note: signed === null ? '' : drawnNote(signed),
      drawing: signed?.drawing ?? null,
      role,
      staff,
    };
  });
}

/** Honest about what it is: a drawing on a shared machine proves less than a hand on paper. */
export function drawnNote({ at, by }: { readonly at: number; readonly by: IdentifiedBy }): string {
  const note = `手写签名图样，签于本机 ${formatMinute(at)}`;
  return by === 'name' ? withoutPin(note) : note;
}
