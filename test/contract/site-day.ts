import { expect } from 'vitest';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import type { StaffId } from '../../shared/ids.ts';
import { someAnswers } from '../support/a-day.ts';
import { importCsv, makeDay, PIN, SCENARIO_DAY } from '../support/day-scenario.ts';
import { FORMED, SOME_DETAILS, SOME_EVENT } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const ROSTER = [
  '准考证号,姓名,证件号码,级别,专业,班级,考场编号,座位号,科目',
  '221137010030107,王芳,210199200407065483,高级,软件技术,软件2301,001,1,理论',
  '221137010030207,李明,210199200610033866,高级,大数据技术,大数据2301,002,1,理论',
].join('\r\n');
const BY_2021 = { ...SCENARIO_DAY, edition: 'R2021', answers: someAnswers('R2021') } as const;
const AGAIN = { reason: '一名监考员临时请假' };
/** In no font that comes with the program. */
const UNPRINTABLE = '王𱍐';

/** The exam office of two rooms, from the lists of weeks before to the lots of the morning. */
export async function liveBeforeTheDay(scene: Scene): Promise<void> {
  const { client } = scene;
  const chief = await makeDay(client, BY_2021);
  await importCsv(client, chief, { csv: ROSTER, binding: { kind: 'office' } });
  await drawTheLots(client, chief);
  await tickTheLists(client, chief);
  await chooseTheSheet(client, chief);
}

async function drawTheLots(client: StationClient, chief: StaffId): Promise<void> {
  const { ok, refused } = asking(client, chief);
  const trained = (name: string, classes = ''): MethodInput<'staff.enlist'> => ({
    role: 'invigilator',
    room: null,
    name,
    pin: PIN,
    described: { isTrained: true, details: { ...SOME_DETAILS, phone: '', classes } },
  });
  for (const name of ['钱监考', '孙监考', '李监考']) await ok('staff.enlist', trained(name));
  await refused('lots.draw', { called: null }, 'lots-too-few-people');
  const { staff: fourth } = await ok('staff.enlist', trained('周监考', '软件2301、大数据2301'));
  await refused('lots.draw', { called: null }, 'lots-not-possible');
  await ok('staff.describe', { staff: fourth, isTrained: true, details: { ...SOME_DETAILS, classes: '软件2301' } });

  expect(await ok('lots.read', {})).toMatchObject({ isInRules: true, draws: [] });
  await ok('lots.draw', { called: '42' });
  await refused('lots.draw', { called: null }, 'reason-missing');
  await ok('lots.draw', { called: null }, AGAIN);
  const { draws } = await ok('lots.read', {});
  expect(draws).toMatchObject([
    { number: 2, called: null, reason: AGAIN.reason, isVerified: true },
    { number: 1, called: '42', reason: '', isVerified: true },
  ]);
  const draw = draws[0]?.event ?? SOME_EVENT;
  expect((await ok('lots.sheet', { draw })).fileName).toBe('抽签结果_第2次_含个人信息.pdf');
  await refused('lots.sheet', { draw: SOME_EVENT }, 'lots-unknown');
}

async function tickTheLists(client: StationClient, chief: StaffId): Promise<void> {
  const { ok, refused } = asking(client, chief);
  const item = FORMED['check.tick'];
  await refused('check.tick', { ...item, room: null }, 'check-of-other-scope');
  for (const method of ['check.setAside', 'check.untick'] as const) {
    await refused(method, { ...FORMED[method], room: null }, 'check-of-other-scope');
  }
  await refused('check.tick', { ...item, item: 'machines' }, 'check-count-missing');
  await refused('check.tick', { ...item, item: 'video-keeper' }, 'check-note-missing');
  await refused('check.untick', FORMED['check.untick'], 'check-not-ticked', { reason: '误勾' });
  await ok('check.tick', item);
  await refused('check.tick', item, 'check-already-ticked');
  await ok('check.untick', FORMED['check.untick'], { reason: '误勾' });
  await ok('check.setAside', FORMED['check.setAside'], { reason: '本考场不贴' });
  await refused('check.setAside', FORMED['check.setAside'], 'check-already-aside', { reason: '本考场不贴' });
  await ok('checks.writeList', FORMED['checks.writeList']);
  const noted = await ok('visit.note', { ...FORMED['visit.note'], about: '检查考务' });
  const visit = noted.events[0] ?? SOME_EVENT;
  await refused('visit.end', FORMED['visit.end'], 'visit-unknown');
  await ok('visit.end', { ...FORMED['visit.end'], visit });
  await refused('visit.end', { ...FORMED['visit.end'], visit }, 'visit-already-over');
  expect(await ok('checks.read', FORMED['checks.read'])).toMatchObject({
    entries: [{ item: 'desk-labels', note: '', reason: '本考场不贴' }],
    visits: [{ event: visit, name: '何巡视', about: '检查考务' }],
  });
  const site = await ok('checks.read', { room: null });
  expect(site.lists[0]).toEqual({ list: 'white-list', lines: ['示例网站'], isOurs: false });
  expect(site.lists.slice(1).every(({ isOurs, lines }) => isOurs && lines.length > 0)).toBe(true);
  expect((await ok('checks.sheet', { room: null })).fileName).toBe('考前检查单_考点_含个人信息.pdf');
  expect((await ok('checks.sheet', FORMED['checks.sheet'])).fileName).toBe('考前检查单_考场001_含个人信息.pdf');
  await ok('visit.note', { ...FORMED['visit.note'], name: UNPRINTABLE });
  await refused('checks.sheet', FORMED['checks.sheet'], 'glyph-missing');
}

async function chooseTheSheet(client: StationClient, chief: StaffId): Promise<void> {
  const { ok, refused } = asking(client, chief);
  await ok('officialSheet.choose', { which: 'station' });
  await refused('officialSheet.choose', { which: 'station' }, 'official-sheet-already-so');
}

/** The exam office under an edition that draws no lots. */
export async function drawNoLots({ client }: Scene): Promise<void> {
  const chief = await makeDay(client);
  const binding = { kind: 'office' } as const;
  await importCsv(client, chief, { csv: ROSTER, binding });
  await asking(client, chief).refused('lots.draw', { called: null }, 'lots-not-in-rules');
}

/** One where everybody has his room at first, and somebody a name that cannot be printed. */
export async function drawForNobody({ client, ports }: Scene): Promise<void> {
  const [head = '', first = ''] = ROSTER.split('\r\n');
  const chief = await makeDay(client, BY_2021);
  const { ok, refused } = asking(client, chief);
  await importCsv(client, chief, { csv: [head, first].join('\r\n'), binding: { kind: 'office' } });
  const described = { isTrained: true, details: SOME_DETAILS };
  const both: StaffId[] = [];
  for (const name of [UNPRINTABLE, '赵监考']) {
    both.push((await ok('staff.enlist', { role: 'invigilator', room: null, name, pin: PIN, described })).staff);
  }
  for (const staff of both) await ok('staff.post', { staff, room: FORMED['sheet.handOut'].room });
  await refused('lots.draw', { called: null }, 'lots-nothing-to-draw');
  for (const staff of both) await ok('staff.post', { staff, room: null });
  await ok('lots.draw', { called: null });
  const { draws } = await ok('lots.read', {});
  await refused('lots.sheet', { draw: draws[0]?.event ?? SOME_EVENT }, 'glyph-missing');
  ports.clock.setWall('2022-11-19 08:30');
  await refused('lots.draw', { called: null }, 'lots-closed', AGAIN);
}
