import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { PhotoOutcome } from '../../shared/contract/views.ts';
import { as, type CandidateId, type CommandId, type StaffId } from '../../shared/ids.ts';
import { enactDay, importRoster, makeDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { PHOTO_FOLDER, photoFile, readPhotoFolder } from '../support/photo-folder.ts';
import { peopleOfRoom, peopleOfRoom001 } from '../support/room-001.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';

const SESSION = as<CommandId>('photo-session-1');
const BROKEN = '210199200210132240';
const NOBODY = 'IMG_0031.jpg';

async function openStation(dataDir = tempDir(), secrets = createMemorySecretStore()) {
  const ports = createTestPorts({ dataDir, secrets, clock: new TestClock('2022-11-19 07:50') });
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  return { station, client: createDirectClient(station), ports, dataDir, secrets };
}

async function fileAll(client: StationClient, actor: StaffId, command?: CommandId) {
  const input = { session: SESSION, files: readPhotoFolder() };
  return valueOf(await client.invoke('photos.file', input, { actor, ...(command === undefined ? {} : { command }) }));
}

async function fileSome(
  client: StationClient,
  actor: StaffId,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  session: CommandId = SESSION,
): Promise<readonly PhotoOutcome['outcome'][]> {
  const input = { session, files: files.map(({ name, bytes }) => photoFile(name, bytes)) };
  return valueOf(await client.invoke('photos.file', input, { actor })).outcomes.map(({ outcome }) => outcome);
}

async function photosOf(client: StationClient, actor: StaffId, candidates: readonly CandidateId[]) {
  return valueOf(await client.invoke('candidates.photos', { candidates: [...candidates] }, { actor })).photos;
}

function reportOf(client: StationClient, actor: StaffId) {
  return client.invoke('photos.report', {}, { actor }).then(valueOf);
}

function countOf(outcomes: readonly PhotoOutcome[], outcome: PhotoOutcome['outcome']): number {
  return outcomes.filter((one) => one.outcome === outcome).length;
}

/** Another picture than any of the fixtures. */
function anotherFace(): Promise<Uint8Array> {
  return sharp({ create: { width: 300, height: 420, channels: 3, background: '#c0392b' } })
    .jpeg()
    .toBuffer();
}

function allFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('photos of room 001', () => {
  it('shows 38 of 40, and names who has none, the broken file and the one that is nobody’s', async () => {
    const { client } = await openStation();
    const { first, candidates } = await enactDay(client);
    const people = await peopleOfRoom001();

    const { outcomes } = await fileAll(client, first);
    expect(countOf(outcomes, 'filed')).toBe(38);
    expect(outcomes.filter(({ outcome }) => outcome !== 'filed')).toEqual([
      { name: `${BROKEN}.jpg`, outcome: 'broken', candidate: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { name: NOBODY, outcome: 'unmatched', candidate: null },
    ]);

    const pictured = new Set(readdirSync(PHOTO_FOLDER).map((name) => name.replace('.jpg', '')));
    const without = people.filter(({ person }) => !pictured.has(person.idNumber) || person.idNumber === BROKEN);
    const report = await reportOf(client, first);
    expect(report).toMatchObject({ filed: 38, expected: 40 });
    expect(report.missing.map(({ name, seat }) => ({ name, seat }))).toEqual(
      without.map(({ person, seat }) => ({ name: person.name, seat })),
    );
    expect(without).toHaveLength(2);
    expect(report.leftOut.map(({ name, outcome }) => [name, outcome])).toEqual([
      [`${BROKEN}.jpg`, 'broken'],
      [NOBODY, 'unmatched'],
    ]);

    const ids = candidates.map(({ candidate }) => candidate);
    const photos = await photosOf(client, first, ids);
    expect(photos).toHaveLength(38);
    for (const { jpeg } of photos) {
      const { format, width, height } = await sharp(Buffer.from(jpeg, 'base64')).metadata();
      expect({ format, width, height }).toEqual({ format: 'jpeg', width: 295, height: 413 });
    }
    const { candidates: cards } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: first }));
    expect(cards.filter(({ hasPhoto }) => hasPhoto)).toHaveLength(38);
  });

  it('gives everybody the photo of the file that bears his own number', async () => {
    const { client } = await openStation();
    const { first, candidates } = await enactDay(client);
    const people = await peopleOfRoom001();
    await fileAll(client, first);
    const person = people[4];
    const card = candidates.find(({ seat }) => seat === person?.seat);
    const [photo] = await photosOf(client, first, card === undefined ? [] : [card.candidate]);
    const own = await sharp(join(PHOTO_FOLDER, `${person?.person.idNumber}.jpg`))
      .raw()
      .toBuffer();
    const shown = await sharp(Buffer.from(photo?.jpeg ?? '', 'base64'))
      .raw()
      .toBuffer();
    const distance = own.reduce((sum, value, index) => sum + Math.abs(value - (shown[index] ?? 0)), 0) / own.length;
    expect(shown).toHaveLength(own.length);
    expect(distance).toBeLessThan(4); // of 255: pressed once more, not another picture
  });

  it('keeps them over a restart, answers a repeated command the same, and files nothing twice', async () => {
    const { station, client, dataDir, secrets } = await openStation();
    const { first, candidates } = await enactDay(client);
    const command = as<CommandId>('photos-of-the-test');
    const answer = await fileAll(client, first, command);
    const ids = candidates.map(({ candidate }) => candidate);
    const photos = await photosOf(client, first, ids);
    const files = allFiles(join(dataDir, 'photos'));
    expect(files).toHaveLength(38);
    await station.close();

    const again = await openStation(dataDir, secrets);
    expect(await photosOf(again.client, first, ids)).toEqual(photos);
    expect(await fileAll(again.client, first, command)).toEqual(answer);
    expect(await reportOf(again.client, first)).toMatchObject({ filed: 38, expected: 40 });
    expect(allFiles(join(dataDir, 'photos'))).toEqual(files);
  });

  it('finds the same photos again as the same, and replaces one by a newer', async () => {
    const { client } = await openStation();
    const { first, candidates } = await enactDay(client);
    const [person] = await peopleOfRoom001();
    await fileAll(client, first);
    const later = as<CommandId>('photo-session-2');
    const files = readPhotoFolder().map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') }));
    const outcomes = await fileSome(client, first, files, later);
    expect(outcomes.filter((outcome) => outcome === 'same')).toHaveLength(38);

    const before = await photosOf(client, first, [candidates[0]?.candidate as CandidateId]);
    const face = await anotherFace();
    const name = `${person?.person.ticket}.jpg`;
    const newest = as<CommandId>('photo-session-3');
    expect(await fileSome(client, first, [{ name, bytes: face }], newest)).toEqual(['replaced']);
    expect(await photosOf(client, first, [candidates[0]?.candidate as CandidateId])).not.toEqual(before);
    expect(await reportOf(client, first)).toMatchObject({ filed: 38, leftOut: [] });
  });

  it('takes the first readable file of a person, within a batch and over the batches of a session', async () => {
    const { client } = await openStation();
    const { first } = await enactDay(client);
    const [person, other] = await peopleOfRoom001();
    const face = await anotherFace();
    const [ticket, id] = [person?.person.ticket ?? '', person?.person.idNumber ?? ''];
    expect(
      await fileSome(client, first, [
        { name: `${id}.png`, bytes: Buffer.from('no picture') },
        { name: `${ticket}.jpg`, bytes: face },
        { name: `${id}.jpg`, bytes: face },
      ]),
    ).toEqual(['broken', 'filed', 'double']);
    const second = [
      { name: `${ticket} (1).jpg`, bytes: face },
      { name: `${other?.person.ticket}.jpg`, bytes: face },
    ];
    expect(await fileSome(client, first, second)).toEqual(['double', 'filed']);
    expect((await reportOf(client, first)).leftOut.map(({ outcome }) => outcome)).toEqual([
      'broken',
      'double',
      'double',
    ]);
  });

  it('takes any name that a file can have, and none of them for a path', async () => {
    const { client, dataDir } = await openStation();
    const { first } = await enactDay(client);
    const ticket = (await peopleOfRoom001())[0]?.person.ticket ?? '';
    const face = await anotherFace();
    const before = allFiles(dataDir).length;
    const outcomes = await fileSome(client, first, [
      { name: `${'很'.repeat(255 - 4)}.jpg`, bytes: face },
      { name: '../../station.db', bytes: face },
      { name: '\0.jpg', bytes: face },
      { name: `../${ticket}.jpg`, bytes: face },
    ]);
    expect(outcomes.slice(0, 3)).toEqual(['unmatched', 'unmatched', 'unmatched']);
    const added = outcomes[3] === 'filed' ? 1 : 0;
    expect(allFiles(dataDir)).toHaveLength(before + added);
  });

  it('knows another room’s person by ticket, and refuses a file that is too large', async () => {
    const { client } = await openStation();
    const { first } = await enactDay(client);
    const [[person], [stranger]] = [await peopleOfRoom001(), await peopleOfRoom('002')];
    const face = await anotherFace();
    const large = Buffer.concat([face, Buffer.alloc(8 * 1024 * 1024)]);
    const outcomes = await fileSome(client, first, [
      { name: `${stranger?.person.ticket}.jpg`, bytes: face },
      // Of another room's people nothing but their tickets is known here, and those only as keyed hashes.
      { name: `${stranger?.person.idNumber}.jpg`, bytes: face },
      { name: `${person?.person.ticket}.jpg`, bytes: large },
    ]);
    expect(outcomes).toEqual(['other-room', 'unmatched', 'too-large']);
  });

  it('treats a lost or a changed file as no photo, and logs it without a word of whose it was', async () => {
    const { client, dataDir, ports } = await openStation();
    const { first, candidates } = await enactDay(client);
    await fileAll(client, first);
    const [lost = '', changed = ''] = allFiles(join(dataDir, 'photos'));
    rmSync(lost);
    writeFileSync(changed, readFileSync(changed).subarray(1));

    const photos = await photosOf(
      client,
      first,
      candidates.map(({ candidate }) => candidate),
    );
    expect(photos).toHaveLength(36);
    expect(ports.logger.lines.filter((line) => JSON.stringify(line).includes('photo-unreadable'))).toHaveLength(2);
    const logged = JSON.stringify(ports.logger.lines);
    for (const { candidate, name, ticket } of candidates) {
      expect(logged).not.toContain(candidate);
      expect(logged).not.toContain(name);
      expect(logged).not.toContain(ticket);
    }
    // Filed once more, the lost ones are there again.
    const files = readPhotoFolder().map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') }));
    const outcomes = await fileSome(client, first, files, as<CommandId>('photo-session-2'));
    expect(outcomes.filter((outcome) => outcome === 'filed')).toHaveLength(2);
  });

  it('leaves no picture and no file name in clear in any file of the data folder', async () => {
    const { client, dataDir } = await openStation();
    const { first, candidates } = await enactDay(client);
    await fileAll(client, first);
    const ids = candidates.map(({ candidate }) => candidate);
    const jpegs = (await photosOf(client, first, ids)).map(({ jpeg }) => Buffer.from(jpeg, 'base64'));
    const originals = readPhotoFolder().map(({ bytes }) => Buffer.from(bytes, 'base64'));
    const names = readPhotoFolder().map(({ name }) => name.replace('.jpg', ''));

    const files = allFiles(dataDir);
    expect(files.some((path) => path.endsWith('-wal'))).toBe(true);
    expect(files.filter((path) => path.endsWith('.new'))).toEqual([]);
    for (const path of files) {
      const content = readFileSync(path);
      for (const picture of [...jpegs, ...originals].filter(({ length }) => length > 1000)) {
        // The picture itself; its tables are every JPEG's.
        const within = Math.floor(picture.length * 0.6);
        for (const mark of [picture.subarray(0, 24), picture.subarray(within, within + 32)])
          expect({ path, isClear: content.includes(mark) }).toEqual({ path, isClear: false });
        expect(content.includes(picture.toString('base64').slice(0, 32))).toBe(false);
      }
      for (const name of names) {
        expect(content.includes(name)).toBe(false);
        expect(content.includes(Buffer.from(name, 'utf16le'))).toBe(false);
      }
    }
  });

  it('refuses who may not, and a station that is not bound, before anything is written', async () => {
    const { client, dataDir } = await openStation();
    const chief = await makeDay(client);
    const input = { session: SESSION, files: readPhotoFolder().slice(0, 1) };
    expect(await client.invoke('photos.file', input, { actor: chief })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
    await importRoster(client, chief, { kind: 'room', room: ROOM });
    const technician = { role: 'technician', room: null, name: '赵技术', pin: '135790' } as const;
    const { staff } = valueOf(await client.invoke('staff.enlist', technician, { actor: chief }));
    expect(await client.invoke('photos.file', input, { actor: staff })).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
    expect(allFiles(dataDir).filter((path) => path.includes('photos'))).toEqual([]);
  });
});

