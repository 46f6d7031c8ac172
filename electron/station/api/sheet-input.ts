import { createHash } from 'node:crypto';
import { attendanceOf, isExpected } from '../../../shared/domain/attendance.ts';
import type { IssuePaper } from '../../../shared/domain/commands.ts';
import { withRatifiedTimes } from '../../../shared/domain/doubtful-time.ts';
import { nextCopy } from '../../../shared/domain/decide-paper.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { sheetEntry, sheetRemark } from '../../../shared/documents/sheet-candidate.ts';
import {
  buildSignInSheet,
  printSignInSheet,
  type SheetCandidate,
  signInSheetDigestInput,
} from '../../../shared/documents/sign-in-sheet.ts';
import type { PrintableSignInSheet } from '../../../shared/documents/sign-in-sheet-view.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import { as, type DocumentId, type PaperId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { fail } from './handler.ts';
import { digestOf, invigilatorsIn, printedHead } from './issue-paper.ts';
import { readPhoto } from './photos.ts';
import type { StationContext } from './station-context.ts';

/** 考生签到表 of one room, ready to be drawn, and what is to be recorded of it. */
export interface PreparedSheet {
  readonly printable: PrintableSignInSheet;
  readonly issue: Omit<IssuePaper, 'type'>;
}

interface SheetWish {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly nowMs: number;
  /** Read once for all papers of a command: while it is drawn, check-in goes on and the chains grow. */
  readonly chains: ReturnType<OpenDay['journal']['chains']>;
}

/** A sheet as the state at this moment gives it, photos included. */
export function prepareSheet(context: StationContext, day: OpenDay, wish: SheetWish): Answer<PreparedSheet> {
  const { room, paper, chains } = wish;
  if (room.day === null || room.timeline === null) return fail('room-not-here', 'D6', { room: room.room });
  const { ports, stationDb } = context;
  const document = as<DocumentId>(ports.ids.id());
  const times = room.timeline.papers[paper];
  const photos: Record<string, Uint8Array> = {};
  const view = buildSignInSheet({
    site: room.day.site,
    exam: room.day.title,
    date: room.day.date,
    roomNo: room.room,
    place: room.place,
    paper,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    delayedFrom: times.startsAt === times.plannedStartsAt ? null : times.plannedStartsAt,
    edition: room.day.rules.edition,
    invigilators: invigilatorsIn(day, room.room).map((staff) => day.staffName(staff)),
    official: room.officialSheet?.which ?? null,
    kind: day.journal.genesis.kind,
    copy: nextCopy(room, { kind: 'sign-in-sheet', paper, about: null }),
    candidates: sheetCandidates(context, day, { room, paper, photos }),
    heads: chains.map(({ label, head }) => ({ label, ...head })),
    documentId: document,
    issuedAt: wish.nowMs,
  });
  const viewDigest = digestOf(signInSheetDigestInput(view));
  return ok({
    printable: printSignInSheet(view, viewDigest, photos),
    issue: {
      document,
      kind: 'sign-in-sheet',
      room: room.room,
      paper,
      about: null,
      pages: view.pages.length,
      viewDigest,
      heads: chains.map(({ head }) => printedHead(stationDb.identity, day.journal.day, head)),
    },
  });
}

interface SheetPeople {
  readonly room: RoomState;
  readonly paper: PaperId;
  /** Takes the photos, by their digest. */
  readonly photos: Record<string, Uint8Array>;
}

function sheetCandidates(
  context: StationContext,
  day: OpenDay,
  { room, paper, photos }: SheetPeople,
): readonly SheetCandidate[] {
  return Object.values(withRatifiedTimes(room).candidates)
    .filter((candidate) => isExpected(candidate, paper))
    .flatMap((candidate) => {
      const card = day.candidates.card(candidate);
      if (card === null) return [];
      const { seat, name, ticket, idType, idMasked, level } = card;
      const attendance = attendanceOf(candidate, paper);
      const jpeg = readPhoto(context, day, candidate);
      const photoDigest = jpeg === null ? null : createHash('sha256').update(jpeg).digest('hex');
      if (jpeg !== null && photoDigest !== null) photos[photoDigest] = jpeg;
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
          photoDigest,
        },
      ];
    });
}
