import { z } from 'zod';
import { type PhotoOutcome, photoOutcomeSchema } from '../../../shared/contract/views.ts';
import type { EventData } from '../../../shared/domain/events.ts';
import { createPhotoMatcher, photoTicketsOf } from '../../../shared/domain/photo-match.ts';
import type { CandidateState } from '../../../shared/domain/state.ts';
import type { CandidateId, CommandId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { listed } from '../people/candidates.ts';
import { filedPhotoOf } from '../photos/filed-photo.ts';
import { PhotoFiles } from '../photos/photo-files.ts';
import type { SmallPicture } from '../photos/read-picture.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { refuseEarly } from './room-scope.ts';
import type { StationContext } from './station-context.ts';

type FiledPhoto = EventData<'CandidatePhotoFiled'>;

/** Outcomes after which the person has this photo. */
const STANDING: readonly PhotoOutcome['outcome'][] = ['filed', 'replaced', 'same'];
const LARGEST_BYTES = 8 * 1024 * 1024;
const outcomesSchema = z.array(photoOutcomeSchema);

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of a batch: what is known by its name and size already, or whose picture is to be read. */
type SortedFile =
  | { readonly file: NamedFile; readonly said: PhotoOutcome['outcome']; readonly owner: CandidateState | null }
  | { readonly file: NamedFile; readonly said: null; readonly owner: CandidateState };

/** What became of a picture; `filed` is to be recorded, where something is new. */
interface KeptPhoto {
  readonly outcome: PhotoOutcome['outcome'];
  readonly filed?: FiledPhoto;
}

/**
 * 导入照片, one batch: matched by name, read in a process of their own, made small, sealed and written, then recorded. The
 * outcome of every file is kept sealed with the record, so that a repeated call gets the same answer. A photo that was
 * replaced stays in the folder, sealed like the new one and gone with the day key: nothing is deleted on a live day.
 */
export const filePhotos: CommandHandler<'photos.file'> = {
  async prepare(context, day, { input, call }) {
    const room = day.binding?.kind === 'room' ? day.binding.room : null;
    const early = refuseEarly(day, call.actor, { type: 'filePhotos', room });
    if (early !== null) return early;
    if (listed(day.state).length === 0) return fail('roster-empty', 'D6');

    const files = input.files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') }));
    const sorted = sortFiles(day, files);
    const toRead = sorted.filter(({ said }) => said === null);
    const pictures = await context.photoReader.read(toRead.map(({ file }) => file.bytes));
    const pictureOf = new Map(toRead.map((one, index) => [one, pictures[index] ?? null]));

    const photoFiles = photoFilesOf(context, day);
    const served = filedInSession(day, input.session);
    const photos: FiledPhoto[] = [];
    const outcomes: PhotoOutcome[] = [];
    for (const one of sorted) {
      const candidate = one.owner?.candidate ?? null;
      const kept = one.said === null ? keepPhoto(one.owner, pictureOf.get(one) ?? null) : { outcome: one.said };
      outcomes.push({ name: one.file.name, outcome: kept.outcome, candidate });
      if (kept.filed === undefined) continue;
      photos.push(kept.filed);
      // A synced write may take long on an old disk: whoever checks people in meanwhile waits for one, not for sixty.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const count = (...of: readonly PhotoOutcome['outcome'][]) =>
      outcomes.filter(({ outcome }) => of.includes(outcome)).length;
    return ok({
      type: 'filePhotos',
      photos,
      summary: {
        session: input.session,
        filed: photos.length,
        unmatched: count('unmatched', 'other-room'),
        broken: count('broken', 'too-large'),
        leftOut: day.keys.boxes.sealText(...PLACES.photoOutcomes, JSON.stringify(outcomes)),
      },
    });

    /** Writes the photo where it differs from the one that stands. */
    function keepPhoto(owner: CandidateState, picture: SmallPicture | null): KeptPhoto {
      if (picture === null) return { outcome: 'broken' };
      const { candidate } = owner;
      if (served.has(candidate)) return { outcome: 'double' };
      served.add(candidate);
      const before = filedPhotoOf(day.state, owner);
      const stands = before === null ? null : photoFiles.read(before);
      if (stands?.ok !== true) return { outcome: 'filed', filed: photoFiles.write(candidate, picture) };
      if (Buffer.compare(stands.value, picture.jpeg) === 0) return { outcome: 'same' };
      return { outcome: 'replaced', filed: photoFiles.write(candidate, picture) };
    }
  },
  answer(events, day) {
    const imported = events.map(({ event }) => event).find((event) => event.type === 'PhotosImported');
    if (imported === undefined) throw new Error('imported photos without their event');
    return { ...receiptOf(events), outcomes: [...outcomesOf(day, imported.data)] };
  },
};

/** Who has no photo, and what became of the files of the last session that gave nobody one. */
export const photosReport: QueryHandler<'photos.report'> = (context) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const photoFiles = photoFilesOf(context, day);
  const people = listed(day.state);
  const missing = people.filter((person) => {
    const photo = filedPhotoOf(day.state, person);
    return photo === null || !photoFiles.has(photo);
  });
  const imports = day.state.site.photoImports;
  const session = imports.at(-1)?.session;
  const leftOut = imports
    .filter((batch) => batch.session === session)
    .flatMap((batch) => outcomesOf(day, batch))
    .filter(({ outcome }) => !STANDING.includes(outcome));
  return ok({
    filed: people.length - missing.length,
    expected: people.length,
    missing: missing
      .flatMap((candidate) => day.candidates.card(candidate) ?? [])
      .toSorted((a, b) => (a.room === b.room ? a.seat - b.seat : a.room < b.room ? -1 : 1)),
    leftOut,
  });
};

/** The photos of some people; who has none, or one that cannot be read any more, is left out. */
export const candidatesPhotos: QueryHandler<'candidates.photos'> = (context, { input }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const wanted = new Set(input.candidates);
  const people = listed(day.state).filter(({ candidate }) => wanted.has(candidate));
  const photos = people.flatMap((person) => {
    const jpeg = readPhoto(context, day, person);
    return jpeg === null ? [] : [{ candidate: person.candidate, jpeg: Buffer.from(jpeg).toString('base64') }];
  });
  return ok({ photos });
};

/** A person's photo, JPEG; null where there is none that can be read. A lost or changed file is logged, without whose. */
export function readPhoto(context: StationContext, day: OpenDay, person: CandidateState): Uint8Array | null {
  const photo = filedPhotoOf(day.state, person);
  if (photo === null) return null;
  const read = photoFilesOf(context, day).read(photo);
  if (read.ok) return read.value;
  context.ports.logger.log('warn', 'photo-unreadable', { problem: read.error });
  return null;
}

function photoFilesOf({ ports }: StationContext, day: OpenDay): PhotoFiles {
  return new PhotoFiles({ dataDir: ports.dataDir, day: day.journal.day, keys: day.keys });
}

function sortFiles(day: OpenDay, files: readonly NamedFile[]): readonly SortedFile[] {
  const people = new Map(listed(day.state).map((candidate) => [candidate.candidate, candidate]));
  const matcher = createPhotoMatcher(
    [...people.keys()].flatMap((candidate) => {
      const person = day.candidates.find(candidate);
      return person === undefined ? [] : [{ candidate, ticket: person.ticket, idNumber: person.idNumber }];
    }),
  );
  return files.map((file) => {
    const found = matcher.find(file.name);
    const owner = (found !== null && people.get(found)) || null;
    if (owner === null) return { file, said: isOfOtherRoom(day, file.name) ? 'other-room' : 'unmatched', owner };
    return file.bytes.length > LARGEST_BYTES ? { file, said: 'too-large', owner } : { file, said: null, owner };
  });
}

/** Only a ticket number tells: of the other rooms' people this station holds nothing but keyed hashes of those. */
function isOfOtherRoom(day: OpenDay, fileName: string): boolean {
  const plan = day.state.site.day?.plan ?? '';
  const { otherRooms } = day.state.site;
  return photoTicketsOf(fileName).some((ticket) => otherRooms[day.keys.hashes.candidateId(plan, ticket)] !== undefined);
}

/** Who got a photo in an earlier batch of the same session: a second file for one person is told as such. */
function filedInSession(day: OpenDay, session: CommandId): Set<CandidateId> {
  const standing = day.state.site.photoImports
    .filter((batch) => batch.session === session)
    .flatMap((batch) => outcomesOf(day, batch))
    .filter(({ outcome }) => STANDING.includes(outcome));
  return new Set(standing.flatMap(({ candidate }) => candidate ?? []));
}

/** What a batch said of each of its files; empty where the box is of a key that is not here. */
function outcomesOf(day: OpenDay, { leftOut }: EventData<'PhotosImported'>): readonly PhotoOutcome[] {
  const opened = day.keys.boxes.openText(...PLACES.photoOutcomes, leftOut);
  return opened.ok ? outcomesSchema.parse(JSON.parse(opened.value)) : [];
}
