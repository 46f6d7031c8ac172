import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { inventRoster } from '../../shared/rehearsal/invent-roster.ts';
import { importCsv, makeDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { readPhotoFolder } from '../support/photo-folder.ts';
import { TestClock } from '../support/test-clock.ts';
import { type BenchStation, benchPorts, ENTRY_OPEN, SITE_ROOMS, theoryPeople } from './bench-station.ts';

const HEADINGS = '准考证号,姓名,性别,证件类型,证件号码,级别,考试科目,考场编号,考场地点,座位号';
/** Files a call, as the page sends a folder. */
const BATCH = 60;
/** How a JPEG begins, in base64. */
const JPEG_BEGINS = '/9j/';

export interface BenchSite extends BenchStation {
  readonly people: readonly CandidateCard[];
}

/** An exam office in this process: twelve rooms of forty people, everybody with a photo, entry open. */
export async function openSite(dataDir: string): Promise<BenchSite> {
  const clock = new TestClock('2022-11-19 07:00');
  const station = await createStation(benchPorts(dataDir, clock));
  const client = createDirectClient(station);
  const chief = await makeDay(client);
  await importSite(client, chief);
  const people = await theoryPeople(client, chief);
  await fileAllPhotos(client, chief, people);
  clock.setWall(ENTRY_OPEN);
  return { station, clock, client, chief, people };
}

/** Everybody in both papers. */
async function importSite(client: StationClient, chief: StaffId): Promise<void> {
  const rows = SITE_ROOMS.flatMap((room, index) =>
    inventRoster({ seed: index + 1, year: 2022 }).map(({ seat, name, gender, idNumber }) => {
      const ticket = `22119999${room}02${String(seat).padStart(2, '0')}`;
      return [ticket, name, gender, '居民身份证', idNumber, '中级', '理论、实操', room, '实训楼', seat].join(',');
    }),
  );
  await importCsv(client, chief, { csv: [HEADINGS, ...rows].join('\r\n'), binding: { kind: 'office' } });
}

/** Files a photo of everybody, named by ticket; the faces of the fixtures come round again. */
async function fileAllPhotos(client: StationClient, actor: StaffId, people: readonly CandidateCard[]): Promise<void> {
  const faces = readPhotoFolder().filter(({ bytes }) => bytes.startsWith(JPEG_BEGINS));
  const session = as<CommandId>('bench-session-all');
  for (let from = 0; from < people.length; from += BATCH) {
    const files = people.slice(from, from + BATCH).map(({ ticket }, index) => {
      const face = faces[(from + index) % faces.length];
      if (face === undefined) throw new Error('the fixtures hold no face');
      return { name: `${ticket}.jpg`, bytes: face.bytes };
    });
    valueOf(await client.invoke('photos.file', { session, files }, { actor }));
  }
}
