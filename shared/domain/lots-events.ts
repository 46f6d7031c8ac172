import { z } from 'zod';
import { roomNoSchema, staffIdSchema } from './schema-parts.ts';

/** A number called out in the room. */
export const calledNumberSchema = z.string().regex(/^\d{1,12}$/);

const placed = z.array(z.strictObject({ staff: staffIdSchema, room: roomNoSchema }));

/** 抽签: everything that it takes to draw the same lots again (`lots-draw.ts`). */
export const lotEventSchemas = {
  LotsDrawn: z.strictObject({
    algorithm: z.literal('PS-LOT-1'),
    seed: z.string().regex(/^[0-9a-f]{32}$/),
    called: calledNumberSchema.nullable(),
    pool: z.array(staffIdSchema).min(1),
    rooms: z.array(z.strictObject({ room: roomNoSchema, places: z.int().min(1) })).min(1),
    forbidden: z.array(z.strictObject({ staff: staffIdSchema, rooms: z.array(roomNoSchema).min(1) })),
    result: placed,
    shuffles: z.int().min(0),
  }),
} as const;
