import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { attendanceOf, isExpected } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { nextCopy } from '../../../shared/domain/decide-paper.ts';
import type { Head, PrintedHead } from '../../../shared/domain/schema-parts.ts';
import { as, type DayId, type DocumentId, type PaperId } from '../../../shared/ids.ts';
import { sheetEntry, sheetRemark } from '../../../shared/documents/sheet-candidate.ts';
import {
  buildSignInSheet,
  printSignInSheet,
  type SheetCandidate,
  signInSheetDigestInput,
} from '../../../shared/documents/sign-in-sheet.ts';
import { signInSheetFileName } from '../../../shared/documents/file-name.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { paperPath, papersDir } from '../day/paper-files.ts';
import { replaceFileDurably } from '../files/durable-files.ts';
import { signHead } from '../journal/head-signature.ts';
import { PLACES } from '../keys/day-keys.ts';
import type { StationIdentity } from '../station-db/identity.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import type { StationContext } from './station-context.ts';

/**
 * 考生签到表 of one room and paper: drawn from the state at this moment, kept sealed, then recorded with the signed heads
 * printed on it. The file comes first: a recorded paper is always there to be read.
 */
export const issueSignInSheet: CommandHandler<'document.issueSignInSheet'> = {
  async prepare(context, day, { input, clock }) {
    const room = day.state.rooms[input.room];
    if (room === undefined || room.day === null || room.timeline === null)
      return fail('room-not-here', 'D6', { room: input.room });
    const { ports, stationDb, renderer } = context;
    const document = as<DocumentId>(ports.ids.id());
    // Read once, with the state that is drawn: while the worker draws, check-in goes on and the chains grow.
    const chains = day.journal.chains();
    const times = room.timeline.papers[input.paper];
    const view = buildSignInSheet({
      site: room.day.site,
      exam: room.day.title,
      date: room.day.date,
      roomNo: room.room,
      place: room.place,
      paper: input.paper,
      plannedStart: times.startsAt,
      plannedEnd: times.endsAt,
      edition: room.day.rules.edition,
      invigilators: invigilatorsOf(day, room),
      isOfficial: stationDb.findSetting('official-sheet') === 'ours',
      kind: day.journal.genesis.kind,
      copy: nextCopy(room, 'sign-in-sheet', input.paper),
      candidates: sheetCandidates(day, room, input.paper),
      heads: chains.map(({ label, head }) => ({ label, ...head })),
      documentId: document,
      issuedAt: clock.nowMs,
    });
    const viewDigest = createHash('sha256').update(signInSheetDigestInput(view), 'utf8').digest('hex');
    const drawn = await renderer.render(printSignInSheet(view, viewDigest));
    if (!drawn.ok) return drawingFailed(context, drawn.error);
    const file = day.keys.boxes.sealBytes(...PLACES.paperFile, drawn.value.bytes);
    const path = paperPath(ports.dataDir, day.journal.day, document);
    mkdirSync(papersDir(ports.dataDir, day.journal.day), { recursive: true, mode: 0o700 });
    replaceFileDurably(path, `${path}.new`, Buffer.from(JSON.stringify(file), 'utf8'));
    return ok({
      type: 'issuePaper',
      document,
      kind: 'sign-in-sheet',
      room: input.room,
      paper: input.paper,
      pages: drawn.value.pages,
      viewDigest,
      heads: chains.map(({ head }) => printedHead(stationDb.identity, day.journal.day, head)),
    });
  },
  answer(events) {
    const issued = events.map(({ event }) => event).find((event) => event.type === 'PaperIssued');
    if (issued === undefined) throw new Error('an issued paper without its event');
    const { document, pages, copy, room } = issued.data;
    return {
      ...receiptOf(events),
      document,
      pages,
      copy,
      fileName: signInSheetFileName(room, { paper: issued.paper, copy }),
    };
  },
};

function printedHead(identity: StationIdentity, day: DayId, head: Head): PrintedHead {
  return head.station === identity.station ? signHead(identity, day, head) : { ...head, signature: null };
}

type DrawingProblem = Extract<Awaited<ReturnType<StationContext['renderer']['render']>>, { ok: false }>['error'];

function drawingFailed({ ports }: StationContext, problem: DrawingProblem) {
  if (problem.code === 'renderer-failed') {
    ports.logger.log('error', 'drawing-failed', { message: problem.message });
    return fail('internal');
  }
  const first = problem.where[0];
  return fail('glyph-missing', '', {
    characters: problem.characters.join(' '),
    seat: first?.person?.seat ?? '',
    name: first?.person?.name ?? first?.text ?? '',
    count: problem.where.length,
  });
}

function invigilatorsOf(day: OpenDay, room: RoomState): string[] {
  return Object.values(day.state.site.staff)
    .filter((staff) => staff.role === 'invigilator' && staff.room === room.room)
    .map((staff) => day.staffName(staff.staff));
}

function sheetCandidates(day: OpenDay, room: RoomState, paper: PaperId): SheetCandidate[] {
  return Object.values(room.candidates)
    .filter((candidate) => isExpected(candidate, paper))
    .flatMap((candidate) => {
      const card = day.candidates.card(candidate);
      if (card === null) return [];
      const { seat, name, ticket, idType, idMasked, level } = card;
      const attendance = attendanceOf(candidate, paper);
      return [
        {
          seat,
          name,
          ticket,
          idType,
          idMasked,
          level,
          entry: sheetEntry(attendance),
          remark: sheetRemark(candidate, attendance),
        },
      ];
    });
}
