import { z } from 'zod';
import { SITE_LISTS, VISITOR_ROLES } from './checklist-items.ts';
import { eventRefSchema, sealedBoxSchema } from './schema-parts.ts';

/** Another program may know further items: they are kept, and shown by those who know them. */
const itemSchema = z.string().regex(/^[a-z][a-z-]{1,39}$/);

/** 考前检查, of the envelope's room or, without one, of the site; 来访. */
export const checkEventSchemas = {
  CheckTicked: z.strictObject({
    item: itemSchema,
    /** How many there are, where the item is counted. */
    count: z.int().min(0).nullable(),
    note: sealedBoxSchema.nullable(),
  }),
  /** 不适用; why stands in the envelope. */
  CheckSetAside: z.strictObject({ item: itemSchema }),
  /** Open again, whatever it was; why stands in the envelope. */
  CheckUnticked: z.strictObject({ item: itemSchema }),
  /** White list or software of a level, all of it anew; the lines sealed as one text. */
  SiteListWritten: z.strictObject({ list: z.enum(SITE_LISTS), lines: sealedBoxSchema, count: z.int().min(0) }),
  /** 来访 (R15), from `occurredAt` on. */
  VisitNoted: z.strictObject({
    role: z.enum(VISITOR_ROLES),
    name: sealedBoxSchema,
    about: sealedBoxSchema.nullable(),
  }),
  /** … until `occurredAt`. */
  VisitEnded: z.strictObject({ visit: eventRefSchema }),
} as const;
