import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { expect, it, onTestFinished, vi } from 'vitest';
import { BACKUP_ROOT } from '../../electron/station/backup/copy-folder.ts';
import { createNodeIds } from '../../electron/hosts/machine/node-ports.ts';
import { dayIdOf } from '../../electron/station/journal/genesis.ts';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import { dayKeyOf } from '../../electron/station/keys/day-key.ts';
import { createDayKeys, PLACES } from '../../electron/station/keys/day-keys.ts';
import { openEnvelope } from '../../electron/station/package/package-file.ts';
import { type RoomContent, unpackContent } from '../../electron/station/package/room-content.ts';
import { openAnomalies } from '../../shared/domain/anomalies.ts';
import { doubledNumbers } from '../../shared/domain/doubled-numbers.ts';
import { lostRecords } from '../../shared/domain/lost-records.ts';
import { as, type CommandId, type RoomNo } from '../../shared/ids.ts';
import { readPackageCode } from '../../shared/package-code.ts';
import { readPackageHead } from '../../shared/package-file.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { openBacked, storedEvents } from '../support/backed-station.ts';
import { checkInOf, enlistAs, importCsv, importRoster, makeDay, valueOf } from '../support/day-scenario.ts';
import { findInClear } from '../support/files-in-clear.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { makePackage, takingIn } from '../support/package-day.ts';
import { checkedSheet } from '../support/recovery.ts';
import { tempDir } from '../support/temp-dir.ts';

const ROSTERS = join(import.meta.dirname, '..', 'fixtures', 'rosters');
const PHOTOS = join(ROSTERS, 'photos-room-001');
const EVE = '2022-11-18 15:00';
const MORNING = '2022-11-19 07:10';
const THREE_ROOMS = [
  '准考证号,姓名,证件号码,级别,考场编号,座位号,科目',
  '221137010030107,王芳,210199200407065483,高级,001,1,理论',
  '221137010030207,李明,210199200610033866,高级,001,2,理论',
  '221137010030307,王芳丽,440199200211095990,高级,002,1,理论',
  '221137010030407,赵强,210199200308087978,高级,003,1,理论',
].join('\r\n');

// Three stations in one test, on a computer that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

async function openAt(time: string, dataDir = tempDir()) {
  const opened = await openBacked(time, dataDir);
  onTestFinished(() => opened.station.close());
  return opened;
}

async function officeOf(csv: string) {
  const office = await openAt(EVE);
  const chief = await makeDay(office.client);
  await importCsv(office.client, chief, { csv, binding: { kind: 'office' } });
  return { office, chief };
}

/** Every ID number of the site's roster file. */
async function idNumbers(): Promise<readonly string[]> {
  const { sheets } = await readXlsx(readFileSync(join(ROSTERS, 'site-12-rooms.xlsx')));
  const cells = sheets.flatMap(({ rows }) => rows.flat().map(String));
  return cells.filter((cell) => /^\d{17}[\dXx]$/.test(cell));
}

/** The staff's PIN hashes whole, as they lie in their boxes. */
function pinHashes({ genesis, key, events }: RoomContent): readonly string[] {
  const keys = createDayKeys(dayKeyOf(dayIdOf(genesis), key), createNodeIds());
  return events.flatMap((event) =>
    event.type === 'StaffEnlisted' ? [unwrap(keys.boxes.openText(...PLACES.staffPin, event.data.pin))] : [],
  );
}

