import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type SealedBox, documentIdSchema, sealedBoxSchema } from '../../../shared/domain/schema-parts.ts';
import type { PaperSeal } from '../../../shared/domain/state.ts';
import type { DayId, DocumentId } from '../../../shared/ids.ts';
import { replaceFileDurably } from '../files/durable-files.ts';

/** The folder of a day's issued papers, each sealed under the day key. */
export function papersDir(dataDir: string, day: DayId): string {
  return join(dataDir, 'papers', day);
}

/** Which file of a sealed paper: its SHA-256 in hex, and how often it was sealed. */
export type PaperRevision = Pick<PaperSeal, 'revision' | 'sha256'>;

/**
 * Where one paper is kept; null = as it was first drawn. Each later revision has a file of its own, named by what is in it:
 * one whose record was cut off, or that two stations made of the same file, takes no other's place here nor in a copy.
 */
export function paperPath(
  dataDir: string,
  day: DayId,
  document: DocumentId,
  seal: PaperRevision | null = null,
): string {
  const ending = seal === null || seal.revision === 1 ? '' : `.r${seal.revision}-${seal.sha256.slice(0, 16)}`;
  return join(papersDir(dataDir, day), `${document}${ending}.sealed`);
}

/** Keeps a box under a path of the papers' folder; durable when it returns. */
export function keepPaperFile(path: string, box: SealedBox): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  replaceFileDurably(path, `${path}.new`, Buffer.from(JSON.stringify(box), 'utf8'));
}

/** What stands in place of a paper that was drawn together with others: under which id the file lies that holds them all. */
const sharedFileSchema = z.strictObject({ inFile: documentIdSchema, papers: z.int().min(1) });

/** Keeps, durably, that each of these papers stands in one file, which lies under an id of its own and is there already. */
export function keepInSharedFile(
  dataDir: string,
  day: DayId,
  { inFile, documents }: { readonly inFile: DocumentId; readonly documents: readonly DocumentId[] },
): void {
  const content = Buffer.from(JSON.stringify({ inFile, papers: documents.length }), 'utf8');
  for (const document of documents) {
    const path = paperPath(dataDir, day, document);
    replaceFileDurably(path, `${path}.new`, content);
  }
}

/** The file that a paper stands in, and how many papers it holds; null where there is none. `seal` as for `paperPath`. */
export function findPaperFile(
  dataDir: string,
  day: DayId,
  document: DocumentId,
  seal: PaperRevision | null = null,
): { readonly box: SealedBox; readonly papers: number } | null {
  const content = readJson(paperPath(dataDir, day, document, seal));
  const shared = sharedFileSchema.safeParse(content);
  const box = sealedBoxSchema.safeParse(
    shared.success ? readJson(paperPath(dataDir, day, shared.data.inFile)) : content,
  );
  return box.success ? { box: box.data, papers: shared.success ? shared.data.papers : 1 } : null;
}

/** Null where the file is not there. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
