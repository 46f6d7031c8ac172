import { cpSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { loadDayKey, readDayKey } from '../../electron/station/keys/day-key.ts';
import { sheetOf, wrapDayKey, wrappedKeyPath, writeWrappedKey } from '../../electron/station/keys/wrapped-key.ts';
import { openStationDb } from '../../electron/station/station-db/station-db.ts';
import { sheetOfStation } from '../../shared/domain/key-state.ts';
import { as } from '../../shared/ids.ts';
import { formatRecoveryCode } from '../../shared/recovery-code.ts';
import { readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { aMorning, dayIn, namesOf, onAnotherComputer, openOn, statusOf, unlock } from '../support/sealed-morning.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createTestPorts } from '../support/test-ports.ts';

describe('a disk in another computer', () => {
  it('is locked, tells which sheet opens it, and shows nobody’s name', async () => {
    const { client, day } = await onAnotherComputer();
    expect(await statusOf(client)).toMatchObject({
      stage: 'locked',
      current: { title: '1+X Python 程序开发 2022 年 11 月考试', date: '2022-11-19' },
      locked: { reason: 'missing', wrapped: 'present', sheets: [day.sheet.sheet] },
    });
    const asked = await client.invoke('candidates.list', { room: ROOM }, { actor: day.first });
    expect(asked).toMatchObject({ ok: false, error: { code: 'day-locked' } });
    expect(valueOf(await client.invoke('staff.list', {})).staff).toEqual([]);
  });

  it('[KY1] opens with the sheet’s code: all records and people are there, in a new epoch, and the sheet stays good', async () => {
    const { client, day, station, ports } = await onAnotherComputer();
    const news: string[] = [];
    station.subscribe((push) => {
      if (push.push === 'events') news.push(...push.events.map(({ event }) => event.type));
    });
    expect(valueOf(await unlock(client, day.sheet.groups))).toEqual({ day: (await statusOf(client)).current?.day });
    const status = await statusOf(client);
    expect(status).toMatchObject({ stage: 'ready', locked: null, binding: { kind: 'room', room: ROOM } });
    expect(news).toEqual(['DayUnlocked']);
    expect(await namesOf(client, day)).toEqual(day.candidates.map(({ name }) => name));
    const state = await readState(client);
    expect(state.rooms[ROOM]?.candidates[day.candidates[0]?.candidate ?? as('')]?.acts.theory).toHaveLength(1);
    expect(status.station.epoch).toBe(2);
    expect(sheetOfStation(state.site.keys, status.station.id)?.checkedAt).not.toBeNull();

    await station.close();
    const again = await openOn(ports.dataDir);
    expect(await statusOf(again.client)).toMatchObject({ stage: 'ready', station: { epoch: 2 } });
  });

  it('stays locked over wrong codes: the group is told, whole codes are counted, and the waiting is on real time', async () => {
    const { client, day, ports } = await onAnotherComputer();
    const groups = day.sheet.groups;
    const mistyped = groups.with(4, String((Number(groups[4]) + 1) % 1_000_000).padStart(6, '0'));
    expect(await unlock(client, mistyped)).toMatchObject({
      error: { code: 'recovery-group-wrong', figures: { group: 5 } },
    });
    const swapped = groups.with(0, groups[1] ?? '').with(1, groups[0] ?? '');
    const codes: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const answer = await unlock(client, swapped);
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual(['recovery-code-other', 'recovery-code-other', 'recovery-code-other', 'recovery-wait']);
    ports.clock.elapse(2000);
    expect(await unlock(client, groups)).toMatchObject({ ok: true });
  });

  it('is opened once by two presses', async () => {
    const { client, day } = await onAnotherComputer();
    const both = await Promise.all([unlock(client, day.sheet.groups), unlock(client, day.sheet.groups)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const { events } = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));
    expect(events.filter(({ event }) => event.type === 'DayUnlocked')).toHaveLength(1);
  });
});

describe('a folder whose wrapped key does not help', () => {
  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['damaged', (path: string) => truncateSync(path, 100)],
  ] as const)('that is %s says so, and the key that comes later opens it', async (problem, spoil) => {
    const { dataDir, day } = await aMorning();
    const id = dayIn(dataDir);
    cpSync(join(dataDir, 'keys'), join(dataDir, 'kept'), { recursive: true });
    spoil(wrappedKeyPath(dataDir, id));
    rmSync(join(dataDir, 'secrets'), { recursive: true });
    const { client } = await openOn(dataDir);
    expect((await statusOf(client)).locked).toEqual({ reason: 'missing', wrapped: problem, sheets: [] });
    const answer = await unlock(client, day.sheet.groups);
    expect(answer).toMatchObject({ error: { code: 'wrapped-key-unusable', figures: { problem } } });
    cpSync(join(dataDir, 'kept'), join(dataDir, 'keys'), { recursive: true });
    expect(await unlock(client, day.sheet.groups)).toMatchObject({ ok: true });
  });

  it('with a code of its own and another key in it opens nothing, and leaves no key behind', async () => {
    const { client, day, ports, dataDir } = await onAnotherComputer();
    const id = dayIn(dataDir);
    const secret = ports.ids.bytes(16);
    writeWrappedKey(ports.dataDir, wrapDayKey(ports.ids.bytes(32), { day: id, secret, kept: [], ids: ports.ids }));
    const answer = await unlock(client, formatRecoveryCode(secret));
    expect(answer).toMatchObject({ error: { code: 'wrapped-key-unusable', figures: { problem: 'other-day' } } });
    expect(loadDayKey(id, ports.secrets)).toEqual({ ok: false, error: 'missing' });
    expect((await statusOf(client)).stage).toBe('locked');
    expect(day.sheet.sheet).not.toBe(sheetOf(secret, id));
  });

  it('whose machine-bound key was changed by a bit is locked too, and the sheet brings the right one back', async () => {
    const { dataDir, day } = await aMorning();
    const id = dayIn(dataDir);
    const secrets = createFileSecretStore(join(dataDir, 'secrets'));
    secrets.write(
      `day-${id}`,
      readDayKey(id, secrets).map((byte, at) => (at === 7 ? byte ^ 1 : byte)),
    );
    const { client } = await openOn(dataDir);
    expect((await statusOf(client)).locked).toMatchObject({ reason: 'damaged', wrapped: 'present' });
    expect(await unlock(client, day.sheet.groups)).toMatchObject({ ok: true });
    expect(await namesOf(client, day)).toHaveLength(day.candidates.length);
  });
});

