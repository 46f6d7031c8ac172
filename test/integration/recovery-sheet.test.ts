import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { loadDayKey, readDayKey } from '../../electron/station/keys/day-key.ts';
import { createDayKeys } from '../../electron/station/keys/day-keys.ts';
import { keepSheetSecret } from '../../electron/station/keys/sheet-secret.ts';
import {
  readWrappedKey,
  wrapDayKey,
  wrappedKeyPath,
  writeWrappedKey,
} from '../../electron/station/keys/wrapped-key.ts';
import { isStaffPin } from '../../electron/station/people/staff-pin.ts';
import type { SecretStore } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import { sheetOfStation } from '../../shared/domain/key-state.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { formatRecoveryCode, readRecoveryCode } from '../../shared/recovery-code.ts';
import { checkInOf, PIN, readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { filesWithBytes, textsInClear } from '../support/files-in-clear.ts';
import { checkedSheet, printSheet } from '../support/recovery.ts';
import { aMorning, dayIn, namesOf, openOn, statusOf, unlock } from '../support/sealed-morning.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createTestPorts } from '../support/test-ports.ts';

describe('恢复单', () => {
  it('[KY1] a second press makes no second sheet, and the same command says the same', async () => {
    const { dataDir, day } = await aMorning();
    const { client } = await openOn(dataDir);
    const replaces = day.sheet.sheet;
    const command = as<CommandId>('sheet-of-the-test');
    const [one, same, other] = await Promise.all([
      client.invoke('recovery.issueSheet', { replaces }, { actor: day.chief, command }),
      client.invoke('recovery.issueSheet', { replaces }, { actor: day.chief, command }),
      client.invoke('recovery.issueSheet', { replaces }, { actor: day.chief }),
    ]);
    expect(same).toEqual(one);
    expect(other).toMatchObject({ ok: false, error: { code: 'sheet-changed' } });
  });

  it('[KY1] until a new sheet is typed back the old one opens the day, and only the new one after', async () => {
    const { dataDir, day } = await aMorning();
    const { client, secrets } = await openOn(dataDir);
    const next = await printSheet(client, day.chief, day.sheet.sheet);
    const id = dayIn(dataDir);
    const check = (groups: readonly string[]) =>
      client.invoke('recovery.checkSheet', { groups: [...groups] }, { actor: day.chief });
    expect(await check(day.sheet.groups)).toMatchObject({
      error: { code: 'sheet-other', figures: { typed: day.sheet.sheet, wanted: next.sheet } },
    });
    expect(secrets.read(`recovery-${id}`)).not.toBeNull();
    expect(await check(next.groups)).toMatchObject({ ok: true });
    expect(secrets.read(`recovery-${id}`)).toBeNull();
    expect(await check(day.sheet.groups)).toMatchObject({ error: { code: 'recovery-code-other' } });
    expect(await check(next.groups)).toMatchObject({ error: { code: 'sheet-already-checked' } });
    const printed = await client.invoke('recovery.readSheet', { sheet: next.sheet }, { actor: day.chief });
    expect(printed).toMatchObject({ error: { code: 'sheet-gone' } });
  });

  it('killed between the wrapped key and its record, the sheet before is the one in force, and still opens', async () => {
    const { dataDir, day } = await aMorning();
    const id = dayIn(dataDir);
    const ports = createTestPorts({ dataDir });
    const secrets: SecretStore = createFileSecretStore(join(dataDir, 'secrets'));
    const before = readWrappedKey(dataDir, id);
    if (!before.ok) throw new Error(before.error);
    const secret = ports.ids.bytes(16);
    keepSheetSecret(id, secret, secrets);
    writeWrappedKey(
      dataDir,
      wrapDayKey(readDayKey(id, secrets), { day: id, secret, kept: before.value.wraps, ids: ports.ids }),
    );

    const { client, station } = await openOn(dataDir);
    const { keys } = (await readState(client)).site;
    expect(sheetOfStation(keys, (await statusOf(client)).station.id)).toMatchObject({ sheet: day.sheet.sheet });
    expect(secrets.read(`recovery-${id}`)).toBeNull();
    await station.close();
    rmSync(join(dataDir, 'secrets'), { recursive: true });
    expect(await unlock((await openOn(dataDir)).client, day.sheet.groups)).toMatchObject({ ok: true });
  });

  it('killed after the record of the typing back and before the code was forgotten, it is forgotten at the next start', async () => {
    const { dataDir, day } = await aMorning();
    const first = await openOn(dataDir);
    const id = dayIn(dataDir);
    const next = await printSheet(first.client, day.chief, day.sheet.sheet);
    const secret = first.secrets.read(`recovery-${id}`) ?? new Uint8Array();
    valueOf(await first.client.invoke('recovery.checkSheet', { groups: [...next.groups] }, { actor: day.chief }));
    await first.station.close();
    keepSheetSecret(id, secret, first.secrets);
    const again = await openOn(dataDir);
    expect(again.secrets.read(`recovery-${id}`)).toBeNull();
  });

  it('typed back, it stands in no file: no digit group, no secret and no key, but for the machine-bound key itself', async () => {
    const { dataDir, day } = await aMorning();
    const { client, secrets, station } = await openOn(dataDir);
    const next = await checkedSheet(client, day.chief, day.sheet.sheet);
    const id = dayIn(dataDir);
    const key = Buffer.from(readDayKey(id, secrets));
    const secret = readRecoveryCode(next.groups);
    if (!secret.ok) throw new Error('not a code');
    // Two groups at a time: six digits alone are found in any instant by chance.
    const pairs = next.groups
      .slice(1)
      .flatMap((group, at) => ['', ' ', '-', '","'].map((mark) => `${next.groups[at]}${mark}${group}`));
    const needles = [
      ...pairs,
      ...[key, Buffer.from(secret.value)].flatMap((each) => [each.toString('hex'), each.toString('base64')]),
    ];
    expect(textsInClear(dataDir, needles)).toEqual([]);
    expect(filesWithBytes(dataDir, key)).toEqual([`day-${id}`]);
    expect(filesWithBytes(dataDir, secret.value)).toEqual([]);
    await station.close();
    expect(textsInClear(dataDir, needles)).toEqual([]);
  });

  it('a wrapped key that other hands have put there, with a code of theirs, proves nothing', async () => {
    const { dataDir, day } = await aMorning();
    const { client, ports } = await openOn(dataDir);
    const id = dayIn(dataDir);
    const secret = ports.ids.bytes(16);
    writeWrappedKey(dataDir, wrapDayKey(ports.ids.bytes(32), { day: id, secret, kept: [], ids: ports.ids }));
    const groups = [...formatRecoveryCode(secret)];
    for (const answer of [
      await client.invoke('recovery.checkSheet', { groups }, { actor: day.chief }),
      await client.invoke('staff.replacePin', { staff: day.chief, pin: '1357', groups }, { actor: day.chief }),
    ]) {
      expect(answer).toMatchObject({ error: { code: 'wrapped-key-unusable', figures: { problem: 'other-day' } } });
    }
  });

  it('[KY1] is the chief’s and the deputy’s', async () => {
    const { dataDir, day } = await aMorning();
    const { client } = await openOn(dataDir);
    const groups = [...day.sheet.groups];
    const answers = await Promise.all([
      client.invoke('recovery.issueSheet', { replaces: day.sheet.sheet }, { actor: day.first }),
      client.invoke('recovery.readSheet', { sheet: day.sheet.sheet }, { actor: day.first }),
      client.invoke('recovery.checkSheet', { groups }, { actor: day.first }),
      client.invoke('day.lock', { acceptsOpenPapers: true }, { actor: day.first }),
    ]);
    expect(answers.map((answer) => !answer.ok && answer.error.code)).toEqual(
      Array.from({ length: 4 }, () => 'role-not-allowed'),
    );
  });
});

describe('忘记 PIN', () => {
  it('[KY2] with the code the chief sets a new one: the new one counts, the old one no more', async () => {
    const { dataDir, day } = await aMorning();
    const { client, station, secrets } = await openOn(dataDir);
    const groups = [...day.sheet.groups];
    const wrong = { staff: day.chief, pin: '1357', groups: groups.with(0, groups[1] ?? '').with(1, groups[0] ?? '') };
    expect(await client.invoke('staff.replacePin', wrong, { actor: day.chief })).toMatchObject({
      error: { code: 'recovery-code-other' },
    });
    valueOf(await client.invoke('staff.replacePin', { staff: day.chief, pin: '1357', groups }, { actor: day.chief }));
    const state = await readState(client);
    const id = dayIn(dataDir);
    await station.close();
    const key = loadDayKey(id, secrets);
    if (!key.ok) throw new Error(key.error);
    const opened = { state, keys: createDayKeys(key.value, createTestPorts({ dataDir }).ids) };
    expect(await isStaffPin(opened, day.chief, '1357')).toBe(true);
    expect(await isStaffPin(opened, day.chief, PIN)).toBe(false);
    expect(await isStaffPin(opened, day.first, PIN)).toBe(true);
    expect(await isStaffPin(opened, as('nobody'), PIN)).toBe(false);
  });
});

describe('锁存考核日', () => {
  it('[KY3] destroys the key, closes the day for every page, and the sheet opens it again with all that was in it', async () => {
    const { dataDir, day } = await aMorning();
    const { client, station, secrets } = await openOn(dataDir);
    const id = dayIn(dataDir);
    const key = Buffer.from(readDayKey(id, secrets));
    const news: string[] = [];
    station.subscribe((push) => {
      if (push.push === 'events') news.push(...push.events.map(({ event }) => event.type));
    });
    expect(await client.invoke('day.lock', { acceptsOpenPapers: false }, { actor: day.chief })).toMatchObject({
      error: { code: 'papers-open', figures: { count: 2, room: ROOM } },
    });
    valueOf(await client.invoke('day.lock', { acceptsOpenPapers: true }, { actor: day.chief }));
    expect(news).toEqual(['DayLocked']);
    expect((await statusOf(client)).locked).toEqual({
      reason: 'locked',
      wrapped: 'present',
      sheets: [day.sheet.sheet],
    });
    expect(filesWithBytes(dataDir, key)).toEqual([]);
    await station.close();

    const again = await openOn(dataDir, '2022-11-20 09:00');
    expect(await statusOf(again.client)).toMatchObject({ stage: 'locked', current: { date: '2022-11-19' } });
    expect(await unlock(again.client, day.sheet.groups)).toMatchObject({ ok: true });
    expect(await namesOf(again.client, day)).toEqual(day.candidates.map(({ name }) => name));
    await again.station.close();
    expect(await statusOf((await openOn(dataDir, '2022-11-20 09:10')).client)).toMatchObject({ stage: 'ready' });
  });

  it('[KY3] is refused without a sheet that was typed back, and where its wrapped key is gone', async () => {
    const { dataDir, day } = await aMorning();
    const { client } = await openOn(dataDir);
    const id = dayIn(dataDir);
    const lock = () => client.invoke('day.lock', { acceptsOpenPapers: true }, { actor: day.chief });
    rmSync(wrappedKeyPath(dataDir, id));
    expect(await lock()).toMatchObject({ error: { code: 'wrapped-key-unusable' } });
    await printSheet(client, day.chief, day.sheet.sheet);
    expect(await lock()).toMatchObject({ error: { code: 'sheet-not-checked' } });
    expect((await statusOf(client)).stage).toBe('ready');
  });

  it('puts the last records into a copy outside first: afterwards no more are made', async () => {
    const { dataDir, day } = await aMorning();
    const { client } = await openOn(dataDir);
    const stick = tempDir();
    valueOf(await client.invoke('backup.choose', { place: stick }, { actor: day.chief }));
    valueOf(await client.invoke('backup.run', {}, { actor: day.chief }));
    const [, second] = day.candidates;
    const { arrival } = valueOf(
      await client.invoke('checkIn.confirm', checkInOf(second ?? ({} as never)), { actor: day.first }),
    );
    valueOf(await client.invoke('day.lock', { acceptsOpenPapers: true }, { actor: day.chief }));
    const { copies } = valueOf(await client.invoke('backup.find', { folder: stick }));
    expect(copies).toMatchObject([{ records: arrival }]);
  });

  it('what was on its way into the day as it was locked is refused, and recorded nowhere', async () => {
    const { dataDir, day } = await aMorning();
    const { client, ports } = await openOn(dataDir);
    // Its last copy is made: nothing keeps the locking waiting.
    valueOf(await client.invoke('backup.run', {}, { actor: day.chief }));
    const guest = { role: 'inspector', room: null, name: '何巡视', pin: PIN } as const;
    const [enlisted, locked] = await Promise.all([
      client.invoke('staff.enlist', guest, { actor: day.chief }), // its PIN is being hashed meanwhile
      client.invoke('day.lock', { acceptsOpenPapers: true }, { actor: day.chief }),
    ]);
    expect(locked).toMatchObject({ ok: true });
    expect(enlisted).toMatchObject({ ok: false, error: { code: 'day-locked' } });
    expect(ports.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('killed after its record and before the key was gone, the key goes at the next start', async () => {
    const { dataDir, day } = await aMorning();
    const { client, station, secrets } = await openOn(dataDir);
    const id = dayIn(dataDir);
    const key = readDayKey(id, secrets);
    valueOf(await client.invoke('day.lock', { acceptsOpenPapers: true }, { actor: day.chief }));
    await station.close();
    secrets.write(`day-${id}`, key);
    const again = await openOn(dataDir);
    expect((await statusOf(again.client)).locked).toMatchObject({ reason: 'locked' });
    expect(secrets.read(`day-${id}`)).toBeNull();
  });
});

it.each([
  ['the desktop under a system’s key store', 'desktop', {}, 'system'],
  ['the desktop on a Linux without one', 'desktop', { isWithoutSystem: true }, 'files'],
  ['the browser host', 'browser', {}, 'files'],
] as const)('where the key is kept is told by %s', async (_what, host, lack, keysKeptIn) => {
  const ports = createTestPorts({ dataDir: tempDir() });
  const station = await createStation({ ...ports, host, secrets: { ...ports.secrets, ...lack } });
  onTestFinished(() => station.close());
  const client = createDirectClient(station);
  expect(await statusOf(client)).toMatchObject({ keysKeptIn });
});
