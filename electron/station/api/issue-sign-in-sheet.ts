import { paperFileName } from '../../../shared/documents/file-name.ts';
import { ok } from '../../../shared/result.ts';
import { type CommandHandler, receiptOf } from './handler.ts';
import { drawAndKeep, issuedIn } from './issue-paper.ts';
import { keepSheetCells } from '../scans/sheet-cells-file.ts';
import { findRoomFor, refuseEarly } from './room-scope.ts';
import { prepareSheet } from './sheet-input.ts';

/**
 * 考生签到表 of one room and paper: drawn from the state at this moment, kept sealed, then recorded with the signed heads
 * printed on it. The file comes first: a recorded paper is always there to be read.
 */
export const issueSignInSheet: CommandHandler<'document.issueSignInSheet'> = {
  async prepare(context, day, { input, clock, call }) {
    const early = refuseEarly(day, call.actor, { type: 'issuePaper', room: input.room });
    if (early !== null) return early;
    const room = findRoomFor(day, call.actor, input.room);
    if (!room.ok) return room;
    const chains = day.journal.chains();
    const sheet = prepareSheet(context, day, { room: room.value, paper: input.paper, nowMs: clock.nowMs, chains });
    if (!sheet.ok) return sheet;
    const { printable, issue } = sheet.value;
    const kept = await drawAndKeep(context, day, { document: issue.document, printable });
    if (!kept.ok) return kept;
    keepSheetCells({ dataDir: context.ports.dataDir, day: day.journal.day, keys: day.keys }, printable.view);
    return ok({ type: 'issuePaper', ...issue });
  },
  answer(events) {
    const { document, pages, copy, room, paper } = issuedIn(events);
    return {
      ...receiptOf(events),
      document,
      pages,
      copy,
      fileName: paperFileName('sign-in-sheet', room, { paper, copy }),
    };
  },
};
