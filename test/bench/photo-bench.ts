import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { ROOM, valueOf } from '../support/day-scenario.ts';
import { PHOTO_FOLDER, photoFile, readPhotoFolder } from '../support/photo-folder.ts';
import type { BarePhotos } from './bare-photo-child.ts';
import { type BenchGround, openStationWithRoster } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { LARGE_ROSTER, readLargeRoster } from './large-roster.ts';
import { medianOf, samplesOf, timed, timedSync } from './samples.ts';
import { type BenchRow, ms, row, spread } from './table.ts';

const RUNS = 5;
/** Of each text every beginning is a keystroke; what is found has a photo. */
const TYPED = ['zhang', 'ljx', '李', '王小', 'ouy', '12', '0712', '31X'];
const BATCH = 60;

/** A folder of forty photos from the files to the record, and photos beside what a search finds. */
export async function benchPhotos(ground: BenchGround): Promise<readonly BenchRow[]> {
  return [await benchPhotoImport(ground), await benchSearchWithPhotos(ground)];
}

async function benchPhotoImport({ dir }: BenchGround): Promise<BenchRow> {
  const files = readPhotoFolder();
  const [taken, floor]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const binding = { kind: 'room', room: ROOM } as const;
    const { station, client, chief } = await openStationWithRoster(
      join(dir, `import-${run}`),
      binding,
      'site-12-rooms.xlsx',
    );
    floor.push(
      await timed(async () => {
        const child = await startChild<BarePhotos>(new URL('./bare-photo-child.ts', import.meta.url), [PHOTO_FOLDER]);
        await child.gone;
      }),
    );
    taken.push(await timed(() => fileBatch(client, chief, files)));
    await station.close();
  }
  const [measured, least] = [medianOf(taken), medianOf(floor)];
  return row({
    what: `import of ${files.length} photos: matched, decoded, made small, sealed, synced, recorded`,
    measured: `${ms(measured)} (median of ${RUNS})`,
    floor: `${ms(least)} in a fresh process`,
    ratio: measured / least,
    floorPath: 'test/bench/bare-photo-child.ts: fork, sharp resize and jpeg of the same files, exit; nothing written',
  });
}

async function benchSearchWithPhotos({ dir }: BenchGround): Promise<BenchRow> {
  const folder = join(dir, 'search');
  const { station, client, chief } = await openStationWithRoster(folder, { kind: 'office' }, LARGE_ROSTER);
  const search = async (query: string): Promise<readonly CandidateCard[]> =>
    valueOf(await client.invoke('candidates.search', { query, room: null }, { actor: chief })).matches;
  const queries = TYPED.flatMap((text) => [...text].map((_, index) => [...text].slice(0, index + 1).join('')));
  const found = new Map<string, CandidateCard>();
  for (const query of queries) for (const card of await search(query)) found.set(card.candidate, card);
  const photos = await photosFor([...found.values()]);
  for (let at = 0; at < photos.length; at += BATCH) await fileBatch(client, chief, photos.slice(at, at + BATCH));

  const names = (await readLargeRoster()).map(({ name }) => name);
  const plainDir = join(folder, 'plain');
  mkdirSync(plainDir);
  for (const { name, bytes } of photos) writeFileSync(join(plainDir, name), Buffer.from(bytes, 'base64'));
  const [taken, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < 4; round += 1) {
    for (const query of queries) {
      let matches: readonly CandidateCard[] = [];
      taken.push(
        await timed(async () => {
          matches = await search(query);
          const candidates = matches.map(({ candidate }) => candidate);
          if (candidates.length > 0)
            valueOf(await client.invoke('candidates.photos', { candidates }, { actor: chief }));
        }),
      );
      floor.push(
        timedSync(() => {
          names.filter((name) => name.includes(query));
          for (const { ticket } of matches) readFileSync(join(plainDir, `${ticket}.jpg`)).toString('base64');
        }),
      );
    }
  }
  await station.close();
  const [measured, least] = [samplesOf(taken), samplesOf(floor)];
  return row({
    what: `search keystroke to list with photos, ${names.length} people, none held by the page, dispatch`,
    goal: 'p95 <= 50 ms',
    measured: spread(measured),
    floor: spread(least),
    ratio: measured.p50 / least.p50,
    floorPath: 'test/bench/photo-bench.ts: Array.filter over as many names, then the same photos read as plain files',
    isMet: measured.p95 <= 50,
  });
}

/** A picture of its own for each, noisy enough to weigh what a face weighs. */
async function photosFor(people: readonly CandidateCard[]): Promise<ReturnType<typeof photoFile>[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const;
  const files: ReturnType<typeof photoFile>[] = [];
  for (const { ticket } of people) {
    const picture = sharp({ create: { width: 295, height: 413, channels: 3, background: '#888', noise } });
    files.push(photoFile(`${ticket}.jpg`, await picture.blur(2).jpeg({ quality: 82 }).toBuffer()));
  }
  return files;
}

let sessions = 0;

async function fileBatch(
  client: StationClient,
  actor: StaffId,
  files: readonly ReturnType<typeof photoFile>[],
): Promise<void> {
  sessions += 1;
  const session = as<CommandId>(`bench-session-${sessions}`);
  valueOf(await client.invoke('photos.file', { session, files: [...files] }, { actor }));
}
