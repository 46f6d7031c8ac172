import { describe, expect, it } from 'vitest';
import { contentDifferences } from '../../../../shared/documents/content-differences.ts';
import { buildIncidentReportContent } from '../../../../shared/documents/incident-report.ts';
import { buildRoomRecordContent } from '../../../../shared/documents/room-record.ts';
import type { RoomRecordInput } from '../../../../shared/documents/room-record-input.ts';
import { buildViolationNoticeContent } from '../../../../shared/documents/violation-notice.ts';
import { aNoticeInput, aReportInput } from '../../../support/incident-papers.ts';
import { aNote, aPerson, aRecordInput, aTime, aViolation, shanghai } from '../../../support/room-record.ts';

const ABSENT = '（无此项）';
const record = (overrides: Partial<RoomRecordInput> = {}) => buildRoomRecordContent(aRecordInput(overrides));
const late = (minute: number) => ({
  person: aPerson(5, '吴欣欣'),
  time: aTime(shanghai(9, minute)),
  lateMinutes: minute,
});

describe('what differs between two contents of one paper', () => {
  it('[CP3] finds nothing in equal ones, and nothing in rows that only stand elsewhere', () => {
    const content = record({ notes: [aNote({ text: '甲' }), aNote({ text: '乙' })] });
    const turned = {
      ...content,
      sections: content.sections.map((one) => ({ ...one, rows: one.rows.toReversed() })),
    };

    expect(contentDifferences(content, record({ notes: [aNote({ text: '甲' }), aNote({ text: '乙' })] }))).toEqual([]);
    expect(contentDifferences(content, turned)).toEqual([]);
  });

  it('[CP3] says facts and counts by their labels, rows that are gone, added and changed by the person', () => {
    const before = record({
      counts: { expected: 40, present: 40, late: 1, absent: 0, notYet: 0, unlisted: 0 },
      late: [late(5)],
      notes: [aNote()],
    });
    const after = record({
      counts: { expected: 40, present: 39, late: 1, absent: 1, notYet: 0, unlisted: 0 },
      late: [late(8)],
      absent: [{ person: aPerson(17, '周莉浩'), time: aTime(shanghai(9, 30)), refused: null, isCancelled: false }],
      place: '实训楼202机房',
    });

    expect(contentDifferences(before, after)).toEqual([
      { where: '表头', what: '考场', before: '001；实训楼201机房', after: '001；实训楼202机房' },
      { where: '人数', what: '实到', before: '40', after: '39' },
      { where: '人数', what: '缺考', before: '0', after: '1' },
      { where: '缺考', what: '17 周莉浩', before: ABSENT, after: '准考证号 221137010000017；登记时间 09:30' },
      {
        where: '迟到',
        what: '05 吴欣欣',
        before: '入场时间 09:05；迟到 5 分',
        after: '入场时间 09:08；迟到 8 分',
      },
      {
        where: '登录信息纠正',
        what: '08 郑宁英',
        before: '时间 08:52；内容 准考证号误输一位，重新登录后正常；记录人 李监考',
        after: ABSENT,
      },
    ]);
  });

  it('[CP3] says two changed rows of one person as gone and added, and a row less of several equal ones', () => {
    const two = record({ notes: [aNote({ text: '甲' }), aNote({ text: '乙' })] });
    const other = record({ notes: [aNote({ text: '丙' }), aNote({ text: '丁' })] });
    const twice = record({ notes: [aNote({ text: '甲' }), aNote({ text: '甲' })] });

    expect(contentDifferences(two, other).map(({ before, after }) => [before === ABSENT, after === ABSENT])).toEqual([
      [false, true],
      [false, true],
      [true, false],
      [true, false],
    ]);
    expect(contentDifferences(twice, record({ notes: [aNote({ text: '甲' })] }))).toMatchObject([
      { what: '08 郑宁英', after: ABSENT },
    ]);
  });

  it('[CP3] says a list that only one of them has, and a count that came up', () => {
    const seating = {
      time: aTime(shanghai(8, 50)),
      mode: 'stay',
      approval: { name: '陈', how: 'present' },
      by: ['李'],
    } as const;
    const after = record({ seatings: [seating], counts: { ...aRecordInput().counts, unlisted: 1 } });

    expect(contentDifferences(record(), after)).toEqual([
      { where: '人数', what: '名单外', before: ABSENT, after: '1' },
      {
        where: '连场',
        what: '',
        before: ABSENT,
        after: '时间 08:50；事项 留座连场；情况 陈当面批准；记录人 李',
      },
    ]);
    expect(contentDifferences(after, record())).toHaveLength(2);
  });

  it('[CP3] reads a notice by what it states, once for both parts', () => {
    const before = buildViolationNoticeContent(aNoticeInput());
    const after = buildViolationNoticeContent(
      aNoticeInput({ violation: aViolation({ discovery: 'video', person: aPerson(12, '潘超蓝') }) }),
    );

    expect(contentDifferences(before, after)).toEqual([
      { where: '内容', what: '考生姓名', before: '潘超兰', after: '潘超蓝' },
      { where: '内容', what: '发现途径', before: '现场发现', after: '审看录像发现' },
      { where: '内容', what: '暂扣物品', before: '手机一部；准考证', after: '无' },
    ]);
  });

  it('[CP3] reads a report by its figures, statements and lists', () => {
    const before = buildIncidentReportContent(aReportInput());
    const after = buildIncidentReportContent(aReportInput({ inRoom: 36 }));

    expect(contentDifferences(before, after)).toEqual([
      { where: '人数', what: '受影响', before: '37 人', after: '36 人' },
    ]);
  });
});
