import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import { isDrawnByRule } from '../../shared/domain/lots-draw.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { someAnswers } from '../support/a-day.ts';
import {
  enactDay,
  importRoster,
  makeDay,
  PIN,
  readState,
  ROOM,
  SCENARIO_DAY,
  valueOf,
} from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { pdfFact, pdfText } from '../support/poppler.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

const BY_2021 = { ...SCENARIO_DAY, edition: 'R2021', answers: someAnswers('R2021') } as const;
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹'];

async function openStation() {
  const dataDir = tempDir();
  const clock = new TestClock('2022-11-19 07:50');
  const station = await createStation(createTestPorts({ dataDir, clock }));
  onTestFinished(() => station.close());
  return { client: createDirectClient(station), dataDir, clock };
}

function textOf(file: { readonly bytes: string }): string {
  return pdfText(Buffer.from(file.bytes, 'base64'));
}

/** Every byte of the data folder, names and all, as text. */
function allBytes(dataDir: string): string {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name)).toString('utf8')).join('\n');
}

it('[LO2] [LO4] lots for twelve rooms: drawn, computed again from the record, drawn once more, printed', async () => {
  const { client } = await openStation();
  const chief = await makeDay(client, BY_2021);
  await importRoster(client, chief, { kind: 'office' });
  const described = {
    isTrained: true,
    details: { phone: '', major: '', department: '', classes: '', remark: '' },
  };
  const phones = new Map([
    ['李监考', '13800001111'],
    ['李监考·二', '13800002222'],
  ]);
  for (const one of [...SURNAMES.map((surname) => `${surname}监考`), '李监考·二']) {
    const phone = phones.get(one) ?? '';
    const name = one.replace('·二', '');
    const about = { ...described, details: { ...described.details, phone } };
    const input: MethodInput<'staff.enlist'> = { role: 'invigilator', room: null, name, pin: PIN, described: about };
    valueOf(await client.invoke('staff.enlist', input, { actor: chief }));
  }
  valueOf(await client.invoke('lots.draw', { called: '2022' }, { actor: chief }));
  const reason = '两名监考员身体不适';
  valueOf(await client.invoke('lots.draw', { called: '7' }, { actor: chief, reason }));

  const { site } = await readState(client);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(site.lots.map(({ drawn }) => isDrawnByRule(drawn, sha256))).toEqual([true, true]);
  const rooms = Object.values(site.staff)
    .filter(({ role }) => role === 'invigilator')
    .map(({ room }) => room);
  expect(rooms.filter((room) => room === null)).toHaveLength(SURNAMES.length + 1 - 24);
  expect(new Set(rooms.filter((room) => room !== null)).size).toBe(12);

  const { draws } = valueOf(await client.invoke('lots.read', {}, { actor: chief }));
  const latest = draws[0];
  if (latest === undefined) throw new Error('no draw');
  const sheet = valueOf(await client.invoke('lots.sheet', { draw: latest.event }, { actor: chief }));
  expect(pdfFact(Buffer.from(sheet.bytes, 'base64'), 'Pages')).toBe('1');
  const text = textOf(sheet).replace(/\s+/g, '');
  for (const part of [
    '第2次抽签，以本次为准',
    reason,
    'PS-LOT-1',
    '现场报数7',
    '主考签字',
    '见证人签字',
    '与本表一致',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain(latest.seed);
  // Two of one name are told apart by their telephones.
  for (const tail of ['1111', '2222']) expect(text).toContain(`李监考（尾号${tail}）`);
  const people = latest.rooms.flatMap((one) => one.people);
  expect(people).toHaveLength(24);
  for (const { name } of people) expect(text).toContain(name);
}, 30_000);

it('[CL1] [CL3] ticks, what was written with them and visits: on the list and on paper, and never in clear on the disk', async () => {
  const { client, dataDir, clock } = await openStation();
  const day = await enactDay(client);
  const at = { actor: day.first };
  const tick = (item: MethodInput<'check.tick'>['item'], more: Partial<MethodInput<'check.tick'>> = {}) =>
    client.invoke('check.tick', { room: ROOM, item, count: null, note: null, ...more }, at);
  const [lot, keeper, visitor] = ['封条 0417，陈监考', '刘保管，设备间铁柜', '何巡视员'];
  valueOf(await tick('desk-labels'));
  valueOf(await tick('door-sheet'));
  valueOf(await tick('spare-machines', { count: 1 }));
  valueOf(await tick('room-sealed', { note: lot ?? null }));
  valueOf(await tick('video-keeper', { note: keeper ?? null }));
  const place = { room: ROOM, item: 'door-sheet' } as const;
  valueOf(await client.invoke('check.untick', place, { ...at, reason: '门贴号码印错' }));
  valueOf(
    await client.invoke('check.setAside', { room: ROOM, item: 'restore-card-off' }, { ...at, reason: '没有还原卡' }),
  );
  const visit = { room: ROOM, role: 'inspector', name: visitor ?? '', about: null } as const;
  const noted = valueOf(await client.invoke('visit.note', visit, at));
  clock.setWall('2022-11-19 08:10');
  const [event] = noted.events;
  if (event === undefined) throw new Error('no visit');
  valueOf(await client.invoke('visit.end', { room: ROOM, visit: event }, at));

  const sheet = textOf(valueOf(await client.invoke('checks.sheet', { room: ROOM }, at))).replace(/\s+/g, '');
  for (const part of [lot, keeper, `11-1907:50–08:10巡视${visitor}`, '不适用：没有还原卡', '重新打开：门贴号码印错']) {
    expect(sheet).toContain((part ?? '').replace(/\s+/g, ''));
  }
  expect(sheet).toContain('现有1台，应有4台，缺3台');
  expect(sheet).toContain('检查人签字');
  const disk = allBytes(dataDir);
  for (const text of [lot, keeper, visitor, '没有还原卡', '门贴号码印错']) expect(disk).not.toContain(text);
  // The file does hold the records: what is no person's is there to be found.
  expect(disk).toContain('restore-card-off');
}, 30_000);

it('[CL6] the sheet that is signed: a working sheet without places to sign, or the official one', async () => {
  const { client } = await openStation();
  const { chief } = await enactDay(client);
  const printed = async () => {
    const issued = valueOf(
      await client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: chief }),
    );
    return textOf(valueOf(await client.invoke('document.read', { document: issued.document }, { actor: chief })));
  };
  valueOf(await client.invoke('officialSheet.choose', { which: 'platform' }, { actor: chief }));
  const working = await printed();
  expect(working.match(/工作用表 · 正式签到表为平台打印件/g)).toHaveLength(2);
  expect(working).not.toContain('考生签名');
  expect(working).not.toContain('监考员签字');

  const change = { which: 'station' } as const;
  const refused = await client.invoke('officialSheet.choose', change, { actor: chief });
  expect(refused).toMatchObject({ ok: false, error: { code: 'reason-missing', rule: 'CL6' } });
  valueOf(await client.invoke('officialSheet.choose', change, { actor: chief, reason: '平台打不开' }));
  const official = await printed();
  expect(official).not.toContain('工作用表');
  expect(official.match(/正式签到表/g)).toHaveLength(2);
  expect(official).toContain('考生签名');
  expect((await readState(client)).rooms[ROOM]?.officialSheet?.which).toBe('station');
}, 30_000);