/** Only the journal and the wrapped key of a backup, on a computer that never saw the day. */
it('a dead computer’s journal and wrapped key open on another one with the sheet', async () => {
  const { dataDir: old, day } = await aMorning();
  const id = dayIn(old);
  const dataDir = tempDir();
  for (const [folder, name] of [
    ['days', `${id}.journal`],
    ['keys', `${id}.wrapped`],
  ] as const) {
    mkdirSync(join(dataDir, folder), { recursive: true });
    cpSync(join(old, folder, name), join(dataDir, folder, name));
  }
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const made = openStationDb({
    path: join(dataDir, 'station.db'),
    kind: 'real',
    nowMs: 1,
    ids: createTestPorts({ dataDir }).ids,
    secrets,
  });
  if (!made.ok) throw new Error(made.error.code);
  const title = '1+X Python 程序开发 2022 年 11 月考试';
  made.value.addDay({ day: id, kind: 'real', title, date: '2022-11-19', fileName: `days/${id}.journal`, madeAtMs: 1 });
  made.value.close();

  const { client } = await openOn(dataDir);
  expect((await statusOf(client)).stage).toBe('locked');
  expect(await unlock(client, day.sheet.groups)).toMatchObject({ ok: true });
  expect(await namesOf(client, day)).toEqual(day.candidates.map(({ name }) => name));
});
