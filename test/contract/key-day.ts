import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { wrappedKeyPath } from '../../electron/station/keys/wrapped-key.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { enactRoom, PIN, SCENARIO_DAY } from '../support/day-scenario.ts';
import { checkedSheet, printSheet } from '../support/recovery.ts';
import { PAPER } from '../support/whole-day.ts';
import { FORMED, NOBODY, SOME_GROUPS } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const ROSTER =
  '准考证号,姓名,证件号码,级别,考场编号,座位号,科目\r\n221137010030107,王芳,210199200407065483,高级,001,1,理论';

/** 恢复单 from its first print to 锁存 and the day's opening by it. */
export async function liveByTheSheet({ client, ports }: Scene): Promise<void> {
  await asking(client, NOBODY).refused('day.unlock', FORMED['day.unlock'], 'no-day');
  await asking(client, NOBODY).refused('staff.replacePin', FORMED['staff.replacePin'], 'no-day');
  const { chief } = await enactRoom(client, PAPER.room, ROSTER);
  const { ok, refused } = asking(client, chief);
  await refused('day.lock', FORMED['day.lock'], 'sheet-not-checked');
  await refused('recovery.checkSheet', FORMED['recovery.checkSheet'], 'wrapped-key-unusable');
  await refused('staff.replacePin', FORMED['staff.replacePin'], 'wrapped-key-unusable');
  await refused('recovery.readSheet', FORMED['recovery.readSheet'], 'sheet-gone');

  const old = await checkedSheet(client, chief);
  const sheet = await printSheet(client, chief, old.sheet);
  const groups = [...sheet.groups];
  await refused('recovery.issueSheet', { replaces: old.sheet }, 'sheet-changed');
  await refused('recovery.checkSheet', { groups: [...old.groups] }, 'sheet-other');
  const mistyped = groups.with(2, '000012');
  await refused('recovery.checkSheet', { groups: mistyped }, 'recovery-group-wrong');
  await ok('recovery.checkSheet', { groups });
  await refused('recovery.checkSheet', { groups }, 'sheet-already-checked');

  const replacing = { staff: chief, pin: PIN, groups };
  await refused('staff.replacePin', { ...replacing, groups: mistyped }, 'recovery-group-wrong');
  await refused('staff.replacePin', { ...replacing, staff: NOBODY }, 'staff-unknown');
  await ok('staff.replacePin', replacing);

  const wrapped = wrappedKeyPath(ports.dataDir, dayOf(await ok('station.status', {})));
  const away = `${wrapped}.away`;
  renameSync(wrapped, away);
  await refused('day.lock', { acceptsOpenPapers: true }, 'wrapped-key-unusable');
  renameSync(away, wrapped);
  await refused('day.lock', { acceptsOpenPapers: false }, 'papers-open');
  await ok('day.lock', { acceptsOpenPapers: true });
  await tryTheDoor({ client, ports }, { chief, groups });
}

/** The locked day: what does not open it, and what does. */
async function tryTheDoor(
  { client, ports }: Pick<Scene, 'client' | 'ports'>,
  { chief, groups }: MethodInput<'day.unlock'> & { readonly chief: typeof NOBODY },
): Promise<void> {
  const { ok, refused } = asking(client, chief);
  const status = await ok('station.status', {});
  expect(status.stage).toBe('locked');
  await refused('staff.enlist', FORMED['staff.enlist'], 'day-locked');
  await refused('day.unlock', { groups: groups.with(7, '000012') }, 'recovery-group-wrong');
  const journal = join(ports.dataDir, 'days', `${dayOf(status)}.journal`);
  const wrapped = wrappedKeyPath(ports.dataDir, dayOf(status));
  for (const [path, code] of [
    [journal, 'day-cannot-open'],
    [wrapped, 'wrapped-key-unusable'],
  ] as const) {
    renameSync(path, `${path}.away`);
    rmSync(join(ports.dataDir, 'copies'), { recursive: true, force: true });
    await refused('day.unlock', { groups }, code);
    renameSync(`${path}.away`, path);
  }
  for (let at = 0; at < 3; at += 1) await refused('day.unlock', { groups: SOME_GROUPS }, 'recovery-code-other');
  await refused('day.unlock', { groups }, 'recovery-wait');
  ports.clock.elapse(60_000);
  await ok('day.unlock', { groups });
  for (const method of ['recovery.checkSheet', 'staff.replacePin'] as const) {
    for (let at = 0; at < 3; at += 1) await refused(method, FORMED[method], 'recovery-code-other');
    await refused(method, FORMED[method], 'recovery-wait');
    ports.clock.elapse(60_000);
    await ok('day.unlock', { groups });
    await ok('staff.replacePin', { staff: chief, pin: PIN, groups });
  }
}

/** A day whose title no font can print: its sheet is not drawn without it. */
export async function nameADayUnprintably({ client }: Scene): Promise<void> {
  const { chief } = await enactRoom(client, PAPER.room, ROSTER, { ...SCENARIO_DAY, title: '𱍐 学院考试' });
  const { ok, refused } = asking(client, chief);
  const { sheet } = await ok('recovery.issueSheet', { replaces: null });
  await refused('recovery.readSheet', { sheet }, 'glyph-missing');
}

function dayOf({ current }: { readonly current: { readonly day: Parameters<typeof wrappedKeyPath>[1] } | null }) {
  if (current === null) throw new Error('no day');
  return current.day;
}
