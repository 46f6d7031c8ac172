import canonicalize from 'canonicalize';
import { formatMinute } from '../domain/day-time.ts';
import { codeHeads, headsLine, sortedHeads } from './heads.ts';
import { SHORT_HASH_DIGITS, shortDigestText } from './paper-qr.ts';
import { recordSections } from './record-sections.ts';
import { timeText } from './record-texts.ts';
import type { RecordSigner, RecordTime, RoomRecordInput, RoomRecordPrint } from './room-record-input.ts';
import type { PrintableRoomRecord, RecordSignature, RoomRecordContent, RoomRecordView } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import { dateText, EDITION_WORDS, levelSummary, PAPER_WORDS, rehearsalWords, reprintText } from './words.ts';

/**
 * Puts together what stands on 考场情况记录单 and is signed: every text final. Equal input, equal content. Throws
 * RangeError where the counts do not add up: such a record must not be signed.
 */
export function buildRoomRecordContent(input: RoomRecordInput): RoomRecordContent {
  return {
    title: '考场情况记录单',
    exam: input.exam,
    roomLabel: '考场',
    room: input.roomNo,
    place: input.place,
    paper: PAPER_WORDS[input.paper],
    facts: facts(input),
    counts: counts(input),
    sumLines: sumLines(input.counts),
    sections: recordSections(input),
    source: { roomNo: input.roomNo, paper: input.paper, kind: input.kind },
  };
}

/** The canonical JSON (RFC 8785) of a content or a whole view: its UTF-8 bytes are what the caller hashes. */
export function roomRecordDigestInput(content: RoomRecordContent | RoomRecordView): string {
  return canonicalize(content) as string; // it gives undefined for undefined alone
}

/** Adds to the content what this print says: who signed, which copy, and what the journal held. */
export function buildRoomRecordView(content: RoomRecordContent, print: RoomRecordPrint): RoomRecordView {
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

/** Adds the digest (hex, of `roomRecordDigestInput(view)`) and with it the short hash and what each page's code says. */
export function printRoomRecord(view: RoomRecordView, viewDigest: string): PrintableRoomRecord {
  const { documentId, roomNo, paper, kind, heads } = view.source;
  return {
    kind: 'room-record',
    view,
    digestText: `摘要 ${shortDigestText(viewDigest)}`,
    qr: {
      document: 'record',
      documentId,
      room: roomNo,
      paper,
      kind,
      heads: codeHeads(heads),
      digest: viewDigest.slice(0, SHORT_HASH_DIGITS),
    },
  };
}

function facts(input: RoomRecordInput): readonly SheetFact[] {
  const { collection } = input;
  return [
    { label: '考核站点', value: input.site },
    { label: '考试计划', value: input.plan === '' ? '未登记' : input.plan },
    { label: '级别', value: levelSummary(input.levels) },
    { label: '考试日期', value: dateText(input.date) },
    { label: '规则', value: EDITION_WORDS[input.edition] },
    { label: '计划时间', value: timesText(input) },
    { label: '实际开考', value: confirmed(input.actualStart) },
    { label: '实际结束', value: endText(input) },
    {
      label: '收卷',
      value:
        collection === null
          ? '尚未收卷'
          : `${timeText(collection.time)}${collection.hasDrifted ? '，此后人数有变' : ''}`,
    },
    { label: '全部交卷', value: collection?.isConfirmedByTechnician === true ? '技术支持已确认' : '技术支持未确认' },
  ];
}

/** "08:30–10:00", and what delays and extensions made of it: "08:30–10:00，调整为 08:30–10:18". */
function timesText({ planned, adjusted }: RoomRecordInput): string {
  const [by, now] = [planned, adjusted].map(
    ({ startsAt, endsAt }) => `${formatMinute(startsAt)}–${formatMinute(endsAt)}`,
  );
  return now === by ? `${by}` : `${by}，调整为 ${now}`;
}

/** The room's end. Seats with minutes of their own may be many: they have a list of their own. */
function endText({ actualEnd, seatEnds }: RoomRecordInput): string {
  return `${confirmed(actualEnd)}${seatEnds.length === 0 ? '' : '（延时座位另列）'}`;
}

function confirmed(time: RecordTime | null): string {
  return time === null ? '未确认' : timeText(time);
}

function counts(input: RoomRecordInput): readonly SheetFact[] {
  const { expected, present, late, absent, notYet, unlisted } = input.counts;
  const all: readonly (readonly [string, number, 'always' | 'if-any'])[] = [
    ['应到', expected, 'always'],
    ['实到', present, 'always'],
    ['缺考', absent, 'always'],
    ['未到未登记', notYet, 'if-any'],
    ['其中迟到', late, 'always'],
    ['已交卷', input.submissions.submitted, 'always'],
    ['违纪', input.violations.length, 'always'],
    ['名单外', unlisted, 'if-any'],
  ];
  return all
    .filter(([, count, when]) => when === 'always' || count > 0)
    .map(([label, count]) => ({ label, value: String(count) }));
}

/** Said once more as a sum, so that whoever signs sees that it adds up. */
function sumLines({ expected, present, late, absent, notYet }: RoomRecordInput['counts']): readonly string[] {
  if (expected !== present + absent + notYet || late > present) throw new RangeError('counts do not add up');
  const open = notYet === 0 ? '' : ` + 未到未登记 ${notYet}`;
  const within = late === 0 ? '' : '（含在实到内）';
  return [`应到 ${expected} = 实到 ${present} + 缺考 ${absent}${open}`, `迟到 ${late}${within}`];
}

/** Lines that are there whether or not somebody is known. */
const LINES: readonly { readonly role: RecordSigner['role']; readonly words: string; readonly atLeast: number }[] = [
  { role: 'invigilator', words: '监考员', atLeast: 2 },
  { role: 'technician', words: '技术支持', atLeast: 1 },
  { role: 'chief', words: '主考', atLeast: 1 },
];

function signatures(signers: readonly RecordSigner[]): readonly RecordSignature[] {
  return LINES.flatMap(({ role, words, atLeast }) => {
    const ofRole = signers.filter((signer) => signer.role === role);
    const count = Math.max(atLeast, ofRole.length);
    return Array.from({ length: count }, (_, index) =>
      signature(ofRole[index], count > 1 ? `${words} ${index + 1}` : words),
    );
  });
}

function signature(signer: RecordSigner | undefined, line: string): RecordSignature {
  const { name = '', signed = null } = signer ?? {};
  return {
    label: name === '' ? line : `${line}（${name}）`,
    // Honest about what it is: a drawing on a shared machine proves less than a hand on paper.
    note: signed === null ? '' : `手写签名图样，签于本机 ${formatMinute(signed.at)}`,
    drawing: signed?.drawing ?? null,
  };
}
