import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { cardAt, openStation, PAPER } from '../support/clock-room.ts';
import { checkInOf, enactDay, importCsv, makeDay, readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { findInClear } from '../support/files-in-clear.ts';
import { pdfText } from '../support/poppler.ts';
import { TestClock } from '../support/test-clock.ts';
import { collection, issueRecord, signRecord, previewRecord } from '../support/whole-day.ts';

const NO_DETAILS = { phone: '', major: '', department: '', classes: '', remark: '' };
const ROSTER = [
  '准考证号,姓名,证件号码,级别,班级,考场编号,座位号,科目',
  '221137010030107,王芳,210199200407065483,高级,软件2301,001,1,理论',
  '221137010030207,李明,210199200610033866,高级,软件2302,002,1,理论',
].join('\r\n');
const HEADINGS = ['姓名', '角色', '考场', '电话', '专业', '院系', '任教班级', '培训', 'PIN'];

/** A staff list as a school's office saves it. */
async function staffList(rows: readonly (readonly (string | number)[])[]): Promise<MethodInput<'staff.previewList'>> {
  const sheet = { name: '考务人员', rows: [['2022年11月考务人员安排'], HEADINGS, ...rows.map((row) => [...row])] };
  const bytes = Buffer.from(await writeXlsx({ sheets: [sheet] })).toString('base64');
  return { fileName: '考务人员.xlsx', bytes };
}

/** Room 001 at half past seven, with its two invigilators. */
async function openEarly() {
  const opened = await openStation(new TestClock('2022-11-19 07:30'));
  return { ...opened, day: await enactDay(opened.client) };
}

async function sectionOf(client: StationClient, actor: StaffId, title: string) {
  const { content } = await previewRecord(client, actor);
  return content.sections.find((section) => section.title === title)?.rows ?? [];
}

describe('更换监考员 on the day', () => {
  it('[ST5] [ST7] from 07:40 on the other one acts, is the second and signs; the record says why', async () => {
    const { client, clock, day, folder } = await openEarly();
    const approval = { approver: day.chief, how: 'present' } as const;
    clock.setWall('2022-11-19 07:40');
    const comes = { kind: 'new', name: '钱接替', pin: '13579246', isTrained: true, details: NO_DETAILS } as const;
    const replacing = { room: ROOM, leaves: day.first, comes, opinion: '陈老师突发疾病，同意更换', approval };
    const { comes: newcomer } = valueOf(await client.invoke('staff.replace', replacing, { actor: day.second }));

    clock.setWall('2022-11-19 08:05');
    const entry = checkInOf(cardAt(day, 0));
    const left = { ok: false, error: { code: 'actor-left', figures: { at: Date.parse('2022-11-19T07:40+08:00') } } };
    expect(await client.invoke('checkIn.confirm', entry, { actor: day.first })).toMatchObject(left);
    expect(await client.invoke('candidates.list', { room: ROOM }, { actor: day.first })).toMatchObject(left);
    const earlier = { actor: newcomer, occurredAt: clock.wall() - 60_000, reason: '漏记' };
    expect(await client.invoke('checkIn.confirm', entry, { ...earlier, second: day.first })).toMatchObject({
      error: { code: 'second-person-not-in-room' },
    });
    valueOf(await client.invoke('checkIn.confirm', entry, { ...earlier, second: day.second }));

    clock.setWall('2022-11-19 09:02');
    const missing = day.candidates.slice(1).map(({ candidate }) => candidate);
    valueOf(await client.invoke('absence.record', { ...PAPER, candidates: missing }, { actor: newcomer }));
    clock.setWall('2022-11-19 10:00');
    valueOf(await client.invoke('signal.give', { signal: 'end', paper: 'theory' }, { actor: newcomer }));
    valueOf(await client.invoke('paper.collect', collection(), { actor: newcomer }));
    expect(await sectionOf(client, newcomer, '更换监考员')).toEqual([
      [
        '',
        '',
        '07:40',
        '更换监考员',
        '钱接替 接替 陈监考；主考意见：陈老师突发疾病，同意更换；周主考当面批准',
        '林监考',
      ],
    ]);
    await signRecord(client, newcomer);
    await signRecord(client, day.second);
    const document = await issueRecord(client, newcomer);
    const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: newcomer }));
    const signed = pdfText(Buffer.from(bytes, 'base64')).replaceAll(/\s/g, '');
    expect(signed).toContain('（钱接替）');
    expect(signed).not.toContain('（陈监考）');
    expect(findInClear(folder.dataDir, ['钱接替', '突发疾病'])).toEqual([]);
  });
});

