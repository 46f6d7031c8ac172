import { siteSheetsFileName } from '../../../shared/documents/file-name.ts';
import { printSiteSheets } from '../../../shared/documents/site-sheets.ts';
import { as, type DocumentId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { keepInSharedFile } from '../day/paper-files.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import { drawAndKeep } from './issue-paper.ts';
import { keepSheetCells } from '../scans/sheet-cells-file.ts';
import { refuseEarly, refuseRole } from './room-scope.ts';
import { type PreparedSheet, prepareSheet } from './sheet-input.ts';

/**
 * 签到表 of every room in one file, at the exam office: each sheet is a paper of its own with its own number, recorded in
 * one commit. The file is kept once, under an id of its own; every sheet's id leads to it, so that each opens the whole.
 */
export const issueSiteSheets: CommandHandler<'document.issueSiteSheets'> = {
  async prepare(context, day, { input, clock, call }) {
    const role = refuseRole(day, call.actor, 'issueSitePapers');
    if (role !== null) return role;
    if (day.binding?.kind === 'room') return fail('office-only', 'D6');
    const early = refuseEarly(day, call.actor, { type: 'issueSitePapers', room: null });
    if (early !== null) return early;
    const rooms = Object.values(day.state.rooms).toSorted((a, b) => (a.room < b.room ? -1 : 1));
    const chains = day.journal.chains();
    const sheets: PreparedSheet[] = [];
    for (const room of rooms) {
      const sheet = prepareSheet(context, day, { room, paper: input.paper, nowMs: clock.nowMs, chains });
      if (!sheet.ok) return sheet;
      // Where nobody sits this paper there is nothing to sign.
      if (sheet.value.printable.view.pages.some(({ rows }) => rows.length > 0)) sheets.push(sheet.value);
    }
    if (sheets.length === 0) return fail('room-not-here', 'D6', { room: '' });
    const inFile = as<DocumentId>(context.ports.ids.id());
    const kept = await drawAndKeep(context, day, {
      document: inFile,
      printable: printSiteSheets(sheets.map(({ printable }) => printable)),
    });
    if (!kept.ok) return kept;
    const documents = sheets.map(({ issue }) => issue.document);
    const { dataDir } = context.ports;
    for (const { printable } of sheets)
      keepSheetCells({ dataDir, day: day.journal.day, keys: day.keys }, printable.view);
    keepInSharedFile(dataDir, day.journal.day, { inFile, documents });
    return ok({ type: 'issueSitePapers', papers: sheets.map(({ issue }) => issue) });
  },
  answer(events) {
    const issued = events.flatMap(({ event }) => (event.type === 'PaperIssued' ? event : []));
    const first = issued[0];
    if (first === undefined || first.paper === null) throw new Error('issued papers without their events');
    return {
      ...receiptOf(events),
      document: first.data.document,
      fileName: siteSheetsFileName(issued.length, first.paper),
      pages: issued.reduce((sum, { data }) => sum + data.pages, 0),
      copy: Math.max(...issued.map(({ data }) => data.copy)),
      rooms: issued.length,
    };
  },
};
