import { paperFileName, siteSheetsFileName } from '../../../shared/documents/file-name.ts';
import { ok } from '../../../shared/result.ts';
import { readPaper } from '../day/read-paper.ts';
import { fail, type QueryHandler } from './handler.ts';

/** An issued paper's file. One that was drawn together with others opens the whole file, under the name of the whole. */
export const documentRead: QueryHandler<'document.read'> = ({ day, ports }, { input }) => {
  if (day === null) return fail('no-day', 'D1');
  const issued = Object.values(day.state.rooms)
    .flatMap((room) => room.issued.map((paper) => ({ room: room.room, paper })))
    .find(({ paper }) => paper.document === input.document);
  if (issued === undefined) return fail('document-unknown');
  const { room, paper } = issued;
  const file = readPaper(ports.dataDir, day, paper);
  if (file === null) return paper.seals.length > 0 ? fail('sealed-file-missing', 'SE3') : fail('document-unknown');
  const isShared = file.papers > 1 && paper.paper !== null;
  return ok({
    fileName: isShared ? siteSheetsFileName(file.papers, paper.paper) : paperFileName(paper.kind, room, paper),
    bytes: Buffer.from(file.bytes).toString('base64'),
  });
};
