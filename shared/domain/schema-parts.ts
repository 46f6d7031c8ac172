import { z } from 'zod';
import type {
  CandidateId,
  CommandId,
  DayId,
  DocumentId,
  Level,
  PaperId,
  RoomNo,
  SeatNo,
  StaffId,
  StationId,
} from '../ids.ts';
import { isRecordKey } from '../ids.ts';
import type { MilestoneId } from './timeline-types.ts';

function branded<Id extends string>(pattern: RegExp): z.ZodType<Id> {
  return z.string().regex(pattern) as unknown as z.ZodType<Id>; // brands exist only at compile time
}

/** As above, for ids that people or files choose and that are looked up in records. */
function recordKey<Id extends string>(pattern: RegExp): z.ZodType<Id> {
  return z.string().regex(pattern).refine(isRecordKey) as unknown as z.ZodType<Id>;
}

const MAX_INSTANT_MS = 8_640_000_000_000_000;

/** An instant, UTC milliseconds. */
export const instantSchema = z.int().min(0).max(MAX_INSTANT_MS);
export const dayIdSchema = branded<DayId>(/^[0-9a-f]{32}$/);
export const stationIdSchema = branded<StationId>(/^[0-9a-f]{16}$/);
/** A station's short name on papers. */
export const stationLabelSchema = z.string().regex(/^[A-Z]{1,3}$/);
export const candidateIdSchema = branded<CandidateId>(/^[0-9a-f]{32}$/);
export const staffIdSchema = recordKey<StaffId>(/^[0-9a-zA-Z-]{1,40}$/);
export const commandIdSchema = branded<CommandId>(/^[0-9a-zA-Z-]{8,64}$/);
export const documentIdSchema = branded<DocumentId>(/^[0-9a-zA-Z-]{1,40}$/);
export const roomNoSchema = recordKey<RoomNo>(/^[^\p{Cc}\s]{1,20}$/u);
export const seatNoSchema = z.int().min(1).max(999) as unknown as z.ZodType<SeatNo>; // as above
export const milestoneIdSchema = branded<MilestoneId>(/^(theory|practical):[a-z-]+(@-?\d+)?$/);
export const paperSchema: z.ZodType<PaperId> = z.enum(['theory', 'practical']);
export const levelSchema: z.ZodType<Level> = z.enum(['elementary', 'intermediate', 'advanced']);
export const editionSchema = z.enum(['R2021', 'R2022', 'R2024']);
/** A calendar date in Asia/Shanghai. */
export const dateSchema = z.iso.date();
export const base64Schema = z.base64();
/** A SHA-256 (later SM3) digest in hex. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** A keyed hash 带密钥摘要 of a personal text, cut to 32 hex digits: equal texts, equal hashes; nothing without the day key. */
export const keyedHashSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** 密封盒: a personal text or file, AES-256-GCM under the day key, bound to day, event type and field. */
export const sealedBoxSchema = z.strictObject({
  alg: z.literal('A256GCM'),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  nonce: base64Schema,
  ct: base64Schema,
});
export type SealedBox = z.infer<typeof sealedBoxSchema>;

/** A place in a chain. */
export const headSchema = z.strictObject({
  station: stationIdSchema,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  /** Chain hash of the event at `seq`. */
  hash: digestSchema,
});
export type Head = z.infer<typeof headSchema>;

/** A head with the station's Ed25519 signature over it (base64). */
export const signedHeadSchema = z.strictObject({ ...headSchema.shape, signature: base64Schema });
export type SignedHead = z.infer<typeof signedHeadSchema>;

/** A head as printed on a paper: signed where it is the printing station's own, null where another station's. */
export const printedHeadSchema = z.strictObject({ ...headSchema.shape, signature: base64Schema.nullable() });
export type PrintedHead = z.infer<typeof printedHeadSchema>;

/** Names one event. */
export const eventRefSchema = z.strictObject({ station: stationIdSchema, epoch: z.int().min(1), seq: z.int().min(1) });
export type EventRef = z.infer<typeof eventRefSchema>;

/** An event's name as a map key. */
export function eventKey(ref: EventRef): string {
  return `${ref.station}/${ref.epoch}/${ref.seq}`;
}
