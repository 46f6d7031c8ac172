import { z } from 'zod';
import { isSameValue } from '../canonical.ts';
import { documentKindSchema } from '../domain/events.ts';
import { recordNumberOf } from '../domain/record-number.ts';
import { documentIdSchema, instantSchema, paperSchema, roomNoSchema } from '../domain/schema-parts.ts';
import { sealOutcomeSchema } from '../domain/seal-verdict.ts';
import type { DayState, IssuedPaper } from '../domain/state.ts';
import type { RoomNo } from '../ids.ts';
import { type PaperQr, type QrDocument, SHORT_HASH_DIGITS } from './paper-qr.ts';

/** What the code on a page is found to be, held against the journal; weights as in `SEAL_FINDINGS`. */
export const CODE_FINDINGS = {
  /** `details.what` of the code is not what was recorded of the print. */
  'code-differs': 'wrong',
  /** At `details.number` the journal holds another record. */
  'head-differs': 'wrong',
  'head-not-here': 'open',
  'print-unknown': 'open',
  /** Printed again since: `details.copy` is the newest. */
  'newer-copy': 'note',
  /** There is a sealed file of it, recorded at `details.number`. */
  sealed: 'note',
  'print-agrees': 'good',
  'heads-agree': 'good',
} as const satisfies Readonly<Record<string, 'wrong' | 'open' | 'note' | 'good'>>;
export type CodeFindingCode = keyof typeof CODE_FINDINGS;
const codes = Object.keys(CODE_FINDINGS) as [CodeFindingCode, ...CodeFindingCode[]]; // its keys, and it has some

export const codeFindingSchema = z.strictObject({
  code: z.enum(codes),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CodeFinding = z.infer<typeof codeFindingSchema>;

/** The verdict on one page's code. */
export const codeVerdictSchema = z.strictObject({
  outcome: sealOutcomeSchema,
  /** As the code says it. */
  page: z.int(),
  pages: z.int(),
  digest: z.string(),
  /** The print that the journal knows it as. */
  print: z
    .strictObject({
      document: documentIdSchema,
      kind: documentKindSchema,
      room: roomNoSchema,
      paper: paperSchema.nullable(),
      copy: z.int(),
      at: instantSchema,
      number: z.string(),
    })
    .nullable(),
  findings: z.array(codeFindingSchema),
});
export type CodeVerdict = z.infer<typeof codeVerdictSchema>;

/** A journal that a code is held against. */
export interface CodeFrame {
  readonly state: DayState;
  readonly labelOf: (station: IssuedPaper['event']['station']) => string;
  /** Of every chain that bears this label and epoch: labels are short, and two stations may bear one by mistake. */
  readonly hashesAt: (place: {
    readonly label: string;
    readonly epoch: number;
    readonly seq: number;
  }) => readonly string[];
}

const KINDS: Readonly<Record<QrDocument, IssuedPaper['kind'] | null>> = {
  sheet: 'sign-in-sheet',
  record: 'room-record',
  notice: 'violation-notice',
  report: 'incident-report',
  correction: 'correction',
  lots: null,
  checks: null,
};

/** Holds a page's code against the journal: the print that it names, what it says of it, and the heads that it bears. */
export function judgeCode(qr: PaperQr, frame: CodeFrame): CodeVerdict {
  const found = findPrint(qr, frame.state);
  const numberOf = ({ event }: Pick<IssuedPaper, 'event'>) => recordNumberOf(frame.labelOf(event.station), event);
  const findings: readonly CodeFinding[] = [
    ...(found === null ? judgeUnknown(qr) : judgePrint(qr, found)),
    ...judgeHeads(qr, frame),
    ...(found?.issued.seals ?? []).slice(-1).map((seal) => finding('sealed', { number: numberOf(seal) })),
  ];
  const weights = findings.map(({ code }) => CODE_FINDINGS[code]);
  return {
    outcome: weights.includes('wrong') ? 'wrong' : weights.includes('open') ? 'open' : 'sound',
    page: qr.page,
    pages: qr.pages,
    digest: qr.digest,
    print: found === null ? null : { ...pick(found.issued), room: found.room, number: numberOf(found.issued) },
    findings: [...findings],
  };
}

interface FoundPrint {
  readonly room: RoomNo;
  readonly issued: IssuedPaper;
  /** Of the same paper, itself included. */
  readonly newestCopy: number;
}

function findPrint({ documentId }: PaperQr, { rooms }: DayState): FoundPrint | null {
  for (const { room, issued: all } of Object.values(rooms)) {
    const issued = all.find(({ document }) => document === documentId);
    if (issued === undefined) continue;
    const same = all.filter(
      ({ kind, paper, about }) => kind === issued.kind && paper === issued.paper && isSameValue(about, issued.about),
    );
    return { room, issued, newestCopy: Math.max(...same.map(({ copy }) => copy)) };
  }
  return null;
}

function pick({ document, kind, paper, copy, at }: IssuedPaper) {
  return { document, kind, paper, copy, at };
}

/** 抽签结果 and 考前检查单 are not numbered: their heads say what there is to say. */
function judgeUnknown({ documentId }: PaperQr): readonly CodeFinding[] {
  return documentId === '' ? [] : [finding('print-unknown')];
}

function judgePrint(qr: PaperQr, { room, issued, newestCopy }: FoundPrint): readonly CodeFinding[] {
  const differing = [
    ...(KINDS[qr.document] === issued.kind ? [] : ['kind']),
    ...(qr.room === room && qr.paper === issued.paper ? [] : ['place']),
    ...(qr.pages === issued.pages ? [] : ['pages']),
    ...(qr.digest === issued.viewDigest.slice(0, SHORT_HASH_DIGITS) ? [] : ['digest']),
  ];
  return [
    ...(differing.length === 0
      ? [finding('print-agrees')]
      : differing.map((what) => finding('code-differs', { what }))),
    ...(newestCopy > issued.copy ? [finding('newer-copy', { copy: newestCopy })] : []),
  ];
}

function judgeHeads({ heads }: PaperQr, { hashesAt }: CodeFrame): readonly CodeFinding[] {
  const bad = heads.flatMap((head) => {
    const hashes = hashesAt(head);
    const number = recordNumberOf(head.label, head);
    if (hashes.length === 0) return [finding('head-not-here', { number })];
    return hashes.some((hash) => hash.startsWith(head.hash)) ? [] : [finding('head-differs', { number })];
  });
  if (bad.length > 0 || heads.length === 0) return bad;
  return [finding('heads-agree', { numbers: heads.map((head) => recordNumberOf(head.label, head)).join(' · ') })];
}

function finding(code: CodeFindingCode, details: CodeFinding['details'] = {}): CodeFinding {
  return { code, details };
}
