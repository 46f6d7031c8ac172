import { join } from 'node:path';
import type { SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import type { DayId, DocumentId } from '../../../shared/ids.ts';
import { sealedBoxSchema } from '../../../shared/domain/schema-parts.ts';
import type { SignatureField } from '../documents/document-problem.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';
import { keepPaperFile, papersDir, readJson } from './paper-files.ts';

/** What a sealed paper said, and where on it people sign: for who signs later, and for what corrects it. */
export interface SealedContent {
  readonly content: SignedPaperContent;
  /** In the order of the lines; `place` null where the drawing has none. */
  readonly fields: readonly { readonly field: string; readonly place: SignatureField | null }[];
}

/** A day whose papers are kept. */
interface DayOfPapers {
  readonly keys: Pick<DayKeys, 'boxes'>;
  readonly journal: { readonly day: DayId };
}

/** Durable when it returns. */
export function keepSealedContent(dataDir: string, day: DayOfPapers, document: DocumentId, kept: SealedContent): void {
  const box = day.keys.boxes.sealText(...PLACES.paperContent, JSON.stringify(kept));
  keepPaperFile(contentPath(dataDir, day, document), box);
}

/** Null where it is not on this computer, or does not open. */
export function findSealedContent(dataDir: string, day: DayOfPapers, document: DocumentId): SealedContent | null {
  const box = sealedBoxSchema.safeParse(readJson(contentPath(dataDir, day, document)));
  const opened = box.success ? day.keys.boxes.openText(...PLACES.paperContent, box.data) : null;
  return opened?.ok === true ? (JSON.parse(opened.value) as SealedContent) : null; // written by keepSealedContent alone
}

function contentPath(dataDir: string, { journal }: DayOfPapers, document: DocumentId): string {
  return join(papersDir(dataDir, journal.day), `${document}.content.sealed`);
}
