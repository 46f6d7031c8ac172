import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { BACKUP_ROOT } from '../../electron/station/backup/copy-folder.ts';
import { as, type DayId } from '../../shared/ids.ts';
import { enactRoom, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { checkedSheet } from '../support/recovery.ts';
import { PAPER } from '../support/whole-day.ts';
import { NOBODY } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const ROSTER =
  '准考证号,姓名,证件号码,级别,考场编号,座位号,科目\r\n221137010030107,王芳,210199200407065483,高级,001,1,理论';

/** Beside the data folders of the scenes: the stick goes from one computer to the next. */
function stickBeside({ ports }: Pick<Scene, 'ports'>): string {
  const stick = join(dirname(ports.dataDir), 'stick');
  mkdirSync(stick, { recursive: true });
  return stick;
}

function onlyFolder(stick: string): string {
  const [name = ''] = readdirSync(join(stick, BACKUP_ROOT));
  return join(stick, BACKUP_ROOT, name);
}

/** A computer that copies its day to the stick. */
export async function liveWithCopies(scene: Scene): Promise<void> {
  const { client } = scene;
  const stick = stickBeside(scene);
  const { chief, first } = await enactRoom(client, PAPER.room, ROSTER);
  const { ok, refused } = asking(client, first);
  await checkedSheet(client, chief);
  await ok('backup.drives', {});
  await refused('backup.choose', { place: join(stick, 'nowhere') }, 'place-unusable');
  await ok('backup.choose', { place: stick });
  const state = await ok('backup.run', {});
  expect(await ok('backup.state', {})).toEqual(state);
  expect(state).toMatchObject({ trouble: null, behind: 0 });
  await refused('backup.restore', { folder: onlyFolder(stick) }, 'day-open-here');
  await refused('backup.takeIn', { folder: stick }, 'copy-not-found');
  expect(await ok('backup.takeIn', { folder: onlyFolder(stick) })).toEqual({ added: 0, fault: null });
  copyOf(stick, 'whole');
  await refused('backup.takeIn', { folder: spoiltCopy(stick) }, 'copy-unsound');
}

/** To a second day and back, and not away from papers that run. */
export async function changeDays({ client, ports }: Scene): Promise<void> {
  const { chief, first } = await enactRoom(client, PAPER.room, ROSTER);
  const { ok, refused } = asking(client, chief);
  const old = (await ok('station.status', {})).current?.day ?? as<DayId>('');
  await refused('day.open', { day: as<DayId>('0'.repeat(32)) }, 'day-unknown');
  await ok('day.make', { ...SCENARIO_DAY, title: '第二天', date: '2022-11-20' });
  const { staff } = await ok('staff.list', {});
  const second = staff.find(({ role }) => role === 'chief')?.staff ?? NOBODY;
  const present = (await ok('station.status', {})).current?.day;
  expect(present).not.toBe(old);
  const away = asking(client, second);
  await away.ok('day.open', { day: old });
  expect((await ok('station.status', {})).current?.day).toBe(old);
  expect((await ok('events.since', { after: 0, limit: 5000 })).events.length).toBeGreaterThan(5);
  await asking(client, first).refused('day.open', { day: present ?? old }, 'role-not-allowed');
  ports.clock.setWall('2022-11-19 08:31');
  await refused('day.open', { day: present ?? old }, 'papers-running');
  ports.clock.setWall('2022-11-19 20:00');
  const journal = join(ports.dataDir, 'days', `${present}.journal`);
  renameSync(journal, `${journal}.away`);
  // And no copy that could take its place.
  rmSync(join(ports.dataDir, 'copies', present ?? ''), { recursive: true, force: true });
  await refused('day.open', { day: present ?? old }, 'day-cannot-open');
  renameSync(`${journal}.away`, journal);
  expect((await ok('station.status', {})).current?.day).toBe(old);
}

/** Another computer, to which the stick is carried. */
export async function comeBackFromCopies(scene: Scene): Promise<void> {
  const stick = stickBeside(scene);
  const { ok, refused } = asking(scene.client, NOBODY);
  const folder = onlyFolder(stick);
  const { copies } = await ok('backup.find', { folder: stick });
  expect(copies).toMatchObject([{ folder, hasKey: true, isHere: false }]);
  await refused('backup.restore', { folder: stick }, 'copy-not-found');

  const keyless = copyOf(stick, 'keyless');
  rmSync(join(keyless, 'day-key.wrapped'));
  await refused('backup.restore', { folder: keyless }, 'copy-without-key');
  await refused('backup.restore', { folder: spoiltCopy(stick) }, 'copy-unsound');
  const rehearsed = copyOf(stick, 'rehearsed');
  for (const name of readdirSync(rehearsed).filter((file) => file.endsWith('.json'))) {
    const text = readFileSync(join(rehearsed, name), 'utf8');
    writeFileSync(join(rehearsed, name), text.replace('"real"', '"rehearsal"'));
  }
  await refused('backup.restore', { folder: rehearsed }, 'copy-of-other-kind');

  await ok('backup.restore', { folder });
  await refused('backup.restore', { folder }, 'day-already-here');
  expect(await ok('station.status', {})).toMatchObject({ stage: 'locked', locked: { wrapped: 'present' } });
}

/** A computer with a day of its own. */
export async function meetOtherCopies(scene: Scene): Promise<void> {
  const { first } = await enactRoom(scene.client, PAPER.room, ROSTER, { ...SCENARIO_DAY, title: '另一天' });
  const { refused } = asking(scene.client, first);
  const folder = join(dirname(scene.ports.dataDir), 'whole');
  await refused('backup.takeIn', { folder }, 'copy-of-another-day');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.journal'))) rmSync(join(folder, name));
  await refused('backup.takeIn', { folder }, 'copy-not-found');
  expect(valueOf(await scene.client.invoke('backup.find', { folder: null })).copies).toEqual([]);
}

/** Its end is noise. */
function spoiltCopy(stick: string): string {
  const spoilt = copyOf(stick, 'spoilt');
  for (const name of readdirSync(spoilt).filter((file) => file.endsWith('.journal'))) {
    const bytes = readFileSync(join(spoilt, name));
    writeFileSync(join(spoilt, name), bytes.fill(1, bytes.length - 9000));
  }
  return spoilt;
}

/** The files of the stick's one folder, in a folder of their own beside it. */
function copyOf(stick: string, name: string): string {
  const to = join(dirname(stick), name);
  mkdirSync(to, { recursive: true });
  const from = onlyFolder(stick);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile()) copyFileSync(join(from, entry.name), join(to, entry.name));
  }
  return to;
}
