import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  dateSchema,
  dayIdSchema,
  digestSchema,
  instantSchema,
  printedHeadSchema,
  roomNoSchema,
  stationIdSchema,
  stationLabelSchema,
} from '../../../shared/domain/schema-parts.ts';

/** What lies beside a copy of a journal: which day it is of, how far it reaches, and how to tell that it is whole. */
export const manifestSchema = z.strictObject({
  v: z.literal(1),
  day: dayIdSchema,
  kind: z.enum(['real', 'rehearsal']),
  /** The station that made the copy, and its short name on papers. */
  station: stationIdSchema,
  label: stationLabelSchema,
  title: z.string(),
  site: z.string(),
  date: dateSchema,
  /** Null for the exam office, and before a room is chosen. */
  room: roomNoSchema.nullable(),
  /** When the copy was made by the station's clock, UTC ms. */
  at: instantSchema,
  /** Events that were there when the copy was begun. */
  records: z.int().min(0),
  /** Name of the copy beside this file, its length, and its SHA-256. */
  file: z.string().regex(/^[0-9A-Za-z.-]+\.journal$/),
  sizeBytes: z.int().min(1),
  sha256: digestSchema,
  /** The head of every chain when the copy was begun, the station's own signed: the copy reaches at least so far. */
  heads: z.array(printedHeadSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Reads a manifest; null where there is none or it is none of ours. */
export function readManifest(path: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
