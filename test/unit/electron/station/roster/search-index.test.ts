import { describe, expect, it } from 'vitest';
import {
  createSearchIndex,
  type SearchEntry,
  type SearchIndex,
} from '../../../../../electron/station/roster/search-index.ts';
import { as, type CandidateId, type RoomNo, type SeatNo } from '../../../../../shared/ids.ts';

function entry(
  seat: number,
  name: string,
  more: { ticket?: string; idNumber?: string; room?: string } = {},
): SearchEntry {
  const { ticket = `2211370100${String(seat).padStart(2, '0')}`, idNumber = '', room = '001' } = more;
  return {
    candidate: as<CandidateId>(`${room}/${seat}`),
    room: as<RoomNo>(room),
    seat: as<SeatNo>(seat),
    person: { name, ticket, idType: '', idNumber, gender: '', school: '', major: '', className: '' },
  };
}

const people = [
  entry(1, '张伟', { idNumber: '37019920050101482X' }),
  entry(2, '张伟', { idNumber: '370199200501014838' }),
  entry(3, '张卫东'),
  entry(4, '单静', { ticket: 'PY-0004' }),
  entry(5, '吕布'),
  entry(6, '阿里木•吐尔逊'),
  entry(7, '万俟卨', { idNumber: 'E12345678' }),
  entry(8, 'John Smith'),
  entry(9, '李𬱖'),
  entry(10, '大张伟'),
  entry(7, '陈晨', { room: '002', ticket: '221137010207' }),
];

function find(query: string, room: string | null = '001', index: SearchIndex = createSearchIndex(people)): unknown[] {
  const { kind, how, matches } = index.search(query, { room: room === null ? null : as<RoomNo>(room), limit: 20 });
  return [kind, how, ...matches];
}

describe('search', () => {
  it.each([
    ['a scanned ticket', '221137010003', ['one', 'ticket', '001/3']],
    ['a ticket in lower case with blanks', ' py-00 04 ', ['one', 'ticket', '001/4']],
    ['a ticket in full width', '２２１１３７０１０００３', ['one', 'ticket', '001/3']],
    ['a seat', '7', ['one', 'seat', '001/7']],
    ['a seat as printed', '07', ['one', 'seat', '001/7']],
    ['a seat nobody has', '40', ['none', 'seat']],
    ['the end of an ID number with X', '82x', ['one', 'id-digits', '001/1']],
    ['the end of an ID number', '4838', ['one', 'id-digits', '001/2']],
    ['the end of a ticket', '0003', ['one', 'id-digits', '001/3']],
    ['a whole ID number', '370199200501014838', ['one', 'id-digits', '001/2']],
    ['a whole passport number', 'e12345678', ['one', 'id-digits', '001/7']],
    ['digits nobody has', '9999', ['none', 'id-digits']],
    ['a name that two people have: both are listed', '张伟', ['several', 'name', '001/1', '001/2', '001/10']],
    ['the beginning of a name before its middle', '张', ['several', 'name', '001/1', '001/2', '001/3', '001/10']],
    ['a name with the right separator', '阿里木·吐', ['one', 'name', '001/6']],
    ['a rare character', '𬱖', ['one', 'name', '001/9']],
    ['a name in Latin letters', 'smith', ['one', 'name', '001/8']],
    ['a name nobody has', '赵', ['none', 'name']],
    ['initials', 'zw', ['several', 'pinyin', '001/1', '001/2', '001/3']],
    ['capital initials', 'ZWD', ['one', 'pinyin', '001/3']],
    ['whole pinyin', 'zhangweidong', ['one', 'pinyin', '001/3']],
    ['pinyin that is not finished', 'zhang wei d', ['one', 'pinyin', '001/3']],
    ['letters as an input method takes them', 'zhwd', ['one', 'pinyin', '001/3']],
    ['a family name by its own reading', 'shanj', ['one', 'pinyin', '001/4']],
    ['… and by the common one', 'dj', ['one', 'pinyin', '001/4']],
    ['a compound family name', 'moqi', ['one', 'pinyin', '001/7']],
    ['ü typed as v', 'lv', ['one', 'pinyin', '001/5']],
    ['ü typed as ü', 'lübu', ['one', 'pinyin', '001/5']],
    ['initials across a separator', 'almt', ['one', 'pinyin', '001/6']],
    ['pinyin nobody has', 'q', ['none', 'pinyin']],
    ['nothing', ' \u3000', ['none', null]],
  ])('finds %s: %j', (_, query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it('puts likely readings before others', () => {
    const index = createSearchIndex([entry(1, '单丹'), entry(2, '丹单')]);
    expect(find('dd', '001', index)).toEqual(['several', 'pinyin', '001/2', '001/1']);
  });

  it('keeps to one room unless asked for all', () => {
    expect(find('7', null)).toEqual(['several', 'seat', '001/7', '002/7']);
    expect(find('陈晨')).toEqual(['none', 'name']);
  });

  it('says several even when the limit cuts the list', () => {
    const { kind, matches } = createSearchIndex(people).search('张伟', { room: null, limit: 1 });
    expect([kind, matches.length]).toEqual(['several', 1]);
  });

  it('follows changes: corrected, added and withdrawn people', () => {
    const index = createSearchIndex(people);
    index.update([entry(1, '王五'), entry(11, '赵六')]);
    index.remove([as<CandidateId>('001/2')]);
    expect(find('wangwu', '001', index)).toEqual(['one', 'pinyin', '001/1']);
    expect(find('赵六', '001', index)).toEqual(['one', 'name', '001/11']);
    expect(find('张伟', '001', index)).toEqual(['one', 'name', '001/10']);
  });
});
