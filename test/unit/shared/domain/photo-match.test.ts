import { describe, expect, it } from 'vitest';
import { createPhotoMatcher, photoTicketsOf } from '../../../../shared/domain/photo-match.ts';
import { as, type CandidateId } from '../../../../shared/ids.ts';

const [wang, li, zhao] = ['1', '2', '3'].map((digit) => as<CandidateId>(digit.repeat(32))) as [
  CandidateId,
  CandidateId,
  CandidateId,
];
const matcher = createPhotoMatcher([
  { candidate: wang, ticket: '221137010010107', idNumber: '51019920040316723X' },
  { candidate: li, ticket: '221137010010208', idNumber: 'EA1234567' },
  { candidate: zhao, ticket: 'A01', idNumber: '' },
]);

describe('createPhotoMatcher', () => {
  it.each([
    ['the ID number', '51019920040316723X.jpg'],
    ['the ticket number', '221137010010107.png'],
    ['a lower-case x', '51019920040316723x.JPG'],
    ['full-width digits', '２２１１３７０１００１０１０７.jpeg'],
    ['blanks and invisible marks in and around it', ' 5101992004 0316723X\u200e .jpg'],
    ['folders of either kind before it', '照片\\001 考场/51019920040316723X.jpg'],
    ['no extension', '221137010010107'],
    ['the name beside it', '王龑_51019920040316723X.jpg'],
    ['the mark of a copy behind it', '221137010010107 (1).jpg'],
  ])('finds a person by %s', (_what, fileName) => {
    expect(matcher.find(fileName)).toBe(wang);
  });

  it('finds a passport number in either case, and a short ticket as the whole name', () => {
    expect(matcher.find('ea1234567.jpg')).toBe(li);
    expect(matcher.find('a01.jpg')).toBe(zhao);
  });

  it.each(['IMG_0031.jpg', '.jpg', '', '510199200403167.jpg', '合影 A01.jpg', '王龑.jpg'])(
    'leaves "%s" to nobody',
    (fileName) => {
      expect(matcher.find(fileName)).toBeNull();
    },
  );

  it('leaves a file that names two people to nobody', () => {
    expect(matcher.find('221137010010107-221137010010208.jpg')).toBeNull();
  });

  it('takes a person named twice over, by ticket and by ID number, for one', () => {
    expect(matcher.find('221137010010107-51019920040316723X.jpg')).toBe(wang);
  });

  it('gives a number that two people share to nobody, and their tickets to each', () => {
    const shared = createPhotoMatcher([
      { candidate: wang, ticket: '101', idNumber: '510199200403167231' },
      { candidate: li, ticket: '102', idNumber: '510199200403167231' },
    ]);
    expect(shared.find('510199200403167231.jpg')).toBeNull();
    expect([shared.find('101.jpg'), shared.find('102.jpg')]).toEqual([wang, li]);
  });

  it('takes a number that is one person’s ticket and another one’s ID number for the ticket', () => {
    const crossed = createPhotoMatcher([
      { candidate: wang, ticket: '88880001', idNumber: '' },
      { candidate: li, ticket: '102', idNumber: '88880001' },
    ]);
    expect(crossed.find('88880001.jpg')).toBe(wang);
  });
});

describe('photoTicketsOf', () => {
  it('names what could be a ticket, as the roster would have read it', () => {
    expect(photoTicketsOf('002 考场/李挈 ２２１１３７０１００２０１０１.jpg')).toEqual([
      '李挈221137010020101',
      '221137010020101',
    ]);
    expect(photoTicketsOf('b-17x.jpg')).toEqual(['b-17x']);
    expect(photoTicketsOf('.jpg')).toEqual([]);
  });
});
