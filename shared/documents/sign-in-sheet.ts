import canonicalize from 'canonicalize';
import { formatMinute } from '../domain/day-time.ts';
import type { SheetMaker } from '../domain/official-sheet-events.ts';
import type { Edition } from '../domain/rules.ts';
import type { DocumentId, Level, PaperId, RoomNo, SeatNo } from '../ids.ts';
import { codeHeads, headsLine, type PrintedHead, sortedHeads } from './heads.ts';
import { encodePaperQr, SHORT_HASH_DIGITS, shortDigestText } from './paper-qr.ts';
import type {
  EntryMark,
  PrintableSignInSheet,
  SheetFact,
  SheetPage,
  SheetRow,
  SignInSheetView,
} from './sign-in-sheet-view.ts';
import {
  dateText,
  EDITION_WORDS,
  LEVEL_WORDS,
  levelSummary,
  PAPER_WORDS,
  pageText,
  rehearsalWords,
  reprintText,
} from './words.ts';

/** How a candidate came in; instants are UTC ms. */
export type SheetEntry =
  | { readonly status: 'expected' }
  | { readonly status: 'absent' }
  | { readonly status: 'present'; readonly at: number }
  | { readonly status: 'late'; readonly at: number; readonly lateMinutes: number }
  | { readonly status: 'refused'; readonly at: number };

/** One candidate as the sheet needs him; an empty seat is no candidate. */
export interface SheetCandidate {
  readonly seat: SeatNo;
  readonly name: string;
  readonly ticket: string;
  /** Normalised 证件类型, '' when the roster has none. */
  readonly idType: string;
  /** 证件号码 already masked, '' when the roster has none. */
  readonly idMasked: string;
  readonly level: Level;
  readonly entry: SheetEntry;
  /** e.g. 身份存疑, 证件校验存疑, 补录; '' for none. */
  readonly remark: string;
  /** Hex SHA-256 of the photo's JPEG bytes, under which the printable has them; null for none. */
  readonly photoDigest: string | null;
}

/** What one sheet is made of: one room, one paper. Instants are UTC ms. */
export interface SignInSheetInput {
  readonly site: string;
  readonly exam: string;
  /** Calendar date in Asia/Shanghai, "2022-11-20". */
  readonly date: string;
  readonly roomNo: RoomNo;
  readonly place: string;
  readonly paper: PaperId;
  /** As it stands when the sheet is printed. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** The start by the plan, where 延迟开考 has moved it; else null. */
  readonly delayedFrom: number | null;
  readonly edition: Edition;
  /** Names where they are known; the sheet has a line for each, and never fewer than two. */
  readonly invigilators: readonly string[];
  /** C27: whose sheet is signed; null while nobody has chosen. */
  readonly official: SheetMaker | null;
  readonly kind: 'real' | 'rehearsal';
  /** 1 for the first copy. */
  readonly copy: number;
  readonly candidates: readonly SheetCandidate[];
  readonly heads: readonly PrintedHead[];
  readonly documentId: DocumentId;
  readonly issuedAt: number;
}

/** Seats 1–20 and 21–40: two pages for a room of 40, with room to sign in every row. */
const ROWS_PER_PAGE = 20;
/** Three pages for a room of 40: rows high enough for a face. */
const PHOTO_ROWS_PER_PAGE = 14;

const STANDING_WORDS: Readonly<Record<SheetMaker | 'unchosen', string>> = {
  unchosen: '工作用表，非平台正式签到表',
  platform: '工作用表 · 正式签到表为平台打印件',
  station: '正式签到表',
};

const MIN_SIGNATURES = 2;
const DEFAULT_ID_TYPE = '居民身份证';

/** Puts together what stands on 考生签到表: rows in order of seat, every text final. Equal input, equal view. */
export function buildSignInSheet(input: SignInSheetInput): SignInSheetView {
  const candidates = input.candidates.toSorted(bySeat);
  const paper = PAPER_WORDS[input.paper];
  const hasPhotos = candidates.some(({ photoDigest }) => photoDigest !== null);
  return {
    title: '考生签到表',
    exam: input.exam,
    roomLabel: '考场',
    room: input.roomNo,
    place: input.place,
    paper,
    standing: { text: STANDING_WORDS[input.official ?? 'unchosen'], isOfficial: input.official === 'station' },
    reprint: reprintText(input.copy),
    ...rehearsalWords(input.kind),
    facts: {
      site: { label: '考点', value: input.site },
      date: { label: '考试日期', value: dateText(input.date) },
      time: { label: '考试时间', value: timesText(input) },
      edition: { label: '规则', value: EDITION_WORDS[input.edition] },
      tickets: { label: '准考证号起止', value: ticketRange(candidates) },
      levels: { label: '级别', value: levelSummary(candidates.map(({ level }) => level)) },
      expected: { label: '应到', value: `${candidates.length} 人` },
      signedIn: signedIn(candidates, input.issuedAt),
    },
    columns: {
      index: '序号',
      seat: '座位',
      photo: hasPhotos ? '照片' : '',
      name: '姓名',
      numbers: '准考证号 / 证件号码',
      level: '级别',
      entry: '签到',
      // Nobody signs twice: where the platform's is signed, this one has no place to sign.
      signature: input.official === 'platform' ? '' : '考生签名',
      remark: '备注',
    },
    pages: paginate(candidates.map(buildRow), hasPhotos ? PHOTO_ROWS_PER_PAGE : ROWS_PER_PAGE),
    signatures: input.official === 'platform' ? [] : signatureLabels(input.invigilators),
    footText: `考场 ${input.roomNo} ${input.place} · ${paper}`,
    headsText: `记录 ${headsLine(input.heads, input.issuedAt)}`,
    documentText: `编号 ${input.documentId}`,
    source: {
      documentId: input.documentId,
      roomNo: input.roomNo,
      paper: input.paper,
      kind: input.kind,
      issuedAt: input.issuedAt,
      heads: sortedHeads(input.heads),
    },
  };
}