describe('photos at the exam office', () => {
  it('go with a person whom a newer list moves to another room', async () => {
    const { client } = await openStation();
    const chief = await makeDay(client);
    const heading = '准考证号,姓名,证件号码,级别,考试科目,考场编号,座位号';
    const commit = async (room: string): Promise<void> => {
      const csv = [
        heading,
        `T001,王一,,初级,理论,${room},1`,
        'T002,李二,,初级,理论,001,2',
        'T003,赵三,,初级,理论,002,2',
      ];
      const file = { fileName: 'site.csv', bytes: Buffer.from(csv.join('\n')).toString('base64') };
      const { preview } = valueOf(await client.invoke('roster.preview', file, { actor: chief }));
      const input = { preview, binding: { kind: 'office' }, acceptLeftOut: true, acceptRemovals: true } as const;
      valueOf(await client.invoke('roster.commit', input, { actor: chief }));
    };
    await commit('001');
    const bytes = await anotherFace();
    expect(await fileSome(client, chief, [{ name: 't001.jpg', bytes }])).toEqual(['filed']);
    await commit('002');

    const { candidates } = valueOf(await client.invoke('candidates.list', { room: as('002') }, { actor: chief }));
    const moved = candidates.find(({ ticket }) => ticket === 'T001');
    expect(await photosOf(client, chief, moved === undefined ? [] : [moved.candidate])).toHaveLength(1);
    expect(await reportOf(client, chief)).toMatchObject({ filed: 1, expected: 3 });
    const again = as<CommandId>('photo-session-2');
    expect(await fileSome(client, chief, [{ name: 't001.jpg', bytes }], again)).toEqual(['same']);
  });
});

describe('a room of a GB 18030 list without photos', () => {
  it('is ready all the same: forty people, nobody pictured, and says who is missing one', async () => {
    const { client } = await openStation();
    const chief = await makeDay(client);
    await importRoster(client, chief, { kind: 'room', room: as('003') }, 'room-003-gb18030.csv');
    const report = await reportOf(client, chief);
    expect(report).toMatchObject({ filed: 0, expected: 40, leftOut: [] });
    expect(report.missing).toHaveLength(40);
    expect(
      await photosOf(
        client,
        chief,
        report.missing.map(({ candidate }) => candidate),
      ),
    ).toEqual([]);
    expect(report.missing.map(({ name }) => name)).toContain('陈𫖯');
  });
});
