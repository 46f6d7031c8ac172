import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodInput } from '../../shared/contract/methods.ts';

/** The folder of room 001's photos: 38 of its 40 people, one file that is no picture, one that is nobody's. */
export const PHOTO_FOLDER = join(import.meta.dirname, '..', 'fixtures', 'rosters', 'photos-room-001');

type PhotoFile = MethodInput<'photos.file'>['files'][number];

/** The files of the folder as the page sends them, in the order of their names. */
export function readPhotoFolder(): PhotoFile[] {
  return readdirSync(PHOTO_FOLDER)
    .toSorted()
    .map((name) => photoFile(name, readFileSync(join(PHOTO_FOLDER, name))));
}

export function photoFile(name: string, bytes: Uint8Array): PhotoFile {
  return { name, bytes: Buffer.from(bytes).toString('base64') };
}
