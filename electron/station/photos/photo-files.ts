import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventData } from '../../../shared/domain/events.ts';
import { sealedBoxSchema } from '../../../shared/domain/schema-parts.ts';
import type { CandidateId, DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { PRIVATE_FOLDER, replaceFileDurably } from '../files/durable-files.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';
import type { SmallPicture } from './read-picture.ts';

type FiledPhoto = EventData<'CandidatePhotoFiled'>;

export type PhotoFileError =
  /** The file is not there. */
  | 'missing'
  /** It is not what was recorded. */
  | 'changed'
  /** It does not open under this day's key. */
  | 'shut';

/** The folder of a day's photos, each sealed under the day key. */
export function photosDir(dataDir: string, day: DayId): string {
  return join(dataDir, 'photos', day);
}

/** The photos of one day, each in a sealed file of its own. A file is never changed: another photo is another file. */
export class PhotoFiles {
  readonly #dir: string;
  readonly #keys: DayKeys;

  constructor(place: { readonly dataDir: string; readonly day: DayId; readonly keys: DayKeys }) {
    this.#dir = photosDir(place.dataDir, place.day);
    this.#keys = place.keys;
  }

  /** Seals a photo and writes it durably; answers what is to be recorded of it. Throws when the disk does not take it. */
  write(candidate: CandidateId, { jpeg, width, height }: SmallPicture): FiledPhoto {
    const content = Buffer.from(JSON.stringify(this.#keys.boxes.sealBytes(...PLACES.photo, jpeg)), 'utf8');
    const filed: FiledPhoto = { candidate, sealedDigest: digestOf(content), width, height };
    mkdirSync(this.#dir, { recursive: true, mode: PRIVATE_FOLDER });
    const path = this.#pathOf(filed);
    replaceFileDurably(path, `${path}.new`, content);
    return filed;
  }

  /** Whether the file is there at all; what it holds, `read` says. */
  has(filed: FiledPhoto): boolean {
    return existsSync(this.#pathOf(filed));
  }

  /** The JPEG that was recorded, or why it cannot be had. */
  read(filed: FiledPhoto): Result<Uint8Array, PhotoFileError> {
    let content: Buffer;
    try {
      content = readFileSync(this.#pathOf(filed));
    } catch {
      return err('missing');
    }
    if (digestOf(content) !== filed.sealedDigest) return err('changed');
    // The digest stood in the record: the bytes are our own, a box by their making.
    const opened = this.#keys.boxes.openBytes(
      ...PLACES.photo,
      sealedBoxSchema.parse(JSON.parse(content.toString('utf8'))),
    );
    return opened.ok ? ok(opened.value) : err('shut');
  }

  /** The sealed file as it lies here and was recorded; null where it is gone or another. For who has the day's key. */
  readSealed(filed: FiledPhoto): Uint8Array | null {
    try {
      const content = readFileSync(this.#pathOf(filed));
      return digestOf(content) === filed.sealedDigest ? content : null;
    } catch {
      return null;
    }
  }

  /** Puts a sealed file of another station of the day in place; false where it is not what was recorded. */
  placeSealed(filed: FiledPhoto, content: Uint8Array): boolean {
    if (digestOf(content) !== filed.sealedDigest) return false;
    mkdirSync(this.#dir, { recursive: true, mode: PRIVATE_FOLDER });
    const path = this.#pathOf(filed);
    replaceFileDurably(path, `${path}.new`, content);
    return true;
  }

  #pathOf({ candidate, sealedDigest }: FiledPhoto): string {
    return join(this.#dir, `${candidate}-${sealedDigest.slice(0, 8)}.sealed`);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