it('[PK1] [PK2] the file of a site of twelve rooms says no name, number or key in any form; each envelope holds its own room and nobody else', async () => {
  const office = await openAt(EVE);
  const { client } = office;
  const chief = await makeDay(client);
  await importRoster(client, chief, { kind: 'office' });
  const invigilators = ['欧阳监考甲', '欧阳监考乙'];
  for (const name of invigilators)
    await enlistAs(client, chief, { role: 'invigilator', room: as<RoomNo>('001'), name });
  const files = readdirSync(PHOTOS)
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => ({ name, bytes: readFileSync(join(PHOTOS, name)).toString('base64') }));
  const photos = { session: as<CommandId>('photos-of-the-site'), files };
  const { outcomes } = valueOf(await client.invoke('photos.file', photos, { actor: chief }));
  const filed = outcomes.filter(({ outcome }) => outcome === 'filed').length;
  const made = await makePackage(client, chief);
  expect(made.header.rooms).toHaveLength(12);

  const people = new Map<string, string[]>();
  const secrets: string[] = ['周主考', ...invigilators, '$argon2'];
  for (const { room } of made.header.rooms) {
    const { candidates } = valueOf(await client.invoke('candidates.list', { room }, { actor: chief }));
    people.set(
      room,
      candidates.map(({ candidate }) => candidate),
    );
    secrets.push(...candidates.flatMap(({ name, ticket, school }) => [name, ticket, school]));
  }
  secrets.push(...files.map(({ name }) => name.replace('.jpg', '')));
  const dir = tempDir();
  writeFileSync(join(dir, 'package.kwb'), made.file);
  const texts = made.file.toString('latin1').match(/[A-Za-z0-9+/=]{16,}/g) ?? [];
  writeFileSync(join(dir, 'decoded'), Buffer.concat(texts.map((text) => Buffer.from(text, 'base64'))));
  expect(secrets.length).toBeGreaterThan(1000);
  const ids = await idNumbers();
  expect(ids.length).toBeGreaterThan(400);
  secrets.push(...ids);

  let opened = 0;
  for (const { room } of made.header.rooms) {
    const sent = takingIn(made, room);
    const head = readPackageHead(sent.head);
    const secret = readPackageCode(sent.groups);
    const place = made.header.rooms.find((one) => one.room === room);
    if (!head.ok || !secret.ok || place === undefined) throw new Error('not a slip of this package');
    const envelope = Buffer.from(sent.envelope, 'base64');
    const packed = await openEnvelope(head.value, place, { envelope, secret: secret.value });
    const content = packed === null ? null : await unpackContent(packed);
    if (content === null) throw new Error('an envelope that its own slip does not open');
    expect(made.file.includes(Buffer.from(content.key))).toBe(false);
    if (opened === 0) secrets.push(...pinHashes(content));
    const named = new Set(content.events.flatMap(({ data }) => ('candidate' in data ? [data.candidate] : [])));
    expect(named).toEqual(new Set<unknown>(people.get(room)));
    expect(content.photos.length).toBe(room === '001' ? filed : 0);
    // Of the others only where they sit.
    const others = Object.values(content.otherRooms).flat().length;
    expect(others + named.size).toBe([...people.values()].flat().length);
    opened += 1;
  }
  expect(opened).toBe(12);
  expect(secrets.filter((secret) => secret.startsWith('$argon2id$'))).toHaveLength(3);
  expect(findInClear(dir, secrets)).toEqual([]);
});

