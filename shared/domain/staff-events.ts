import { z } from 'zod';
import { approvalSchema } from './course-events.ts';
import { roomNoSchema, sealedBoxSchema, staffIdSchema } from './schema-parts.ts';

/** Who works where on the day, and whom to call. */
export const staffEventSchemas = {
  /** What is known of a member of staff; the last one counts. `details` is a sealed StaffDetails. */
  StaffDescribed: z.strictObject({ staff: staffIdSchema, isTrained: z.boolean(), details: sealedBoxSchema }),
  /**
   * Works in this room from here on; null = in none (an invigilator), in all (a technician). 'arrived' = 到岗, said by the
   * person himself in the room.
   */
  StaffPosted: z.strictObject({
    staff: staffIdSchema,
    room: roomNoSchema.nullable(),
    how: z.enum(['assigned', 'lots', 'arrived']),
  }),
  /** 移出名单: somebody who should not have been on it, and did nothing. */
  StaffRemoved: z.strictObject({ staff: staffIdSchema }),
  /** 更换监考员 on the day; the chief's opinion is sealed. The event's own room is the same one. */
  StaffReplaced: z.strictObject({
    leaves: staffIdSchema,
    comes: staffIdSchema,
    room: roomNoSchema,
    opinion: sealedBoxSchema,
    approval: approvalSchema,
  }),
  /** 值班电话, all of them anew: a sealed list of DutyPhone. */
  DutyPhonesListed: z.strictObject({ phones: sealedBoxSchema }),
} as const;
