import { describe, expect, it } from 'vitest';
import * as rules from '../../../../shared/domain/roster-cell-rules.ts';
import { aCell } from '../../../support/roster-tables.ts';

type Value = string | number | null | Date;

function said(reading: rules.Reading<unknown>): readonly [unknown, ...string[]] {
  return [reading.value, ...reading.findings.map((finding) => `${finding.severity} ${finding.code}`)];
}

describe('readTicket', () => {
  it.each<[Value, unknown[]]>([
    ['0221137', ['0221137']],
    ['２２１１ ３７', ['221137', 'repaired full-width-digits', 'repaired surrounding-blanks']],
    [221137, [null, 'error ticket-is-number']],
    ['2.21137E+14', [null, 'error ticket-is-number']],
    [new Date(0), [null, 'error ticket-is-number']],
    [' ', [null, 'error missing-ticket']],
    ['#N/A', [null, 'error missing-ticket']],
    [null, [null, 'error missing-ticket']],
  ])('%j → %j', (value, expected) => {
    expect(said(rules.readTicket(aCell(value)))).toEqual(expected);
  });
});

describe('readName', () => {
  it.each<[Value, unknown[]]>([
    ['王䶮', ['王䶮']],
    ['阿依古丽·买买提', ['阿依古丽·买买提']],
    [' 韩文行　', [' 韩文行　', 'repaired surrounding-blanks']],
    ['阿里木•吐尔逊', ['阿里木•吐尔逊', 'repaired name-separator']],
    ['王\ue863', ['王䶮', 'repaired private-use-character']],
    ['=HYPERLINK("http://x")', ['=HYPERLINK("http://x")', 'warning name-looks-like-formula']],
    ['张三\r', ['张三', 'repaired surrounding-blanks']],
    ['　', [null, 'error missing-name']],
    [null, [null, 'error missing-name']],
  ])('%j → %j', (value, expected) => {
    expect(said(rules.readName(aCell(value)))).toEqual(expected);
  });
});

describe('readIdType', () => {
  it('stores other spellings under one name, keeps unknown ones and warns', () => {
    expect(said(rules.readIdType(aCell('身份证')))).toEqual([{ name: '居民身份证', rule: 'resident' }]);
    expect(said(rules.readIdType(aCell('图书证')))).toEqual([
      { name: '图书证', rule: 'free' },
      'warning unknown-id-type',
    ]);
    expect(said(rules.readIdType(aCell(null)))).toEqual([{ name: '', rule: 'resident' }]);
  });
});

describe('readIdNumber', () => {
  it.each<[Value, unknown[]]>([
    [510199200410138700, [null, 'error id-number-lost-digits']],
    ['5.10199E+17', [null, 'error id-number-lost-digits']],
    [370199850101123, [null, 'error id-number-lost-digits']],
    ['51019920020513009x', ['51019920020513009X', 'repaired lower-case-x']],
    [
      ' ５１０１９９２００２０５１３００９ｘ',
      ['51019920020513009X', 'repaired full-width-digits', 'repaired surrounding-blanks', 'repaired lower-case-x'],
    ],
    ['510199200502184010', ['510199200502184010', 'warning id-check-digit']],
    [null, ['', 'warning missing-id']],
  ])('%j → %j', (value, expected) => {
    expect(said(rules.readIdNumber(aCell(value), 'resident', '2022-11-20'))).toEqual(expected);
  });
});

describe('readSeat', () => {
  it.each<[Value, unknown[]]>([
    ['07', [7]],
    [7, [7]],
    ['７', [7, 'repaired full-width-digits']],
    ['12号', [12]],
    ['0', [null, 'error bad-seat']],
    ['1000', [null, 'error bad-seat']],
    ['A3', [null, 'error bad-seat']],
    [1.5, [null, 'error bad-seat']],
    [-1, [null, 'error bad-seat']],
    [new Date(0), [null, 'error bad-seat']],
    [null, [null, 'error missing-seat']],
  ])('%j → %j', (value, expected) => {
    expect(said(rules.readSeat(aCell(value)))).toEqual(expected);
  });
});

describe('readRoom', () => {
  it('keeps leading zeros, takes blanks out, refuses none and too long ones', () => {
    expect(said(rules.readRoom(aCell('001')))).toEqual(['001']);
    expect(said(rules.readRoom(aCell(3)))).toEqual(['3']);
    expect(said(rules.readRoom(aCell('第 1 考场')))).toEqual(['第1考场', 'repaired surrounding-blanks']);
    expect(said(rules.readRoom(aCell('考'.repeat(21))))).toEqual([null, 'error missing-room']);
    expect(said(rules.readRoom(aCell(null)))).toEqual([null, 'error missing-room']);
    expect(said(rules.readRoom(aCell('constructor')))).toEqual([null, 'error missing-room']);
  });
});

describe('readLevel', () => {
  it.each<[Value, unknown]>([
    ['初级', 'elementary'],
    ['中', 'intermediate'],
    ['Python程序开发（高级）', 'advanced'],
    [' 高 级 ', 'advanced'],
    ['特级', null],
    ['中高级', null],
    ['初级、中级', null],
    [null, null],
  ])('%j → %j', (value, level) => {
    expect(rules.readLevel(aCell(value)).value).toBe(level);
  });

  it('says of an unknown level that the row cannot be taken', () => {
    expect(said(rules.readLevel(aCell('特级')))).toEqual([null, 'error unknown-level']);
  });
});

describe('readPapers', () => {
  it.each<[Value, unknown]>([
    ['理论,实操', ['theory', 'practical']],
    ['实操、理论', ['theory', 'practical']],
    ['理论知识考试 + 操作技能考核', ['theory', 'practical']],
    ['理论实操', ['theory', 'practical']],
    ['实操', ['practical']],
    ['理论', ['theory']],
    ['口试', null],
    ['理论、口试', null],
    [null, null],
  ])('%j → %j', (value, papers) => {
    expect(rules.readPapers(aCell(value)).value).toEqual(papers);
  });
});

describe('readPlain', () => {
  it('takes numbers and dates as text, blanks and private-use characters out', () => {
    expect(said(rules.readPlain(aCell(2001)))).toEqual(['2001']);
    expect(said(rules.readPlain(aCell(new Date(0))))).toEqual(['1970-01-01']);
    expect(said(rules.readPlain(aCell(' \ue863县学校\r\n')))).toEqual([
      '䶮县学校',
      'repaired private-use-character',
      'repaired surrounding-blanks',
    ]);
    expect(said(rules.readPlain(aCell('  ')))).toEqual(['']);
  });
});
