import { join } from 'node:path';
import { z } from 'zod';
import { sealedBoxSchema } from '../../../shared/domain/schema-parts.ts';
import type { SignInSheetView } from '../../../shared/documents/sign-in-sheet-view.ts';
import type { DayId, DocumentId } from '../../../shared/ids.ts';
import { keepPaperFile, papersDir, readJson } from '../day/paper-files.ts';
import { CODE_CORNERS, MARK_CENTRES, MARK_RADIUS } from '../documents/page-anchors.ts';
import { signatureCells } from '../documents/sheet-cells.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';

const pointSchema = z.strictObject({ x: z.number(), y: z.number() });
const cornersSchema = z.tuple([pointSchema, pointSchema, pointSchema, pointSchema]);

/** Where on a printed 签到表 people sign; in points from a page's upper left. */
const sheetCellsSchema = z.strictObject({
  anchors: z.strictObject({ code: cornersSchema, marks: cornersSchema, markRadius: z.number() }),
  /** Page by page the cells that are to be signed. */
  pages: z.array(
    z.array(
      z.strictObject({
        /** As printed: "07". */
        seat: z.string(),
        name: z.string(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    ),
  ),
});
export type SheetCells = z.infer<typeof sheetCellsSchema>;

/** Whose papers they are. */
interface PaperPlace {
  readonly dataDir: string;
  readonly day: DayId;
  readonly keys: Pick<DayKeys, 'boxes'>;
}

/**
 * Keeps, sealed and durably, where a sheet is to be signed as it was printed: on the day it comes back the roster may be
 * another, and in another version of the program the table. Of a sheet that nobody signs nothing is kept. Throws when the
 * disk does not take it.
 */
export function keepSheetCells(place: PaperPlace, view: SignInSheetView): void {
  if (view.columns.signature === '') return;
  const cells = {
    anchors: { code: CODE_CORNERS, marks: MARK_CENTRES, markRadius: MARK_RADIUS },
    pages: signatureCells(view),
  };
  const box = place.keys.boxes.sealText(...PLACES.sheetCells, JSON.stringify(cells));
  keepPaperFile(cellsPath(place, view.source.documentId as DocumentId), box); // the view's own text of it
}

/** Null where the sheet was printed before there were cells, or the file is gone. */
export function findSheetCells(place: PaperPlace, document: DocumentId): SheetCells | null {
  const box = sealedBoxSchema.safeParse(readJson(cellsPath(place, document)));
  const opened = box.success ? place.keys.boxes.openText(...PLACES.sheetCells, box.data) : null;
  return opened?.ok === true ? sheetCellsSchema.parse(JSON.parse(opened.value)) : null;
}

function cellsPath({ dataDir, day }: PaperPlace, document: DocumentId): string {
  return join(papersDir(dataDir, day), `${document}.cells.sealed`);
}
