import { describe, expect, it } from 'vitest';
import { buildRoomRecordContent } from '../../../../shared/documents/room-record.ts';
import { signedPaperDigestInput } from '../../../../shared/documents/signed-paper.ts';
import type { RoomRecordInput } from '../../../../shared/documents/room-record-input.ts';
import {
  aNote,
  aPerson,
  aRecordInput,
  aTime,
  aUsualRecord,
  aViolation,
  shanghai,
} from '../../../support/room-record.ts';

function rowsOf(input: Partial<RoomRecordInput>, title: string): readonly (readonly string[])[] {
  const found = buildRoomRecordContent(aRecordInput(input)).sections.find((section) => section.title === title);
  if (found === undefined) throw new Error(`no section ${title}`);
  return found.rows;
}

function factOf(input: Partial<RoomRecordInput>, label: string): string | undefined {
  return buildRoomRecordContent(aRecordInput(input)).facts.find((fact) => fact.label === label)?.value;
}

describe('the content of 考场情况记录单', () => {
  it('holds every text of a usual day', () => {
    const { sections, ...content } = buildRoomRecordContent(aUsualRecord());

    expect(content).toEqual({
      kind: 'room-record',
      title: '考场情况记录单',
      exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
      roomLabel: '考场',
      room: '001',
      place: '实训楼201机房',
      paper: '理论考试',
      facts: [
        { label: '考核站点', value: '样例职业技术学院考点' },
        { label: '考试计划', value: '2022年11月Python计划' },
        { label: '级别', value: '初级 30 · 中级 10' },
        { label: '考试日期', value: '2022年11月20日 星期日' },
        { label: '规则', value: '2022 版' },
        { label: '计划时间', value: '09:00–10:30' },
        { label: '实际开考', value: '09:00' },
        { label: '实际结束', value: '10:30' },
        { label: '收卷', value: '10:31' },
        { label: '全部交卷', value: '技术支持已确认' },
      ],
      counts: [
        { label: '应到', value: '40' },
        { label: '实到', value: '37' },
        { label: '缺考', value: '3' },
        { label: '其中迟到', value: '2' },
        { label: '已交卷', value: '36' },
        { label: '违纪', value: '1' },
      ],
      sumLines: ['应到 40 = 实到 37 + 缺考 3', '迟到 2（含在实到内）'],
      source: { roomNo: '001', paper: 'theory', kind: 'real' },
    });
    expect(sections.map(({ title, columns, rows }) => [title, columns.slice(2), rows])).toEqual([
      ['考试时间调整', ['时间', '事项', '情况', '记录人'], []],
      [
        '缺考',
        ['准考证号', '登记时间', '备注'],
        [
          ['17', '周莉浩', '221137010000017', '09:30', ''],
          ['24', '李𬱖', '221137010000024', '09:30', ''],
          ['31', '买买提·阿依古丽', '221137010000031', '09:32', '09:31 到场，拒绝入场'],
        ],
      ],
      [
        '迟到',
        ['准考证号', '入场时间', '迟到'],
        [
          ['05', '吴欣欣', '221137010000005', '09:05', '5 分'],
          ['22', '冯静阳', '221137010000022', '09:12（09:40 补录）', '12 分'],
        ],
      ],
      [
        '拒绝入场',
        ['准考证号', '时间', '原因'],
        [['31', '买买提·阿依古丽', '221137010000031', '09:31', '迟到超过截止时间']],
      ],
      [
        '违纪',
        ['准考证号', '时间', '编号', '代码', '行为与事实', '记录人'],
        [
          [
            '12',
            '潘超兰',
            '221137010000012',
            '09:42',
            'A#171',
            '54',
            '旁窥、交头接耳、互打暗号或手势（现场发现）；事实：与 13 号座位考生交头接耳，经口头警告后再犯；暂扣物品：手机一部；准考证暂扣',
            '李监考、周巡',
          ],
        ],
      ],
      [
        '口头警告',
        ['准考证号', '时间', '编号', '代码', '行为与事实', '记录人'],
        [
          [
            '12',
            '潘超兰',
            '221137010000012',
            '09:38',
            'A#160',
            '54',
            '旁窥、交头接耳、互打暗号或手势（现场发现）',
            '周巡',
          ],
        ],
      ],
      [
        '监考管理系统未登记',
        ['准考证号', '时间', '事项'],
        [['12', '潘超兰', '221137010000012', '09:42', '违纪 54 旁窥、交头接耳、互打暗号或手势']],
      ],
      [
        '登录信息纠正',
        ['时间', '内容', '记录人'],
        [['08', '郑宁英', '08:52', '准考证号误输一位，重新登录后正常', '李监考']],
      ],
      ['换座、换机', ['时间', '内容', '记录人'], []],
      [
        '交卷情况',
        ['准考证号', '时间', '情况'],
        [
          ['09', '何霞佳', '221137010000009', '10:02', '提前交卷，10:05 离场，监考员与技术支持确认'],
          ['14', '林文玲', '221137010000014', '09:10', '退出全屏，考试系统自动交卷'],
          ['40', '张刚翔', '221137010000040', '', '未交卷：死机，作答文件由技术支持拷出'],
        ],
      ],
      [
        '设备与监控',
        ['时间', '内容', '记录人'],
        [['', '', '08:20', '2 号摄像头画面停顿，技术支持重启后正常', '李监考']],
      ],
      ['突发事件', ['时间', '内容', '记录人'], []],
      ['其他', ['时间', '内容', '记录人'], []],
    ]);
  });

  it('says 无 in every list of a day on which nothing happened', () => {
    const { sections, counts, sumLines } = buildRoomRecordContent(aRecordInput());

    expect(sections.map(({ rows, emptyText }) => [rows.length, emptyText])).toEqual(
      Array.from({ length: 13 }, () => [0, '无']),
    );
    expect(counts.map(({ value }) => value)).toEqual(['40', '40', '0', '0', '40', '0']);
    expect(sumLines).toEqual(['应到 40 = 实到 40 + 缺考 0', '迟到 0']);
  });

  it('points in every list at a column that takes the long texts, and at cells for every heading', () => {
    for (const { columns, rows, wideColumn } of buildRoomRecordContent(aUsualRecord()).sections) {
      expect(columns.slice(0, 2)).toEqual(['座位', '姓名']);
      expect(['备注', '迟到', '原因', '行为与事实', '事项', '内容', '情况']).toContain(columns[wideColumn]);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('keeps the sum whole where somebody is neither in nor marked absent, and counts 名单外 apart', () => {
    const counts = { expected: 40, present: 36, late: 0, absent: 1, notYet: 3, unlisted: 2 };
    const content = buildRoomRecordContent(aRecordInput({ counts }));

    expect(content.sumLines[0]).toBe('应到 40 = 实到 36 + 缺考 1 + 未到未登记 3');
    expect(content.counts).toContainEqual({ label: '未到未登记', value: '3' });
    expect(content.counts).toContainEqual({ label: '名单外', value: '2' });
  });

  it('refuses counts that do not add up', () => {
    const counts = { expected: 40, present: 37, late: 2, absent: 3, notYet: 0, unlisted: 0 };
    const build = (changed: Partial<typeof counts>) => () =>
      buildRoomRecordContent(aRecordInput({ counts: { ...counts, ...changed } }));

    expect(build({})).not.toThrow();
    expect(build({ absent: 2 })).toThrow(RangeError);
    expect(build({ late: 38 })).toThrow(RangeError);
  });

  it('says what nobody has confirmed, and that people changed after 收卷', () => {
    const time = aTime(shanghai(10, 31));
    expect(factOf({ actualStart: null }, '实际开考')).toBe('未确认');
    expect(factOf({ actualEnd: null }, '实际结束')).toBe('未确认');
    expect(factOf({ plan: '' }, '考试计划')).toBe('未登记');
    expect(factOf({ collection: null }, '收卷')).toBe('尚未收卷');
    expect(factOf({ collection: null }, '全部交卷')).toBe('技术支持未确认');
    expect(factOf({ collection: { time, isConfirmedByTechnician: false, hasDrifted: true } }, '收卷')).toBe(
      '10:31，此后人数有变',
    );
    expect(factOf({ collection: { time, isConfirmedByTechnician: false, hasDrifted: true } }, '全部交卷')).toBe(
      '技术支持未确认',
    );
  });

  it('prints both times of what was recorded later, and a doubt about the time', () => {
    const late = (time: ReturnType<typeof aTime>) =>
      rowsOf({ late: [{ person: aPerson(1, '甲'), time, lateMinutes: 0 }] }, '迟到')[0]?.slice(3);

    expect(late(aTime(shanghai(9, 0)))).toEqual(['09:00', '不足 1 分']);
    expect(late(aTime(shanghai(9, 0), { timeInDoubt: true }))?.[0]).toBe('09:00（时间待核）');
    expect(late(aTime(shanghai(9, 0), { at: shanghai(9, 50), timeInDoubt: true }))?.[0]).toBe(
      '09:00（09:50 补录，时间待核）',
    );
  });

  it('puts rows in order of seat, then of time; the room first, people of no list last', () => {
    const stranger = { seat: null, name: '', ticket: '99' };
    const incident = (person: ReturnType<typeof aPerson> | null | typeof stranger, minute: number) =>
      aNote({ kind: 'incident', person, time: aTime(shanghai(9, minute)), text: String(minute) });
    const rows = rowsOf(
      {
        notes: [
          incident(stranger, 1),
          incident(aPerson(10, '甲'), 9),
          incident(aPerson(2, '乙'), 30),
          incident(null, 50),
          incident(aPerson(10, '甲'), 3),
        ],
      },
      '突发事件',
    );

    expect(rows.map(([seat, name, , text]) => [seat, name, text])).toEqual([
      ['', '', '50'],
      ['02', '乙', '30'],
      ['10', '甲', '3'],
      ['10', '甲', '9'],
      ['', '名单外人员', '1'],
    ]);
  });

  it('sets a text of several lines in one', () => {
    const rows = rowsOf({ notes: [aNote({ kind: 'other', text: ' 第一行\r\n\t第二行\u0000 ' })] }, '其他');

    expect(rows[0]?.[3]).toBe('第一行 第二行');
  });

  it('keeps a code that its catalogue does not have', () => {
    expect(rowsOf({ violations: [aViolation({ code: '88' })] }, '违纪')[0]?.slice(5, 7)).toEqual([
      '88',
      '本机目录未列的代码（现场发现）；事实：与 13 号座位考生交头接耳，经口头警告后再犯',
    ]);
  });

  it('[R35] names an absence that the exam system does not have, and one that it should have no more', () => {
    const absence = { person: aPerson(3, '甲'), time: aTime(shanghai(9, 30)), code: null };
    const unregistered = [
      { ...absence, isOvertaken: false },
      { ...absence, person: aPerson(4, '乙'), isOvertaken: true },
    ];

    expect(rowsOf({ unregistered }, '监考管理系统未登记').map((row) => row.at(-1))).toEqual([
      '缺考',
      '缺考；系统中已登记，本机已更正，待在系统中撤销',
    ]);
  });

  it('says of somebody turned away that he was let in after all, and when', () => {
    const turnedAway = {
      person: aPerson(3, '甲'),
      time: aTime(shanghai(8, 40)),
      reason: 'documents',
      note: '',
    } as const;
    const refused = [{ ...turnedAway, admitted: aTime(shanghai(8, 52)) }];

    expect(rowsOf({ refused }, '拒绝入场')[0]?.at(-1)).toBe('证件不齐；08:52 已入场');
  });

  it('leaves out of a text what shows nothing, and keeps the form that a name chooses', () => {
    const note = {
      ...aNote({ kind: 'other', person: aPerson(3, '葛\u{E0101}明') }),
      text: '换\u200b了\ufe0f鼠\u202e标\ufeff',
    };

    expect(rowsOf({ notes: [note] }, '其他')[0]).toEqual(['03', '葛\u{E0101}明', '08:52', '换了鼠标', note.by]);
  });

  it('[R32] says who confirmed an early leave, also where no submission stands', () => {
    const early = [
      {
        person: aPerson(3, '甲'),
        submitted: null,
        left: aTime(shanghai(10, 5)),
        confirmedBy: 'invigilator' as const,
      },
    ];
    const submissions = { submitted: 40, early, forced: [], notSubmitted: [] };

    expect(rowsOf({ submissions }, '交卷情况')[0]?.slice(3)).toEqual(['', '提前交卷，10:05 离场，监考员确认']);
  });

  it('keeps its digest whatever is printed, and changes it with every fact', () => {
    const input = aUsualRecord();
    const digestInput = (overrides: Partial<RoomRecordInput>) =>
      signedPaperDigestInput(buildRoomRecordContent({ ...input, ...overrides }));
    const plain = digestInput({});

    expect(digestInput({ absent: input.absent.toReversed() })).toBe(plain);
    const changed = [
      digestInput({ kind: 'rehearsal' }),
      digestInput({ actualEnd: null }),
      digestInput({ violations: [aViolation()] }),
      digestInput({ notes: [] }),
    ];
    expect(new Set([plain, ...changed]).size).toBe(5);
  });
});
