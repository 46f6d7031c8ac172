import { describe, expect, it } from 'vitest';
import { buildIncidentReportContent, type IncidentReportInput } from '../../../../shared/documents/incident-report.ts';
import { as, type SeatNo } from '../../../../shared/ids.ts';
import { aReportInput } from '../../../support/incident-papers.ts';
import { aNote, aPerson, aTime, shanghai } from '../../../support/room-record.ts';

const CALLED = { name: '陈主考', how: 'phone' } as const;
const seat = (no: number) => as<SeatNo>(no);

const PAUSE = {
  kind: 'pause',
  time: aTime(shanghai(9, 10)),
  by: ['李监考'],
  why: '停电',
  resumed: aTime(shanghai(9, 28)),
  lostMs: 18 * 60_000,
} as const;

const EXTENSION = {
  kind: 'extension',
  time: aTime(shanghai(9, 29)),
  by: ['李监考', '周巡'],
  why: '补足停电时间',
  approval: CALLED,
  inSystem: { time: aTime(shanghai(9, 33)), technician: '孙技术' },
  seats: null,
  minutes: 18,
  from: shanghai(10, 30),
  to: shanghai(10, 48),
  cutoffAt: null,
} as const;

const MOVED = {
  person: aPerson(7, '王芳'),
  time: aTime(shanghai(9, 31)),
  from: seat(7),
  to: seat(38),
  why: '7 号机来电后无法启动',
  approval: { name: '陈主考', how: 'present' },
  by: ['李监考'],
} as const;

function measuresOf(input: Partial<IncidentReportInput>): readonly (readonly string[])[] {
  return buildIncidentReportContent(aReportInput(input)).sections[0]?.rows ?? [];
}

function countOf(input: Partial<IncidentReportInput>, label: string): string | undefined {
  return buildIncidentReportContent(aReportInput(input)).counts.find((one) => one.label === label)?.value;
}

