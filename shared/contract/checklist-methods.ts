import { z } from 'zod';
import { CHECK_ITEM_IDS, type CheckItemId, SITE_LISTS, VISITOR_ROLES } from '../domain/checklist-items.ts';
import { sheetMakerSchema } from '../domain/official-sheet-events.ts';
import { base64Schema, eventRefSchema, roomNoSchema } from '../domain/schema-parts.ts';
import { acting, backfill, command, freeTextSchema, onSpot, query } from './method.ts';
import { receiptSchema } from './views.ts';

/** A room's own, or the site's. */
const placed = { room: roomNoSchema.nullable() };
const ofItem = { ...placed, item: z.enum(CHECK_ITEM_IDS as readonly [CheckItemId, ...CheckItemId[]]) }; // there are some
const listLine = z.string().trim().min(1).max(100);

/** 考前检查, 来访 (R15), and which 签到表 is signed (C27). */
export const checklistMethods = {
  /** What people wrote on a room's checks and visits, or the site's; and the lists that every room goes by. */
  'checks.read': query(
    'staff',
    z.strictObject(placed),
    z.strictObject({
      entries: z.array(z.strictObject({ item: z.string(), note: z.string(), reason: z.string() })),
      visits: z.array(z.strictObject({ event: eventRefSchema, name: z.string(), about: z.string() })),
      lists: z.array(
        /** `isOurs`: nobody has written it yet, these are the program's own lines. */
        z.strictObject({ list: z.enum(SITE_LISTS), lines: z.array(z.string()), isOurs: z.boolean() }),
      ),
    }),
    [...acting, 'room-not-here'],
  ),
  'check.tick': command(
    'staff',
    z.strictObject({ ...ofItem, count: z.int().min(0).max(9999).nullable(), note: freeTextSchema.nullable() }),
    receiptSchema,
    [...onSpot, 'check-of-other-scope', 'check-count-missing', 'check-note-missing', 'check-already-ticked'],
  ),
  /** 不适用. */
  'check.setAside': command('staff', z.strictObject(ofItem), receiptSchema, [
    ...onSpot,
    'check-of-other-scope',
    'check-already-aside',
  ]),
  'check.untick': command('staff', z.strictObject(ofItem), receiptSchema, [
    ...onSpot,
    'check-of-other-scope',
    'check-not-ticked',
  ]),
  /** 白名单 or a level's software, all lines anew. */
  'checks.writeList': command(
    'staff',
    z.strictObject({ list: z.enum(SITE_LISTS), lines: z.array(listLine).max(200) }),
    receiptSchema,
    [...acting, ...backfill, 'station-not-bound'],
  ),
  'visit.note': command(
    'staff',
    z.strictObject({
      ...placed,
      role: z.enum(VISITOR_ROLES),
      name: z.string().trim().min(1).max(50),
      about: freeTextSchema.nullable(),
    }),
    receiptSchema,
    [...onSpot],
  ),
  'visit.end': command('staff', z.strictObject({ ...placed, visit: eventRefSchema }), receiptSchema, [
    ...onSpot,
    'visit-unknown',
    'visit-already-over',
  ]),
  /** 考前检查单 of a room or of the site as PDF; drawn anew each time, nowhere kept. */
  'checks.sheet': query(
    'staff',
    z.strictObject(placed),
    z.strictObject({ fileName: z.string(), bytes: base64Schema }),
    [...acting, 'room-not-here', 'glyph-missing'],
  ),
  'officialSheet.choose': command('staff', z.strictObject({ which: sheetMakerSchema }), receiptSchema, [
    ...acting,
    ...backfill,
    'station-not-bound',
    'official-sheet-already-so',
  ]),
} as const;