describe('a staff list at the exam office', () => {
  it('[ST2] brings everybody with a room, a first PIN each; known people are described, nothing lies in clear', async () => {
    const { client, folder } = await openStation();
    const chief = await makeDay(client);
    await importCsv(client, chief, { csv: ROSTER, binding: { kind: 'office' } });
    const by = { actor: chief };
    const file = await staffList([
      ['周主考', '主考', '', 13_900_000_000, '', '', '', '', ''],
      ['郑副考', '副主考', '', '024-88880001', '', '', '', '', ''],
      ['张监考', '监考员', '1', '13800000001', '', '信息工程学院', '', '是', '246802'],
      ['李监考', '监考员', '001', '13800000002', '', '', '', '√', ''],
      ['王监考', '监考员', '001', '13800000003', '', '', '', '已培训', ''],
      ['赵监考', '监考员', '002', '', '', '', '', '', ''],
      ['孙后勤', '后勤', '', '', '', '', '', '', ''],
    ]);
    const preview = valueOf(await client.invoke('staff.previewList', file, by));
    expect(preview.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'already-listed'],
      [7, 'room-full'],
      [8, 'room-untrained'],
      [9, 'role-unknown'],
    ]);
    const input = { preview: preview.preview, acceptLeftOut: true };
    expect(valueOf(await client.invoke('staff.import', input, by))).toMatchObject({ added: 5, described: 1 });

    const { people } = valueOf(await client.invoke('staff.initialPins', { forget: false }, by));
    expect(people.map(({ name, room }) => [name, room])).toEqual([
      ['郑副考', null],
      ['张监考', '001'],
      ['李监考', '001'],
      ['王监考', null],
      ['赵监考', null],
    ]);
    expect(people.find(({ name }) => name === '张监考')?.pin).toBe('246802');
    const pins = people.map(({ pin }) => pin);
    expect(pins.every((pin) => /^\d{6}$/.test(pin))).toBe(true);
    expect(new Set(pins).size).toBe(5);
    const [deputy, , invigilator] = people;
    expect(await client.invoke('staff.initialPins', { forget: false }, { actor: invigilator!.staff })).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
    valueOf(
      await client.invoke('staff.post', { staff: people[3]!.staff, room: as<RoomNo>('002') }, { actor: deputy!.staff }),
    );
    valueOf(await client.invoke('staff.initialPins', { forget: true }, by));
    expect(valueOf(await client.invoke('staff.initialPins', { forget: false }, by)).people).toEqual([]);

    // Brought by mistake he goes, and listed again he is somebody new.
    valueOf(await client.invoke('staff.remove', { staff: people[4]!.staff }, by));
    const again = valueOf(await client.invoke('staff.previewList', file, by));
    expect(again.people.filter(({ isKnown }) => !isKnown).map(({ name }) => name)).toEqual(['赵监考']);
    expect(await client.invoke('staff.remove', { staff: deputy!.staff }, by)).toMatchObject({
      error: { code: 'staff-has-acted' },
    });

    const contacts = valueOf(await client.invoke('contacts.read', {}, { actor: invigilator!.staff }));
    expect(contacts.people.map(({ name, phone }) => [name, phone])).toEqual([
      ['周主考', '13900000000'],
      ['郑副考', '024-88880001'],
    ]);
    expect(findInClear(folder.dataDir, ['李监考', '13800000002', '信息工程学院'])).toEqual([]);
  });

  it('[R05] whoever must keep away from a room is not put into it, and the refusal says why without naming anybody', async () => {
    const { client } = await openStation();
    const chief = await makeDay(client);
    await importCsv(client, chief, { csv: ROSTER, binding: { kind: 'office' } });
    const by = { actor: chief };
    const details = { ...NO_DETAILS, classes: '软件2301' };
    const enlisting = { role: 'invigilator', room: null, name: '冯班主任', pin: '246810' } as const;
    const described = { isTrained: true, details };
    const { staff } = valueOf(await client.invoke('staff.enlist', { ...enlisting, described }, by));
    const refused = await client.invoke('staff.post', { staff, room: ROOM }, by);
    expect(refused).toMatchObject({
      error: { code: 'recusal-needed', rule: 'R05', figures: { room: ROOM, kind: 'class', word: '软件2301' } },
    });
    const { staff: known } = valueOf(await client.invoke('staff.details', {}, by));
    const own = known.find((one) => one.staff === staff);
    expect(own?.conflicts.map(({ room }) => room)).toEqual([ROOM]);
    expect((await readState(client)).site.staff[staff]?.room).toBeNull();
  });
});
