import { describe, expect, it } from 'vitest';
import { buildRoomRecordContent } from '../../../../shared/documents/room-record.ts';
import { placeText } from '../../../../shared/documents/record-course.ts';
import type { RoomRecordInput } from '../../../../shared/documents/room-record-input.ts';
import { aDelay, anExtension, aPause, aTroubledRecord, aWithdrawal } from '../../../support/record-course.ts';
import { seats } from '../../../support/course-acts.ts';
import { aPerson, aRecordInput, aTime, shanghai } from '../../../support/room-record.ts';

function rowsOf(input: Partial<RoomRecordInput>, title: string): readonly (readonly string[])[] {
  const { sections } = buildRoomRecordContent(aRecordInput(input));
  return sections.find((section) => section.title === title)?.rows ?? [];
}

function textOf(adjustment: RoomRecordInput['adjustments'][number]): string | undefined {
  return rowsOf({ adjustments: [adjustment] }, '考试时间调整')[0]?.[4];
}

function factOf(input: Partial<RoomRecordInput>, label: string): string | undefined {
  return buildRoomRecordContent(aRecordInput(input)).facts.find((fact) => fact.label === label)?.value;
}

describe('the course of the day on 考场情况记录单', () => {
  it('lists each adjustment with what it did, its reason, who approved it and whether the exam system has it', () => {
    expect(rowsOf({ adjustments: [aPause(), anExtension()] }, '考试时间调整')).toEqual([
      ['', '', '09:20', '暂停', '09:38 恢复，中断 18 分；原因：机房停电', '李监考、周巡'],
      [
        '',
        '',
        '09:38',
        '延时',
        '全考场延长 18 分，结束时间 10:30 改为 10:48；停止入场顺延到 09:48；原因：机房停电，发电机切换后恢复；陈主考当面批准；考试系统 09:42 已设置（王技术）',
        '李监考、周巡',
      ],
    ]);
  });

  it('names the seats that an extension is for, and what still waits for the exam system', () => {
    const text = textOf(
      anExtension({ seats: seats(11, 12, 13, 14, 20), cutoffAt: null, inSystem: 'pending', minutes: 7 }),
    );
    expect(text).toMatch(/^11–14、20 号座位延长 7 分/);
    expect(text).toMatch(/陈主考当面批准；待考试系统确认$/);
  });

  it('says of a delay from when to when the start was put off, and that the chief was called', () => {
    const delay = aDelay({ approval: { name: '陈主考', how: 'phone' }, inSystem: 'pending' });
    expect(textOf(delay)).toBe(
      '开考时间 09:00 改为 09:15；原因：机房停电，发电机切换后恢复；陈主考电话批准；待考试系统确认',
    );
  });

  it('says of a withdrawal what it takes back and what counts again', () => {
    expect(textOf(aWithdrawal())).toBe(
      '撤回 09:38 登记的全考场延时，结束时间 10:48 改为 10:30；原因：登记有误；陈主考当面批准',
    );
    expect(textOf(aWithdrawal({ inSystem: 'pending' }))).toMatch(/待考试系统改回$/);
    const inSystem = { time: aTime(shanghai(10, 9)), technician: '' };
    expect(textOf(aWithdrawal({ inSystem }))).toMatch(/考试系统 10:09 已改回$/);
    const ofDelay = aWithdrawal({
      of: 'delay',
      from: shanghai(9, 15),
      to: shanghai(9, 0),
      ofTime: aTime(shanghai(8, 50)),
    });
    expect(textOf(ofDelay)).toMatch(/^撤回 08:50 登记的延迟开考，开考时间 09:15 改为 09:00/);
  });

  it('says one time where nothing moved', () => {
    const again = { from: shanghai(9, 0), to: shanghai(9, 0) };
    expect(textOf(aDelay(again))).toMatch(/^开考时间 09:00；/);
  });

  it('expects no word of the exam system for what was withdrawn before it was set there', () => {
    expect(textOf(anExtension({ inSystem: null }))).toMatch(/陈主考当面批准$/);
  });

  it('says that a pause lasts, and counts the seconds of one that does not', () => {
    expect(textOf(aPause({ resumed: null, lostMs: 0, why: '' }))).toBe('尚未恢复');
    expect(textOf(aPause({ lostMs: 1_104_000, why: '' }))).toBe('09:38 恢复，中断 18 分 24 秒');
    expect(textOf(aPause({ lostMs: 40_000, why: '' }))).toBe('09:38 恢复，中断 40 秒');
    expect(textOf(aPause({ lostMs: 0, why: '' }))).toBe('09:38 恢复，中断 0 秒');
  });

  it('marks what was entered later, and whose time is in doubt', () => {
    const late = aPause({ time: aTime(shanghai(9, 20), { at: shanghai(9, 50), timeInDoubt: true }) });
    expect(rowsOf({ adjustments: [late] }, '考试时间调整')[0]?.[2]).toBe('09:20（09:50 补录，时间待核）');
  });

  it('keeps the adjustments as one went on from the other, also where one was entered later', () => {
    const later = aTime(shanghai(9, 35), { at: shanghai(9, 50) });
    const adjustments = [
      anExtension({ time: aTime(shanghai(9, 40)), from: shanghai(10, 30), to: shanghai(10, 40) }),
      anExtension({ time: later, from: shanghai(10, 40), to: shanghai(10, 43) }),
    ];
    expect(rowsOf({ adjustments }, '考试时间调整').map((row) => row[2])).toEqual(['09:40', '09:35（09:50 补录）']);
  });

  it('gives the times by the plan and as they became', () => {
    expect(factOf({}, '计划时间')).toBe('09:00–10:30');
    const adjusted = { startsAt: shanghai(9, 0), endsAt: shanghai(10, 48) };
    expect(factOf({ adjusted }, '计划时间')).toBe('09:00–10:30，调整为 09:00–10:48');
  });

  it('lists the seats that ended later: when they were to end, when they did, and what the exam system has not confirmed', () => {
    const first = { seats: seats(11, 12, 13, 14), endsAt: shanghai(10, 55), isPending: false, ended: null };
    const second = { ...first, seats: seats(20), endsAt: shanghai(10, 58), ended: aTime(shanghai(10, 59)) };
    const seatEnds = [first, { ...second, isPending: true }];
    expect(rowsOf({ seatEnds }, '延时座位').map((row) => row.slice(2))).toEqual([
      ['10:55', '未确认', '11–14 号座位'],
      ['10:58', '10:59', '20 号座位；待考试系统确认'],
    ]);
    expect(factOf({ seatEnds }, '实际结束')).toBe('10:30（延时座位另列）');
    expect(factOf({}, '实际结束')).toBe('10:30');
  });

  it('says which way of passing to this paper the chief chose, and what he chose instead', () => {
    const approval = { name: '陈主考', how: 'present' } as const;
    const chosen = { time: aTime(shanghai(9, 50)), mode: 'stay', approval, by: ['李监考'] } as const;
    const instead = { ...chosen, time: aTime(shanghai(9, 55)), mode: 're-enter' } as const;
    expect(rowsOf({ seatings: [chosen, instead] }, '连场').map((row) => row.slice(2))).toEqual([
      ['09:50', '留座连场', '陈主考当面批准', '李监考'],
      ['09:55', '离场重进', '陈主考当面批准', '李监考'],
    ]);
  });

  it('[ST7] says who took whose place, by which opinion and approval', () => {
    const approval = { name: '陈主考', how: 'present' } as const;
    const told = { time: aTime(shanghai(7, 40)), leaves: '李监考', comes: '钱接替', approval, by: ['周巡'] };
    expect(rowsOf({ replacements: [{ ...told, opinion: '突发疾病，同意更换' }] }, '更换监考员')).toEqual([
      ['', '', '07:40', '更换监考员', '钱接替 接替 李监考；主考意见：突发疾病，同意更换；陈主考当面批准', '周巡'],
    ]);
  });

  it('says when two people set the clock and when the chief ratified it', () => {
    expect(rowsOf({ clockActs: aTroubledRecord().clockActs }, '时钟')).toEqual([
      ['', '', '08:31', '按标准时间校准', '08:12:00 改为 08:31:00', '李监考、周巡'],
      ['', '', '09:50', '主考核实时间', '此前标注“时间待核”的记录，时间经主考核实', '陈主考'],
    ]);
  });

  it('names who was put out of the exam, and who was let in although something stood against it', () => {
    const { cancellations, exemptions } = aTroubledRecord();
    expect(rowsOf({ cancellations }, '取消考试资格')[0]?.slice(3)).toEqual([
      '10:40',
      '依据违纪 A#171；原因：夹带资料，经核对属实；陈主考当面批准',
      '李监考',
    ]);
    const both = [
      { ...exemptions[0], person: aPerson(20, '许文强'), despite: ['absent-before', 'eligibility-cancelled'] },
    ];
    expect(rowsOf({ exemptions: both as never }, '经批准入场')[0]?.[4]).toBe(
      '上一科缺考；已取消考试资格；陈主考电话批准',
    );
  });

  it('says of somebody who was put out before that he did not just stay away', () => {
    const one = { person: aPerson(12, '潘超兰'), time: aTime(shanghai(11, 0)), refused: null, isCancelled: true };
    const refused = aTime(shanghai(10, 41));
    const absent = [one, { ...one, refused }, { ...one, isCancelled: false }];
    expect(rowsOf({ absent }, '缺考').map((row) => row[4])).toEqual([
      '已取消考试资格',
      '已取消考试资格；10:41 到场，拒绝入场',
      '',
    ]);
  });

  it('has no list of what hardly ever happens on a day on which it did not', () => {
    const titles = buildRoomRecordContent(aRecordInput()).sections.map(({ title }) => title);
    expect(titles).toContain('考试时间调整');
    expect(titles).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(延时座位|连场|时钟|取消考试资格|经批准入场)$/)]),
    );
  });

  it('writes seats in runs', () => {
    expect(placeText(seats(3, 1, 2, 7))).toBe('1–3、7 号座位');
    expect(placeText(seats(1, 3))).toBe('1、3 号座位');
    expect(placeText(null)).toBe('全考场');
  });
});