it('[PK2] a room begins with its slip and its envelope, ready at once; the record verifies; restarted it goes on in the same chain', async () => {
  const { office, chief } = await officeOf(THREE_ROOMS);
  for (const name of ['陈监考', '林监考'])
    await enlistAs(office.client, chief, { role: 'invigilator', room: as<RoomNo>('001'), name });
  const made = await makePackage(office.client, chief);
  const room = await openAt(MORNING);
  const command = as<CommandId>('taken-in-once');
  const sent = takingIn(made, '001');
  const { day } = valueOf(await room.client.invoke('package.takeIn', sent, { command }));
  expect(valueOf(await room.client.invoke('package.takeIn', sent, { command }))).toEqual({ day });
  const status = valueOf(await room.client.invoke('station.status', {}));
  expect(status).toMatchObject({ stage: 'ready', origin: 'package', binding: { kind: 'room', room: '001' } });
  const { staff } = valueOf(await room.client.invoke('staff.list', {}));
  const first = staff.find(({ name }) => name === '陈监考')?.staff;
  if (first === undefined) throw new Error('nobody to act');
  const { candidates } = valueOf(await room.client.invoke('candidates.list', { room: sent.room }, { actor: first }));
  expect(candidates.map(({ name }) => name)).toEqual(['王芳', '李明']);
  const lost = { query: '221137010030307', room: null };
  expect(valueOf(await room.client.invoke('candidates.search', lost, { actor: first })).otherRoom).toBe('002');
  room.clock.setWall('2022-11-19 08:05');
  const [wang] = candidates;
  if (wang === undefined) throw new Error('nobody listed');
  valueOf(await room.client.invoke('checkIn.confirm', checkInOf(wang), { actor: first }));

  await room.station.close();
  const again = await openAt('2022-11-19 08:06', room.dataDir);
  expect(valueOf(await again.client.invoke('station.status', {}))).toMatchObject({
    stage: 'ready',
    station: { epoch: 1 },
  });
  const other = await again.client.invoke('package.takeIn', takingIn(made, '001'));
  expect(other).toMatchObject({ ok: false, error: { code: 'day-already-here' } });
  await again.station.close();
  const journal = join(room.dataDir, 'days', `${day}.journal`);
  const report = verifyJournalFile(journal, { kind: 'real', day, anchors: [] });
  expect(report).toMatchObject({ ok: true, value: { isSound: true, firstBad: null } });
});

it('[PK2] an attempt that was cut off before the day counted leaves no day, and the package is taken in as if it never was', async () => {
  const { office, chief } = await officeOf(THREE_ROOMS);
  const made = await makePackage(office.client, chief);
  const dataDir = tempDir();
  await (await openAt(MORNING, dataDir)).station.close();
  const before = readFileSync(join(dataDir, 'station.db'));
  const first = await openAt(MORNING, dataDir);
  const { day } = valueOf(await first.client.invoke('package.takeIn', takingIn(made, '002')));
  await first.station.close();
  // Key, photos and journal are there; the list of days, which is written last, is as it was.
  for (const ending of ['-wal', '-shm']) rmSync(join(dataDir, `station.db${ending}`), { force: true });
  writeFileSync(join(dataDir, 'station.db'), before);

  const room = await openAt(MORNING, dataDir);
  expect(valueOf(await room.client.invoke('station.status', {}))).toMatchObject({ stage: 'no-day', days: [] });
  expect(valueOf(await room.client.invoke('package.takeIn', takingIn(made, '002')))).toEqual({ day });
  await room.station.close();
  const again = await openAt(MORNING, dataDir);
  expect(valueOf(await again.client.invoke('station.status', {}))).toMatchObject({ station: { epoch: 1 } });
  const fold = foldEvents(createFold(), await storedEvents(again.client));
  expect(lostRecords(fold.state.site, fold.heads)).toEqual([]);
});

it('[PK4] office and rooms that wrote their own chains merge to one day without an anomaly; what the office corrected since stands', async () => {
  const { office, chief } = await officeOf(THREE_ROOMS);
  const made = await makePackage(office.client, chief);
  const rooms = [];
  for (const no of ['001', '002', '003']) {
    const room = await openAt(MORNING);
    valueOf(await room.client.invoke('package.takeIn', takingIn(made, no)));
    rooms.push(await storedEvents(room.client));
  }
  const corrected = THREE_ROOMS.replace('李明', '李铭').replace('高级,001,2', '初级,001,5');
  await importCsv(office.client, chief, { csv: corrected, binding: { kind: 'office' } });
  const own = await storedEvents(office.client);
  const alone = foldEvents(createFold(), own);
  const orders = [
    [own, ...rooms],
    [...rooms.toReversed(), own],
  ];
  for (const order of orders) {
    const merged = order.reduce(foldEvents, createFold());
    expect(openAnomalies(merged.state)).toEqual([]);
    expect(doubledNumbers(merged.state.site, merged.heads)).toEqual([]);
    expect(merged.state.site.staff).toEqual(alone.state.site.staff);
    for (const [no, { candidates, place, expected }] of Object.entries(alone.state.rooms)) {
      expect(merged.state.rooms[as<RoomNo>(no)]).toMatchObject({ candidates, place, expected });
    }
  }
  expect(Object.values(alone.state.rooms[as<RoomNo>('001')]?.candidates ?? {}).map(({ seat }) => seat)).toContain(5);
});

