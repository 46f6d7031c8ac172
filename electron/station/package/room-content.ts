import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { type Event, type EventData, envelopeSchema, findFormFault } from '../../../shared/domain/events.ts';
import { packageEventSchemas, packageNoSchema } from '../../../shared/domain/package-events.ts';
import {
  base64Schema,
  candidateIdSchema,
  digestSchema,
  headSchema,
  roomNoSchema,
  stationLabelSchema,
} from '../../../shared/domain/schema-parts.ts';
import { dayIdOf, genesisBytes, parseGenesis, type Genesis } from '../journal/genesis.ts';

const KEY_BYTES = 32;
/** What an envelope may unfold to; a room of forty with photos is 3 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** All that a room's station begins its day with: the key, and what is said under it of this room and of nobody else's. */
export interface RoomContent {
  readonly package: string;
  readonly room: EventData<'RoomListed'>['room'];
  /** What the room's station is called on papers. */
  readonly label: string;
  readonly genesis: Genesis;
  /** The day's key, 32 bytes. */
  readonly key: Uint8Array;
  /** How far the office's chain had come. */
  readonly head: z.infer<typeof headSchema>;
  /** The office's own events, to be said again (`restate.ts`). */
  readonly events: readonly Event[];
  readonly otherRooms: EventData<'OtherRoomsIndexed'>['rooms'];
  readonly approvalCodes: EventData<'ApprovalCodesListed'>;
  readonly photos: readonly { readonly sealedDigest: string; readonly sealed: Uint8Array }[];
}

const contentSchema = z.strictObject({
  v: z.literal(1),
  package: packageNoSchema,
  room: roomNoSchema,
  label: stationLabelSchema,
  genesis: base64Schema,
  key: base64Schema,
  head: headSchema,
  events: z.array(envelopeSchema).min(1),
  otherRooms: z.record(roomNoSchema as unknown as z.ZodString, z.array(candidateIdSchema)), // keys are RoomNo
  approvalCodes: packageEventSchemas.ApprovalCodesListed,
  photos: z.array(z.strictObject({ sealedDigest: digestSchema, sealed: base64Schema })),
});

/** The content as bytes: what is to be sealed. Gzip takes back what base64 in base64 adds to the photos. */
export async function packContent(content: RoomContent): Promise<Buffer> {
  const { genesis, key, photos, ...plain } = content;
  const shaped: z.input<typeof contentSchema> = {
    v: 1,
    ...plain,
    events: [...plain.events],
    genesis: genesisBytes(genesis).toString('base64'),
    key: Buffer.from(key).toString('base64'),
    photos: photos.map(({ sealedDigest, sealed }) => ({
      sealedDigest,
      sealed: Buffer.from(sealed).toString('base64'),
    })),
  };
  return zip(Buffer.from(JSON.stringify(shaped), 'utf8'));
}

/** The content of an opened envelope; null where it is not of this program's form, or of events of another day. */
export async function unpackContent(packed: Uint8Array): Promise<RoomContent | null> {
  try {
    const text = (await unzip(packed, { maxOutputLength: MOST_BYTES })).toString('utf8');
    const { v: _, ...read } = contentSchema.parse(JSON.parse(text));
    const genesis = parseGenesis(Buffer.from(read.genesis, 'base64'));
    const key = Buffer.from(read.key, 'base64');
    const events = read.events as unknown as Event[]; // their form is looked at next
    if (!genesis.ok || key.length !== KEY_BYTES) return null;
    const day = dayIdOf(genesis.value);
    if (!events.every((event) => event.day === day && findFormFault(event) === null)) return null;
    const photos = read.photos.map((photo) => ({ ...photo, sealed: Buffer.from(photo.sealed, 'base64') }));
    return { ...read, genesis: genesis.value, key, events, photos };
  } catch {
    return null;
  }
}
