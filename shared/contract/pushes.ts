import { z } from 'zod';
import { clockViewSchema, lightsSchema, storedEventSchema } from './views.ts';

/** What a station tells its pages unasked; one way only. */
export const pushSchema = z.discriminatedUnion('push', [
  /** New events, in order of arrival, without gaps after the last ones pushed. */
  z.strictObject({ push: z.literal('events'), events: z.array(storedEventSchema) }),
  /** Once a second, and at once when the clock jumped. */
  z.strictObject({ push: z.literal('clock'), clock: clockViewSchema }),
  /** When a light changed. */
  z.strictObject({ push: z.literal('devices'), lights: lightsSchema }),
]);
export type Push = z.infer<typeof pushSchema>;
