import { z } from 'zod';
import { packageNoSchema } from './domain/package-events.ts';
import {
  base64Schema,
  dateSchema,
  dayIdSchema,
  digestSchema,
  instantSchema,
  roomNoSchema,
} from './domain/schema-parts.ts';
import { err, ok, type Result } from './result.ts';

/** First line of a package, whatever its version; the version follows it. */
const MAGIC = 'proctor-station package ';
const VERSION = '1';
const LINE_END = 0x0a;
/** Three lines: what it is, the header, the digests. */
const HEAD_LINES = 3;
/** A site of 200 rooms has a head of 60 KB. */
export const MOST_HEAD_BYTES = 256 * 1024;

/** What it costs to try a room's code: 128 MiB and some 0.4 s. */
export const PACKAGE_COST = { n: 131_072, r: 8, p: 1 } as const;

/**
 * What a 考务数据包 says of itself in clear: which day, for which rooms, and how each envelope is to be opened. Each room's
 * bytes lie behind the head, `size` bytes from `from` on. The line of these is what every envelope is bound to.
 */
export const packageHeaderSchema = z.strictObject({
  package: packageNoSchema,
  kind: z.enum(['real', 'rehearsal']),
  day: dayIdSchema,
  title: z.string().max(100),
  site: z.string().max(100),
  date: dateSchema,
  madeAt: instantSchema,
  program: z.string().max(40),
  /** From a room's code to its envelope's key; never more than ours, so that no file makes a station work without end. */
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    n: z.int().min(1024).max(PACKAGE_COST.n).refine(isPowerOfTwo),
    r: z.literal(PACKAGE_COST.r),
    p: z.literal(PACKAGE_COST.p),
  }),
  rooms: z
    .array(
      z.strictObject({
        room: roomNoSchema,
        place: z.string().max(100),
        people: z.int().min(0),
        salt: base64Schema,
        nonce: base64Schema,
        from: z.int().min(0),
        size: z.int().min(17),
      }),
    )
    .min(1)
    .max(200),
});
export type PackageHeader = z.infer<typeof packageHeaderSchema>;
export type PackageRoom = PackageHeader['rooms'][number];

/** The three lines before the envelopes, as text. */
export interface PackageHead {
  readonly header: PackageHeader;
  /** The header's line exactly as it stands in the file. */
  readonly line: string;
  /** SHA-256 of the line, then of each envelope in order: tells a file that was damaged on its way. */
  readonly digests: readonly string[];
}

export type PackageFault =
  /** No package, or one whose head is cut off. */
  | 'not-a-package'
  /** Of another version of the program. */
  | 'other-version';

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n));
}

/** The head of a new file, up to where the envelopes begin. */
export function formatPackageHead(line: string, digests: readonly string[]): string {
  return `${MAGIC}${VERSION}\n${line}\n${digests.join(' ')}\n`;
}

/** Where the envelopes begin in a file's first bytes; null where there are not so many lines. */
export function findPackageBody(bytes: Uint8Array): number | null {
  let at = 0;
  for (let line = 0; line < HEAD_LINES; line += 1) {
    const end = bytes.indexOf(LINE_END, at);
    if (end === -1) return null;
    at = end + 1;
  }
  return at;
}

/** Reads the head; its digests are only compared by who can compute them. */
export function readPackageHead(text: string): Result<PackageHead, PackageFault> {
  const [magic = '', line = '', digests = ''] = text.split('\n');
  if (!magic.startsWith(MAGIC)) return err('not-a-package');
  if (magic !== `${MAGIC}${VERSION}`) return err('other-version');
  try {
    const header = packageHeaderSchema.parse(JSON.parse(line));
    const said = z
      .array(digestSchema)
      .length(header.rooms.length + 1)
      .parse(digests.split(' '));
    return ok({ header, line, digests: said });
  } catch {
    return err('not-a-package');
  }
}