/** The canonical JSON (RFC 8785) of a view: its UTF-8 bytes are what the caller hashes and what signers approve. */
export function signInSheetDigestInput(view: SignInSheetView): string {
  return canonicalize(view) as string; // it gives undefined for undefined alone
}

/**
 * Adds the digest (hex, of `signInSheetDigestInput`) and with it the short hash and each page's code; and the photos'
 * JPEG bytes by their own digest. A photo that is named and not given is drawn as an empty frame.
 */
export function printSignInSheet(
  view: SignInSheetView,
  digest: string,
  photos: PrintableSignInSheet['photos'] = {},
): PrintableSignInSheet {
  const { source, pages } = view;
  const short = digest.slice(0, SHORT_HASH_DIGITS);
  const heads = codeHeads(source.heads);
  return {
    kind: 'sign-in-sheet',
    view,
    photos,
    digestText: `摘要 ${shortDigestText(digest)}`,
    qrTexts: pages.map((_, index) =>
      encodePaperQr({
        document: 'sheet',
        documentId: source.documentId,
        room: source.roomNo,
        paper: source.paper,
        kind: source.kind,
        page: index + 1,
        pages: pages.length,
        heads,
        digest: short,
      }),
    ),
  };
}

function bySeat(a: SheetCandidate, b: SheetCandidate): number {
  // Two people on one seat is an error of the roster, yet both must print, always in the same order.
  return a.seat - b.seat || (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0);
}

function buildRow(candidate: SheetCandidate, index: number): SheetRow {
  const { entry } = candidate;
  return {
    index: String(index + 1),
    seat: String(candidate.seat).padStart(2, '0'),
    name: candidate.name,
    ticket: candidate.ticket,
    idText: idText(candidate),
    level: LEVEL_WORDS[candidate.level],
    mark: MARKS[entry.status],
    time: 'at' in entry ? formatMinute(entry.at) : '',
    entryText: entryText(entry),
    isSignatureBarred: entry.status === 'refused' || entry.status === 'absent',
    remark: candidate.remark,
    photoDigest: candidate.photoDigest,
  };
}

function timesText({ startsAt, endsAt, delayedFrom }: SignInSheetInput): string {
  const times = `${formatMinute(startsAt)}–${formatMinute(endsAt)}`;
  return delayedFrom === null ? times : `${times}（延迟开考，原定 ${formatMinute(delayedFrom)}）`;
}

const MARKS: Readonly<Record<SheetEntry['status'], EntryMark>> = {
  expected: 'none',
  present: 'circle',
  late: 'triangle',
  // As on the screen's seat map: ✕ is 缺考, the barred ring 拒绝入场.
  absent: 'cross',
  refused: 'barred',
};

function entryText(entry: SheetEntry): string {
  if (entry.status === 'refused') return '拒绝入场';
  if (entry.status === 'absent') return '缺考';
  if (entry.status !== 'late') return '';
  return entry.lateMinutes < 1 ? '迟到不足 1 分' : `迟到 ${entry.lateMinutes} 分`;
}

function idText({ idType, idMasked }: SheetCandidate): string {
  if (idMasked === '') return '证件号码未登记';
  return idType === '' || idType === DEFAULT_ID_TYPE ? idMasked : `${idType} ${idMasked}`;
}

/** Smallest and largest ticket, by code unit: tickets are opaque text, of one length and one pattern within a room. */
function ticketRange(candidates: readonly SheetCandidate[]): string {
  const tickets = candidates.map((candidate) => candidate.ticket).toSorted();
  const first = tickets[0];
  const last = tickets.at(-1);
  if (first === undefined || last === undefined) return '无';
  return first === last ? first : `${first} – ${last}`;
}

function signatureLabels(invigilators: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(MIN_SIGNATURES, invigilators.length) }, (_, index) => {
    const name = invigilators[index];
    return name === undefined ? '监考员签字' : `监考员签字（${name}）`;
  });
}

function signedIn(candidates: readonly SheetCandidate[], issuedAt: number): SheetFact | null {
  if (candidates.every(({ entry }) => entry.status === 'expected')) return null; // printed before entry
  const count = candidates.filter(({ entry }) => entry.status === 'present' || entry.status === 'late').length;
  return { label: `已签到（截至 ${formatMinute(issuedAt)}）`, value: `${count} 人` };
}

function paginate(rows: readonly SheetRow[], rowsPerPage: number): readonly SheetPage[] {
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  return Array.from({ length: pageCount }, (_, index) => {
    const isLast = index === pageCount - 1;
    return {
      pageText: pageText(index + 1, pageCount),
      rows: rows.slice(index * rowsPerPage, (index + 1) * rowsPerPage),
      emptyText: rows.length === 0 ? '本考场此科目没有考生' : '',
      counts: isLast ? ['应到', '实到', '缺考'].map((label) => ({ label, value: '人' })) : [],
      countsNote: isLast ? '' : '应到、实到、缺考人数填在末页',
    };
  });
}
