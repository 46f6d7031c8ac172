import { z } from 'zod';
import { approvalSchema } from './course-events.ts';
import { candidateIdSchema, eventRefSchema, sealedBoxSchema, seatNoSchema, staffIdSchema } from './schema-parts.ts';

/** Who acts, how the station knew him, and what the chief settles afterwards. */
export const peopleEventSchemas = {
  /** Another PIN: by the person himself, or by a leader for who has forgotten his. */
  PinReset: z.strictObject({ staff: staffIdSchema, pin: sealedBoxSchema }),
  /** 按姓名继续: in a running paper somebody goes on whose PIN was refused again and again; open until ratified. */
  EnteredByName: z.strictObject({ staff: staffIdSchema, wrongPins: z.int().min(0) }),
  /** 追认 by the chief or a deputy: what was approved by telephone, or went on by name, is settled. */
  ActRatified: z.strictObject({ target: eventRefSchema }),
  /** 换座 within the room (R38): from here on the person sits at `to`, in this paper and the later ones. */
  SeatChanged: z.strictObject({
    candidate: candidateIdSchema,
    from: seatNoSchema,
    to: seatNoSchema,
    why: sealedBoxSchema,
    approval: approvalSchema,
  }),
} as const;
