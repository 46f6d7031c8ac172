import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parsePaperQr, type PaperQr } from '../../../shared/documents/paper-qr.ts';
import { readCheckCode } from '../../../shared/domain/check-code.ts';
import { readRecordNumber } from '../../../shared/domain/record-number.ts';
import { dayIdSchema, printedHeadSchema } from '../../../shared/domain/schema-parts.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Anchor } from './check-anchor.ts';

/** Why a text names no anchor. */
export type AnchorProblem =
  /** None of the forms there are. */
  | 'form-unknown'
  /** The code of a page is not one of ours. */
  | 'not-a-paper'
  | 'paper-of-newer-program'
  | 'paper-damaged'
  /** The page was printed before anything was recorded. */
  | 'paper-without-heads'
  | 'number-malformed'
  | 'hash-malformed'
  | 'code-malformed'
  | 'file-unreadable'
  /** The file holds no heads. */
  | 'file-without-heads';

/** What every file of heads has, whatever else stands in it: a backup's manifest, the service's acknowledgement. */
const headsFileSchema = z.object({
  day: dayIdSchema,
  kind: z.enum(['real', 'rehearsal']).nullable().default(null),
  /** Signed where they are of the station that wrote the file. */
  heads: z.array(printedHeadSchema).min(1),
});

/**
 * Reads an anchor as it is typed: `paper:PS1|…` (a page's code as scanned), `paper:A#233:3f2a91c077de0b12`,
 * `backup:FILE`, `ack:FILE`, `spoken:A#57:K7M2QX`. A page or a file may bear several heads.
 */
export function readAnchor(text: string): Result<readonly Anchor[], AnchorProblem> {
  const [, form, said] = /^(paper|backup|ack|spoken):(.*)$/s.exec(text) ?? [];
  if (form === undefined || said === undefined) return err('form-unknown');
  switch (form) {
    case 'paper':
      return said.includes('|') ? readPage(said) : readNumbered(said, readHash);
    case 'spoken':
      return readNumbered(said, readSpoken);
    default:
      return readHeads(said, form === 'ack' ? 'acknowledged' : 'backup');
  }
}

function readPage(text: string): Result<readonly Anchor[], AnchorProblem> {
  const page = parsePaperQr(text.trim());
  if (!page.ok) return err(PAGE_PROBLEMS[page.error]);
  return page.value.heads.length === 0 ? err('paper-without-heads') : ok(page.value.heads.map(ofPage(page.value.kind)));
}

const PAGE_PROBLEMS = {
  'not-a-paper': 'not-a-paper',
  'unknown-version': 'paper-of-newer-program',
  malformed: 'paper-damaged',
} as const;

function ofPage(kind: PaperQr['kind']) {
  return ({ label, epoch, seq, hash }: PaperQr['heads'][number]): Anchor => ({
    source: 'paper',
    day: null,
    kind,
    chain: { label },
    epoch,
    seq,
    hash,
    signature: null,
  });
}

type Proof = Pick<Anchor, 'source' | 'hash' | 'code'>;

/** A record number, a colon, and what was noted of it. */
function readNumbered(
  text: string,
  readProof: (text: string) => Result<Proof, AnchorProblem>,
): Result<readonly Anchor[], AnchorProblem> {
  const [numberText = '', proofText = ''] = text.split(/[:：]/);
  const number = readRecordNumber(numberText);
  if (number === null) return err('number-malformed');
  const proof = readProof(proofText);
  if (!proof.ok) return proof;
  const { label, epoch, seq } = number;
  return ok([{ ...proof.value, day: null, kind: null, chain: { label }, epoch, seq, signature: null }]);
}

function readHash(text: string): Result<Proof, AnchorProblem> {
  const hash = text.replaceAll(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{8,64}$/.test(hash) ? ok({ source: 'paper', hash }) : err('hash-malformed');
}

function readSpoken(text: string): Result<Proof, AnchorProblem> {
  const code = readCheckCode(text);
  return code === null ? err('code-malformed') : ok({ source: 'spoken-code', hash: '', code });
}

function readHeads(path: string, source: 'backup' | 'acknowledged'): Result<readonly Anchor[], AnchorProblem> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    return err(thrown instanceof SyntaxError ? 'file-without-heads' : 'file-unreadable');
  }
  const file = headsFileSchema.safeParse(content);
  if (!file.success) return err('file-without-heads');
  const { day, kind, heads } = file.data;
  return ok(heads.map(({ station, ...head }) => ({ source, day, kind, chain: { station }, ...head })));
}
