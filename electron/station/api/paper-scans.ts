import type { ScannedPaper } from '../../../shared/contract/paper-scan-methods.ts';
import { attendanceOf } from '../../../shared/domain/attendance.ts';
import { newestCopyOf, refuseScan } from '../../../shared/domain/decide-scan.ts';
import type { EventData } from '../../../shared/domain/events.ts';
import { filedPages } from '../../../shared/domain/filed-scans.ts';
import type { IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { scanFileName } from '../../../shared/documents/file-name.ts';
import type { SeatNo } from '../../../shared/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { detectPaperPictureKind } from '../pictures/paper-picture-kind.ts';
import { type PaperPictureError, readPaperPicture } from '../pictures/read-paper-picture.ts';
import { lookForSignatures } from '../scans/look-for-signatures.ts';
import { readPageCode } from '../scans/read-page-code.ts';
import { readScan, writeScan } from '../scans/scan-files.ts';
import { findSheetCells, type SheetCells } from '../scans/sheet-cells-file.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { refuseRole } from './room-scope.ts';
import type { StationContext } from './station-context.ts';

const READ_FAILED = {
  'not-a-picture': 'not-a-picture',
  'too-large': 'picture-too-large',
  'several-pages': 'codes-of-several',
  'reader-failed': 'picture-reader-failed',
} as const satisfies Readonly<Record<PaperPictureError, string>>;

/** 扫描归档: the page is known by its code, its signatures are looked for, the picture is kept sealed, then recorded. */
export const filePaperScan: CommandHandler<'paperScan.file'> = {
  async prepare(context, day, { input, call }) {
    const role = refuseRole(day, call.actor, 'fileScan');
    if (role !== null) return role;
    if (day.binding === null) return fail('station-not-bound', 'D6');
    const bytes = Buffer.from(input.bytes, 'base64');
    const picture = detectPaperPictureKind(bytes);
    if (picture === null) return fail('not-a-picture', 'SB2');
    if (picture === 'pdf') return fail('scan-is-pdf', 'SB2');
    const read = await readPaperPicture(bytes);
    if (!read.ok) return fail(READ_FAILED[read.error], 'SB2');
    const shown = readPageCode(context, day, read.value.codes);
    if (!shown.ok) return shown;
    const { room, issued, qr, code } = shown.value;
    const { document } = issued;
    const { page, pages } = qr;
    const { isOlderMeant } = input;
    const by = { binding: day.binding, actor: call.actor };
    const refused = refuseScan(day.state, { room, document, page, pages, isOlderMeant }, by);
    if (refused !== null) return err(refused);
    const place = placeOf(context, day);
    const cells = issued.kind === 'sign-in-sheet' ? findSheetCells(place, document) : null;
    const found = await lookForSignatures(bytes, cells, { code: code.text, page });
    const file = writeScan(place, { document, page }, bytes);
    return ok({ type: 'fileScan', room, isOlderMeant, scan: { document, page, pages, file, picture, ...found } });
  },
  answer(events, day, context) {
    const event = events.map((one) => one.event).find((one) => one.type === 'PaperScanFiled');
    const found = event === undefined ? null : findIssued(day, event.data.document);
    if (event === undefined || found === null) throw new Error('a filed scan without its paper');
    const cells = findSheetCells(placeOf(context, day), event.data.document);
    return { ...receiptOf(events), ...whichPaper(found), ...findingsOf(event.data, cells) };
  },
};

/** What there is of scans, by room and in the order of printing. */
export const listPaperScans: QueryHandler<'paperScan.list'> = (context, { input }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const rooms = Object.values(day.state.rooms)
    .filter(({ room }) => isOpenTo(day, input.room, room))
    .toSorted((a, b) => (a.room < b.room ? -1 : 1));
  return ok({
    papers: rooms.flatMap((room) =>
      room.issued.filter((issued) => isListed(room, issued)).map((issued) => viewOf(context, day, { room, issued })),
    ),
  });
};

/** The picture of a page that was filed last. */
export const readPaperScan: QueryHandler<'paperScan.read'> = (context, { input }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const found = findIssued(day, input.document);
  const scan = found === null ? undefined : filedPages(found.room, input.document).find(isPage(input.page));
  const bytes = scan === undefined ? null : readScan(placeOf(context, day), scan);
  if (found === null || scan === undefined || bytes === null) return fail('document-unknown');
  const { issued, room } = found;
  return ok({
    fileName: scanFileName(issued.kind, room.room, { ...issued, ...scan }),
    picture: scan.picture,
    bytes: Buffer.from(bytes).toString('base64'),
  });
};

interface FoundPaper {
  readonly room: RoomState;
  readonly issued: IssuedPaper;
}

function findIssued(day: OpenDay, document: IssuedPaper['document']): FoundPaper | null {
  for (const room of Object.values(day.state.rooms)) {
    const issued = room.issued.find((one) => one.document === document);
    if (issued !== undefined) return { room, issued };
  }
  return null;
}

function isPage(page: number): (scan: { readonly page: number }) => boolean {
  return (scan) => scan.page === page;
}

/** D6: a room's station shows its own room. */
function isOpenTo({ binding }: OpenDay, asked: RoomState['room'] | null, room: RoomState['room']): boolean {
  return (asked === null || asked === room) && (binding?.kind !== 'room' || binding.room === room);
}

/** The newest copy of a sheet that is signed here waits for its scan; any other paper is listed once it has one. */
function isListed(room: RoomState, issued: IssuedPaper): boolean {
  if (room.scans.some(({ document }) => document === issued.document)) return true;
  const isSigned = issued.kind === 'sign-in-sheet' && room.officialSheet?.which !== 'platform';
  return isSigned && newestCopyOf(room, issued).document === issued.document;
}

function viewOf(context: StationContext, day: OpenDay, found: FoundPaper): ScannedPaper {
  const { document, at, pages } = found.issued;
  const scans = filedPages(found.room, document);
  const cells = scans.length === 0 ? null : findSheetCells(placeOf(context, day), document);
  return {
    ...whichPaper(found),
    issuedAt: at,
    filed: scans.map((scan) => ({
      ...withWhoIsAway(day, found, findingsOf(scan, cells)),
      at: scan.at,
      by: scan.actor,
      picture: scan.picture,
    })),
    isComplete: scans.length === pages,
  };
}

function whichPaper({ room: { room }, issued }: FoundPaper) {
  const { document, kind, paper, copy, pages } = issued;
  return { document, kind, room, paper, copy, pages };
}

function findingsOf({ page, rows, unsigned, unclear }: EventData<'PaperScanFiled'>, cells: SheetCells | null) {
  const printed = cells?.pages[page - 1] ?? [];
  const named = (seats: readonly SeatNo[]) =>
    seats.map((seat) => {
      const names = printed.filter((cell) => Number(cell.seat) === seat).map(({ name }) => name);
      return { seat, name: names.join('、') };
    });
  return { page, rows, unsigned: named(unsigned), unclear: named(unclear) };
}

/** SB3: a missing signature is nobody's fault where, by now, nobody was there to sign. */
function withWhoIsAway(day: OpenDay, { room, issued: { paper } }: FoundPaper, findings: ReturnType<typeof findingsOf>) {
  const away = new Set(
    Object.values(room.candidates).flatMap((candidate) => {
      const isAway = paper !== null && ['absent', 'refused'].includes(attendanceOf(candidate, paper).status);
      const card = isAway ? day.candidates.card(candidate) : null;
      return card === null ? [] : `${card.seat} ${card.name}`;
    }),
  );
  const unsigned = findings.unsigned.map((row) => ({ ...row, isAway: away.has(`${row.seat} ${row.name}`) }));
  return { ...findings, unsigned };
}

function placeOf({ ports }: Pick<StationContext, 'ports'>, day: OpenDay) {
  return { dataDir: ports.dataDir, day: day.journal.day, keys: day.keys };
}
