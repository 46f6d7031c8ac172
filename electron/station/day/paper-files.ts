import { join } from 'node:path';
import type { DayId, DocumentId } from '../../../shared/ids.ts';

/** The folder of a day's issued papers, each sealed under the day key. */
export function papersDir(dataDir: string, day: DayId): string {
  return join(dataDir, 'papers', day);
}

/** Where one paper is kept. */
export function paperPath(dataDir: string, day: DayId, document: DocumentId): string {
  return join(papersDir(dataDir, day), `${document}.sealed`);
}