it('[PK6] a room’s copy is restored with the room’s own sheet and is one day with the office’s: taken in there it has the room’s acts, and says the true door', async () => {
  const { office, chief } = await officeOf(THREE_ROOMS);
  for (const name of ['陈监考', '林监考'])
    await enlistAs(office.client, chief, { role: 'invigilator', room: as<RoomNo>('001'), name });
  const made = await makePackage(office.client, chief);
  const room = await openAt(MORNING);
  const { day } = valueOf(await room.client.invoke('package.takeIn', takingIn(made, '001')));
  const { groups } = await checkedSheet(room.client, chief);
  const stick = tempDir();
  valueOf(await room.client.invoke('backup.choose', { place: stick }, { actor: chief }));
  room.clock.setWall('2022-11-19 08:05');
  const { candidates } = valueOf(
    await room.client.invoke('candidates.list', { room: as<RoomNo>('001') }, { actor: chief }),
  );
  const [wang] = candidates;
  if (wang === undefined) throw new Error('nobody listed');
  valueOf(await room.client.invoke('checkIn.confirm', checkInOf(wang), { actor: chief }));
  expect(valueOf(await room.client.invoke('backup.run', {}, { actor: chief }))).toMatchObject({ trouble: null });
  const [name = ''] = readdirSync(join(stick, BACKUP_ROOT));
  const folder = join(stick, BACKUP_ROOT, name);

  const spare = await openAt('2022-11-19 08:10');
  valueOf(await spare.client.invoke('backup.restore', { folder }));
  valueOf(await spare.client.invoke('day.unlock', { groups: [...groups] }));
  expect(valueOf(await spare.client.invoke('station.status', {}))).toMatchObject({ stage: 'ready', origin: 'package' });

  // Since the package somebody else sits elsewhere; the room's index does not know it.
  const moved = THREE_ROOMS.replace('高级,002,1', '高级,003,2');
  await importCsv(office.client, chief, { csv: moved, binding: { kind: 'office' } });
  const taken = valueOf(await office.client.invoke('backup.takeIn', { folder }, { actor: chief }));
  expect(taken).toMatchObject({ fault: null });
  expect(valueOf(await office.client.invoke('backup.takeIn', { folder }, { actor: chief })).added).toBe(0);
  const { state, heads } = foldEvents(createFold(), await storedEvents(office.client));
  expect(openAnomalies(state)).toEqual([]);
  expect(lostRecords(state.site, heads)).toEqual([]);
  expect(state.rooms[as<RoomNo>('001')]?.candidates[wang.candidate]?.acts.theory).toHaveLength(1);
  const asked = { query: '221137010030307', room: as<RoomNo>('001') };
  expect(valueOf(await office.client.invoke('candidates.search', asked, { actor: chief })).otherRoom).toBe('003');
  await office.station.close();
  const report = verifyJournalFile(join(office.dataDir, 'days', `${day}.journal`), { kind: 'real', day, anchors: [] });
  expect(report).toMatchObject({ ok: true, value: { isSound: true, chains: [{}, {}] } });
});

it('[PK6] a room that was begun with a roster file of its own says that its day is its own', async () => {
  const room = await openAt(MORNING);
  const chief = await makeDay(room.client);
  expect(valueOf(await room.client.invoke('station.status', {})).origin).toBeNull();
  await importCsv(room.client, chief, { csv: THREE_ROOMS, binding: { kind: 'room', room: as<RoomNo>('001') } });
  expect(valueOf(await room.client.invoke('station.status', {})).origin).toBe('own');
});
