import { paperFileName, siteSheetsFileName } from '../../../shared/documents/file-name.ts';
import { ok } from '../../../shared/result.ts';
import { findPaperFile } from '../day/paper-files.ts';
import { PLACES } from '../keys/day-keys.ts';
import { fail, type QueryHandler } from './handler.ts';

/** An issued paper's file. One that was drawn together with others opens the whole file, under the name of the whole. */
export const documentRead: QueryHandler<'document.read'> = ({ day, ports }, { input }) => {
  if (day === null) return fail('no-day', 'D1');
  const issued = Object.values(day.state.rooms)
    .flatMap((room) => room.issued.map((paper) => ({ room: room.room, paper })))
    .find(({ paper }) => paper.document === input.document);
  const file = findPaperFile(ports.dataDir, day.journal.day, input.document, issued?.paper.seals.at(-1)?.revision);
  if (issued === undefined || file === null) return fail('document-unknown');
  const opened = day.keys.boxes.openBytes(...PLACES.paperFile, file.box);
  if (!opened.ok) return fail('document-unknown');
  const { room, paper } = issued;
  const isShared = file.papers > 1 && paper.paper !== null;
  return ok({
    fileName: isShared ? siteSheetsFileName(file.papers, paper.paper) : paperFileName(paper.kind, room, paper),
    bytes: Buffer.from(opened.value).toString('base64'),
  });
};
