import { z } from 'zod';
import {
  base64Schema,
  digestSchema,
  eventRefSchema,
  headSchema,
  roomNoSchema,
  stationLabelSchema,
} from './schema-parts.ts';

/** 数据包编号: tells one package from another on paper and screen, and nothing of the codes. */
export const packageNoSchema = z.string().regex(/^[0-9A-F]{6}$/);

/** Codes that a room gets with its package: so many times a day may it ask by telephone. */
export const APPROVAL_CODES = 20;
export const requestNoSchema = z.int().min(1).max(APPROVAL_CODES);

/** What the room asked for by telephone. */
export const phoneApprovalKindSchema = z.enum(['seat', 'extension', 'delay', 'eligibility', 'staff', 'other']);
export type PhoneApprovalKind = z.infer<typeof phoneApprovalKindSchema>;

/** How a phone code was made slow to guess: scrypt's own figures. */
export const scryptFiguresSchema = z.strictObject({
  n: z.int().min(1024).max(1_048_576),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
});
export type ScryptFigures = z.infer<typeof scryptFiguresSchema>;

/** 考务数据包 and 电话批准: all of the site, room null. */
export const packageEventSchemas = {
  /** The file was made in the exam office. `heads`: every chain's last event that went into it. */
  PackageMade: z.strictObject({
    package: packageNoSchema,
    /** Each room's station has a short name of its own from here on, so that no record number means two things. */
    rooms: z.array(z.strictObject({ room: roomNoSchema, label: stationLabelSchema })).min(1),
    digest: digestSchema,
    heads: z.array(eventRefSchema),
  }),
  /** This chain's station began with a package; `head` = how far the office's chain had come in it. */
  PackageTakenIn: z.strictObject({ package: packageNoSchema, room: roomNoSchema, head: headSchema }),
  /** 电话批准码 that a room can check without knowing any: scrypt of each, base64. */
  ApprovalCodesListed: z.strictObject({
    room: roomNoSchema,
    kdf: scryptFiguresSchema,
    codes: z
      .array(z.strictObject({ number: requestNoSchema, salt: base64Schema, hash: base64Schema }))
      .min(1)
      .max(APPROVAL_CODES),
  }),
  /** The office gave a room the code of a request. */
  PhoneApprovalAnswered: z.strictObject({
    room: roomNoSchema,
    number: requestNoSchema,
    kind: phoneApprovalKindSchema,
  }),
} as const;
