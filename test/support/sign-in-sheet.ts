import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import {
  buildSignInSheet,
  printSignInSheet,
  type SheetCandidate,
  type SignInSheetInput,
  signInSheetDigestInput,
} from '../../shared/documents/sign-in-sheet.ts';
import type { PrintableSignInSheet } from '../../shared/documents/sign-in-sheet-view.ts';
import { as, type DocumentId, type Level, type RoomNo, type SeatNo } from '../../shared/ids.ts';

/** 2022-11-20 08:59:00 in Asia/Shanghai. */
export const SHEET_ISSUED_AT = Date.UTC(2022, 10, 20, 0, 59);

export function aSheetCandidate(overrides: Partial<SheetCandidate> = {}): SheetCandidate {
  return {
    seat: as<SeatNo>(1),
    name: '赵景俊',
    ticket: '221137010010107',
    idType: '居民身份证',
    idMasked: '510199********723X',
    level: 'elementary',
    entry: { status: 'expected' },
    remark: '',
    photoDigest: null,
    ...overrides,
  };
}

export function aSheetInput(overrides: Partial<SignInSheetInput> = {}): SignInSheetInput {
  return {
    site: '样例职业技术学院考点',
    exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
    date: '2022-11-20',
    roomNo: as<RoomNo>('001'),
    place: '实训楼201机房',
    paper: 'theory',
    startsAt: Date.UTC(2022, 10, 20, 1, 0),
    endsAt: Date.UTC(2022, 10, 20, 2, 30),
    delayedFrom: null,
    edition: 'R2022',
    invigilators: ['李监考', '周巡'],
    official: null,
    kind: 'real',
    copy: 1,
    candidates: [aSheetCandidate()],
    heads: [
      { label: 'A', station: '0123456789abcdef', epoch: 1, seq: 233, hash: 'a1'.repeat(32) },
      { label: 'B', station: 'fedcba9876543210', epoch: 2, seq: 118, hash: 'b2'.repeat(32) },
    ],
    documentId: as<DocumentId>('4f2a9c1e-001-theory'),
    issuedAt: SHEET_ISSUED_AT,
    ...overrides,
  };
}

export function aPrintableSheet(
  input: SignInSheetInput,
  photos: PrintableSignInSheet['photos'] = {},
): PrintableSignInSheet {
  const view = buildSignInSheet(input);
  return printSignInSheet(view, sha256(signInSheetDigestInput(view)), photos);
}

/** Invented photos of room 001 by their digest; files that are no picture among them are left out. */
export function readPhotos(): PrintableSignInSheet['photos'] {
  const folder = new URL('../fixtures/rosters/photos-room-001/', import.meta.url);
  const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
  const jpegs = files.filter((bytes) => bytes[0] === 0xff && bytes[1] === 0xd8);
  return Object.fromEntries(jpegs.map((bytes) => [sha256(bytes), new Uint8Array(bytes)]));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

const LEVELS: Readonly<Record<string, Level>> = { 初级: 'elementary', 中级: 'intermediate', 高级: 'advanced' };
const HEADING_ROWS = 3;

/** The invented people of the site's roster by room, as a sheet wants them. */
export async function readSiteCandidates(): Promise<ReadonlyMap<string, readonly SheetCandidate[]>> {
  const file = new URL('../fixtures/rosters/site-12-rooms.xlsx', import.meta.url);
  const sheet = (await readXlsx(readFileSync(file))).sheets[0];
  const rooms = new Map<string, SheetCandidate[]>();
  for (const cells of (sheet?.rows ?? []).slice(HEADING_ROWS)) {
    const [, ticket, name, , idType, idNumber, , , , level, , room, , seat] = cells.map((cell) => String(cell ?? ''));
    if (ticket === undefined || name === undefined || room === undefined) continue;
    const id = idNumber ?? '';
    const candidate = aSheetCandidate({
      seat: as<SeatNo>(Number(seat)),
      name,
      ticket,
      idType: idType ?? '',
      idMasked: `${id.slice(0, 6)}${'*'.repeat(Math.max(0, id.length - 10))}${id.slice(-4)}`,
      level: LEVELS[level ?? ''] ?? 'elementary',
    });
    rooms.set(room, [...(rooms.get(room) ?? []), candidate]);
  }
  return rooms;
}
