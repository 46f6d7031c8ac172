import { z } from 'zod';
import { dateSchema, dayIdSchema, instantSchema, roomNoSchema, stationIdSchema } from '../domain/schema-parts.ts';
import { acting, command, nothing, query } from './method.ts';

/** A folder of this computer, as its system writes it; in quotes, too, as Windows copies a path. */
const folderSchema = z
  .string()
  .transform((typed) =>
    typed
      .trim()
      .replace(/^["'“”](.*)["'“”]$/s, '$1')
      .trim(),
  )
  .pipe(z.string().min(1).max(1000));

/** How the copies of the open day stand. */
export const backupStateSchema = z.strictObject({
  /** The chosen place; null while none is. */
  place: z.string().nullable(),
  /** The newest copy: when, how many records, and whether it lies outside the data folder. */
  last: z.strictObject({ at: instantSchema, records: z.int(), isOutside: z.boolean() }).nullable(),
  /** Why there is no newer one; a light's code. */
  trouble: z.string().nullable(),
  /** Records that the newest copy does not hold. */
  behind: z.int().min(0),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** A stick or disk that copies can be put on. */
export const driveSchema = z.strictObject({
  path: z.string(),
  name: z.string(),
  freeBytes: z.number().min(0),
  /** Whether a folder of copies is there already. */
  hasCopies: z.boolean(),
});
export type DriveView = z.infer<typeof driveSchema>;

/** The newest copy of one day by one station. */
export const foundCopySchema = z.strictObject({
  folder: z.string(),
  day: dayIdSchema,
  station: stationIdSchema,
  title: z.string(),
  site: z.string(),
  date: dateSchema,
  room: roomNoSchema.nullable(),
  at: instantSchema,
  records: z.int(),
  /** Whether a 恢复单 opens it on another computer. */
  hasKey: z.boolean(),
  /** Whether this day is on this computer already. */
  isHere: z.boolean(),
});
export type FoundCopyView = z.infer<typeof foundCopySchema>;

const found = z.strictObject({ copies: z.array(foundCopySchema) });

/** 备份: where copies go, what is found on a stick, and how a day comes back from one. */
export const backupMethods = {
  'backup.state': query('staff', nothing, backupStateSchema, [...acting]),
  'backup.drives': query('session', nothing, z.strictObject({ drives: z.array(driveSchema) })),
  /** Chooses the place (null: none) and makes a copy at once. */
  'backup.choose': query('staff', z.strictObject({ place: folderSchema.nullable() }), backupStateSchema, [
    ...acting,
    'place-unusable',
  ]),
  'backup.run': query('staff', nothing, backupStateSchema, [...acting]),
  /** Copies on every stick, and under a folder that is named. */
  'backup.find': query('session', z.strictObject({ folder: folderSchema.nullable() }), found),
  /** 从备份恢复: puts the newest sound copy of a folder in place as this computer's current day. */
  'backup.restore': command('session', z.strictObject({ folder: folderSchema }), z.strictObject({ day: dayIdSchema }), [
    'copy-not-found',
    'copy-unsound',
    'copy-not-read',
    'copy-of-other-kind',
    'copy-of-another-day',
    'copy-without-key',
    'day-already-here',
    'day-open-here',
  ]),
  /** 并入: takes in what a copy of the open day holds and this computer does not. */
  'backup.takeIn': command(
    'staff',
    z.strictObject({ folder: folderSchema }),
    z.strictObject({
      /** Records that came in. */
      added: z.int().min(0),
      /** Why it ended before the end of the copy; null: all of it is here now. */
      fault: z.enum(['not-authentic', 'gap', 'fork', 'own-epoch']).nullable(),
    }),
    [...acting, 'copy-not-found', 'copy-unsound', 'copy-not-read', 'copy-of-another-day'],
  ),
} as const;
