import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { createFileLogger } from '../../electron/hosts/machine/file-logger.ts';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { OpenDay } from '../../electron/station/day/open-day.ts';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { verifyUntouched } from '../../electron/station/journal/verify-untouched.ts';
import { dayKeyOf, destroyDayKey } from '../../electron/station/keys/day-key.ts';
import { createDayKeys } from '../../electron/station/keys/day-keys.ts';
import { createStation } from '../../electron/station/station.ts';
import type { RosterRow } from '../../shared/domain/roster.ts';
import { as, type CommandId, type DayId, type StaffId, type StationId } from '../../shared/ids.ts';
import { enactDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { filesWithBytes, findInClear } from '../support/files-in-clear.ts';
import { gb18030 } from '../support/gb18030.ts';
import { seededIds, unwrap } from '../support/journal-fixture.ts';
import { PHOTO_FOLDER, readPhotoFolder } from '../support/photo-folder.ts';
import { peopleOfRoom001 } from '../support/room-001.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';
import { liveSteps, PAPER, VIOLATION_FACTS } from '../support/whole-day.ts';

const STAFF = ['周主考', '陈监考', '林监考'];
/** Of a picture: its beginning, and pieces from further in, where no two pictures are alike. */
const PIECE_BYTES = 64;

/** What a person can be known by: the whole name and its parts, numbers, pinyin. */
function textsOf({ person: { name, idNumber, ticket } }: RosterRow): readonly string[] {
  const characters = [...name];
  const parts = name.includes('·') ? name.split('·') : [characters.slice(0, 2).join(''), characters.slice(1).join('')];
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed' });
  const spoken = [syllables.join(''), syllables.join(' ')].filter((text) => text.length >= 8); // shorter ones are found by chance
  return [name, ...parts.filter((part) => [...part].length >= 2), idNumber, idNumber.toLowerCase(), ticket, ...spoken];
}

function piecesOf(picture: Uint8Array): readonly Uint8Array[] {
  const places = [0, Math.floor(picture.length / 2), picture.length - 2 * PIECE_BYTES];
  return places.map((from) => picture.subarray(from, from + PIECE_BYTES));
}

interface Lived {
  readonly dataDir: string;
  readonly texts: readonly string[];
  readonly pieces: readonly Uint8Array[];
  /** While the station ran, its newest records in the WAL. */
  readonly foundWhileOpen: readonly unknown[];
  readonly filesWhileOpen: readonly string[];
}

/** A whole day with everything that a room leaves behind, in a folder as the browser host keeps it. */
async function liveDay(): Promise<Lived> {
  const people = await peopleOfRoom001();
  const texts = [...people.flatMap(textsOf), ...STAFF, VIOLATION_FACTS];
  const dataDir = tempDir();
  const clock = new TestClock('2022-11-19 07:50');
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const ports = createTestPorts({ dataDir, clock, secrets });
  const station = await createStation({ ...ports, logger: createFileLogger(dataDir, () => clock.wall()) });
  const client = createDirectClient(station);
  const day = await enactDay(client);
  const { first } = day;
  valueOf(
    await client.invoke(
      'photos.file',
      { session: as<CommandId>('photo-session'), files: readPhotoFolder() },
      { actor: first },
    ),
  );
  valueOf(await client.invoke('document.issueSignInSheet', PAPER, { actor: first }));
  valueOf(await client.invoke('candidates.search', { query: '阿依古丽·买买提', room: ROOM }, { actor: first }));
  await client.invoke('checkIn.confirm', { ...PAPER, candidate: '王䶮' } as never, { actor: first }); // a call that is refused is logged too
  await liveSteps(client, day, { clock });
  valueOf(await client.invoke('backup.run', {}, { actor: day.chief }));
  const kept = await client.invoke(
    'candidates.photos',
    { candidates: day.candidates.slice(0, 40).map(({ candidate }) => candidate) },
    { actor: first },
  );
  const pictures = [
    ...valueOf(kept).photos.map(({ jpeg }) => Buffer.from(jpeg, 'base64')),
    ...readdirSync(PHOTO_FOLDER).map((name) => readFileSync(join(PHOTO_FOLDER, name))),
  ].filter(({ length }) => length > 1000);
  const pieces = pictures.flatMap(piecesOf);
  const foundWhileOpen = [...findInClear(dataDir, texts), ...pieces.flatMap((piece) => filesWithBytes(dataDir, piece))];
  const filesWhileOpen = namesIn(dataDir);
  await station.close();
  return { dataDir, texts, pieces, foundWhileOpen, filesWhileOpen };
}

function namesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

/** The same people in plain: in the free pages of a database, in the WAL of another one, in a log. */
function writeControl({ texts, pieces }: Pick<Lived, 'texts' | 'pieces'>): { readonly dir: string; close(): void } {
  const dir = tempDir();
  const freed = new Database(join(dir, 'freed.db'));
  freed.pragma('secure_delete = OFF');
  freed.exec('CREATE TABLE people (text TEXT, piece BLOB)');
  const insertFreed = freed.prepare('INSERT INTO people VALUES (?, ?)');
  for (const text of texts) insertFreed.run(text, null);
  for (const piece of pieces) insertFreed.run(null, piece);
  freed.exec('DROP TABLE people');
  freed.close();
  const wal = new Database(join(dir, 'wal.db'));
  wal.pragma(`encoding = 'UTF-16le'`);
  wal.pragma('journal_mode = WAL');
  wal.pragma('wal_autocheckpoint = 0');
  wal.exec('CREATE TABLE people (text TEXT)');
  const insertWal = wal.prepare('INSERT INTO people VALUES (?)');
  for (const text of texts) insertWal.run(text);
  writeFileSync(join(dir, 'host.log'), Buffer.concat(texts.map((text) => gb18030(`${text}\n`))));
  return { dir, close: () => wal.close() };
}

describe('a day whose key is destroyed', () => {
  it('still verifies, names nobody, and nobody is found in any of its files', { timeout: 60_000 }, async () => {
    const lived = await liveDay();
    const { dataDir, texts, pieces } = lived;
    expect(texts).toEqual(expect.arrayContaining(['阿依古丽·买买提', '买买提', '王䶮']));
    expect(pieces.length).toBeGreaterThan(100);
    expect(lived.foundWhileOpen).toEqual([]);
    expect(lived.filesWhileOpen.filter((file) => file.endsWith('.journal-wal'))).toHaveLength(1);

    // The search itself: what lies there in plain it finds, each text in each encoding that tells it, each piece of a picture.
    const control = writeControl(lived);
    const found = findInClear(control.dir, texts).map(({ file, text, encoding }) => `${file} ${encoding} ${text}`);
    for (const text of texts) {
      expect(found).toContain(`freed.db UTF-8 ${text}`);
      if ([...text].length < 3) continue; // too short in the others to be told from chance
      expect(found).toContain(`wal.db-wal UTF-16LE ${text}`);
      expect(found).toContain(`host.log GB18030 ${text}`);
    }
    expect(pieces.filter((piece) => !filesWithBytes(control.dir, piece).includes('freed.db'))).toEqual([]);
    control.close();

    const secrets = createFileSecretStore(join(dataDir, 'secrets'));
    const [name = ''] = readdirSync(join(dataDir, 'days')).filter((file) => file.endsWith('.journal'));
    const path = join(dataDir, 'days', name);
    const checked = unwrap(verifyUntouched(path, { kind: 'real', day: null, anchors: [] }));
    const day = as<DayId>(checked.genesis?.day ?? '');
    destroyDayKey(day, secrets);

    const ports = createTestPorts({ dataDir, secrets, clock: new TestClock('2022-11-19 10:30') });
    const station = await createStation(ports);
    const client = createDirectClient(station);
    expect(await client.invoke('candidates.list', { room: ROOM }, { actor: as<StaffId>('anybody') })).toMatchObject({
      ok: false,
    });
    expect(valueOf(await client.invoke('staff.list', {})).staff).toEqual([]);
    await station.close();

    expect(unwrap(verifyUntouched(path, { kind: 'real', day, anchors: [] }))).toEqual(checked);
    expect(checked).toMatchObject({ isSound: true, firstBad: null });
    expect(checked.chains[0]?.end?.seq).toBeGreaterThan(100);

    // Whoever makes a key of his own sees that people were there, and not who.
    const journal = unwrap(openJournal({ path, kind: 'real', day, station: as<StationId>('0'.repeat(16)) }));
    const stranger = new OpenDay(
      journal,
      createDayKeys(dayKeyOf(day, randomBytes(32)), seededIds('stranger')),
      () => {},
    );
    const { staff } = stranger.state.site;
    expect(Object.values(staff).map((one) => stranger.staffName(one.staff))).toEqual(STAFF.map(() => '?'));
    const candidates = Object.values(stranger.state.rooms[ROOM]?.candidates ?? {});
    expect(candidates).toHaveLength(40);
    expect(candidates.map((one) => stranger.candidates.card(one))).toEqual(candidates.map(() => null));
    journal.close();

    expect(namesIn(dataDir)).toEqual(expect.arrayContaining([name, 'station.db', 'station.log']));
    expect(namesIn(join(dataDir, 'copies')).filter((file) => file.endsWith('.journal'))).not.toEqual([]);
    expect(findInClear(dataDir, texts)).toEqual([]);
    expect(pieces.flatMap((piece) => filesWithBytes(dataDir, piece))).toEqual([]);
  });
});