describe('the content of 突发事件报告', () => {
  it('holds what happened, the figures, the measures in order of time and who was moved', () => {
    const input = aReportInput({
      adjusted: { startsAt: shanghai(9, 0), endsAt: shanghai(10, 48) },
      adjustments: [EXTENSION, PAUSE],
      seatChanges: [MOVED],
      notes: [
        { ...aReportInput().incident, number: 'A#88' },
        { ...aNote({ kind: 'seat-or-machine', time: aTime(shanghai(9, 30)), text: '重启后断点续考' }), number: 'A#95' },
      ],
    });

    expect(buildIncidentReportContent(input)).toEqual({
      kind: 'incident-report',
      title: '突发事件报告',
      exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
      roomLabel: '考场',
      room: '001',
      place: '实训楼201机房',
      paper: '理论考试',
      facts: [
        { label: '考核站点', value: '样例职业技术学院考点' },
        { label: '考试计划', value: '2022年11月Python计划' },
        { label: '考试日期', value: '2022年11月20日 星期日' },
        { label: '考试时间', value: '09:00–10:30，调整为 09:00–10:48' },
        { label: '记录编号', value: 'A#88' },
      ],
      counts: [
        { label: '考试中断', value: '18 分' },
        { label: '受影响', value: '37 人' },
        { label: '结束时间', value: '10:48' },
      ],
      statements: [
        { label: '发生时间', value: '09:10' },
        { label: '范围', value: '全考场' },
        { label: '经过', value: '整栋楼停电，考生机黑屏' },
        { label: '记录人', value: '李监考' },
      ],
      sections: [
        {
          title: '处置经过',
          columns: ['座位', '姓名', '时间', '事项', '情况', '记录人'],
          rows: [
            ['', '', '09:10', '暂停', '09:28 恢复，中断 18 分；原因：停电', '李监考'],
            [
              '',
              '',
              '09:29',
              '延时',
              '全考场延长 18 分，结束时间 10:30 改为 10:48；原因：补足停电时间；陈主考电话批准；考试系统 09:33 已设置（孙技术）',
              '李监考、周巡',
            ],
            ['08', '郑宁英', '09:30', '换座、换机', '重启后断点续考', '李监考'],
            ['07', '王芳', '09:31', '换座', '07 号换到 38 号；原因：7 号机来电后无法启动；陈主考当面批准', '李监考'],
          ],
          emptyText: '本机没有记录处置（暂停、延时、换座、换机）',
          wideColumn: 4,
        },
        {
          title: '受影响考生',
          columns: ['座位', '姓名', '准考证号', '情况'],
          rows: [['07', '王芳', '221137010000007', '换座 07 号到 38 号']],
          emptyText: '全考场在场 37 人，名单见考场情况记录单和考生签到表',
          wideColumn: 3,
        },
      ],
      source: { roomNo: '001', paper: 'theory', kind: 'real' },
    });
  });

  it('leaves out what was over or noted before, and what is no measure', () => {
    const incident = aNote({ kind: 'incident', person: null, time: aTime(shanghai(9, 40)) });
    const notes = [
      { ...aNote({ kind: 'equipment', time: aTime(shanghai(9, 39)) }), number: 'A#50' },
      { ...aNote({ kind: 'login-corrected', time: aTime(shanghai(9, 45)) }), number: 'A#51' },
    ];

    expect(measuresOf({ incident, notes, adjustments: [PAUSE, EXTENSION], seatChanges: [MOVED] })).toEqual([]);
  });

  it('takes in a pause that was pressed before there was time to note why', () => {
    const noted = { incident: aNote({ kind: 'incident', person: null, time: aTime(shanghai(9, 14)) }) };
    const lasting = { ...PAUSE, resumed: null, lostMs: 0 };

    expect(measuresOf({ ...noted, adjustments: [PAUSE] })).toHaveLength(1);
    expect(countOf({ ...noted, adjustments: [PAUSE] }, '考试中断')).toBe('18 分');
    expect(countOf({ ...noted, adjustments: [lasting] }, '考试中断')).toBe('尚未恢复');
  });

  it('counts a minute that two pauses cover once, in whatever order they were entered', () => {
    const second = { ...PAUSE, time: aTime(shanghai(9, 20)), resumed: aTime(shanghai(9, 31)) };
    const within = { ...PAUSE, time: aTime(shanghai(9, 12)), resumed: aTime(shanghai(9, 15)) };

    expect(countOf({ adjustments: [second, PAUSE, within] }, '考试中断')).toBe('21 分');
    expect(countOf({ adjustments: [] }, '考试中断')).toBe('0 分');
  });

  it('keeps to the one candidate whom the incident is about', () => {
    const person = aPerson(7, '王芳');
    const incident = aNote({ kind: 'incident', person, time: aTime(shanghai(9, 10)), text: '7 号机死机' });
    const ofSeats = (seats: readonly number[]) => ({ ...EXTENSION, seats: seats.map(seat) });
    const input = {
      incident,
      adjustments: [ofSeats([38]), ofSeats([12]), PAUSE],
      seatChanges: [MOVED, { ...MOVED, person: aPerson(12, '潘超兰') }],
      notes: [
        { ...aNote({ kind: 'equipment', person: aPerson(12, '潘超兰'), time: aTime(shanghai(9, 20)) }), number: 'A#9' },
      ],
    };

    expect(measuresOf(input).map((row) => [row[3], row[4]?.slice(0, 8)])).toEqual([
      ['暂停', '09:28 恢复'],
      ['延时', '38 号座位延长'],
      ['换座', '07 号换到 3'],
    ]);
    expect(countOf(input, '受影响')).toBe('1 人');
    const content = buildIncidentReportContent(aReportInput(input));
    expect(content.statements[1]).toEqual({ label: '范围', value: '07 号座位 王芳；221137010000007' });
    expect(content.sections[1]?.rows).toEqual([
      ['07', '王芳', '221137010000007', '本次事件'],
      ['07', '王芳', '221137010000007', '换座 07 号到 38 号'],
    ]);
  });

  it('names no seat of somebody who has none, and no plan where the roster has none', () => {
    const person = { seat: null, name: '?', ticket: '?' };
    const content = buildIncidentReportContent(
      aReportInput({ plan: '', incident: aNote({ kind: 'incident', person, time: aTime(shanghai(9, 10)) }) }),
    );

    expect(content.facts[1]).toEqual({ label: '考试计划', value: '未登记' });
    expect(content.sections[1]?.rows).toEqual([['', '?', '?', '本次事件']]);
  });

  it('says a withdrawn extension of a whole room, and of a seat only in its own report', () => {
    const withdrawal = {
      kind: 'withdrawal',
      of: 'extension',
      seats: [seat(12)],
      ofTime: aTime(shanghai(9, 29)),
      time: aTime(shanghai(9, 35)),
      by: ['李监考'],
      why: '误操作',
      approval: CALLED,
      inSystem: null,
      from: shanghai(10, 48),
      to: shanghai(10, 30),
    } as const;
    const incident = aNote({ kind: 'incident', person: aPerson(7, '王芳'), time: aTime(shanghai(9, 10)) });

    expect(measuresOf({ adjustments: [withdrawal] })).toHaveLength(1);
    expect(measuresOf({ incident, adjustments: [withdrawal] })).toHaveLength(0);
    expect(measuresOf({ incident, adjustments: [{ ...withdrawal, seats: null }] })).toHaveLength(1);
  });
});
