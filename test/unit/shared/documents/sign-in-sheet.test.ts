import { expect, it } from 'vitest';
import {
  buildSignInSheet,
  printSignInSheet,
  signInSheetDigestInput,
} from '../../../../shared/documents/sign-in-sheet.ts';
import type { SheetMaker } from '../../../../shared/domain/official-sheet-events.ts';
import { as, type DocumentId, type SeatNo } from '../../../../shared/ids.ts';
import { aSheetCandidate, aSheetInput } from '../../../support/sign-in-sheet.ts';

/** 2022-11-20, hours and minutes in Asia/Shanghai. */
function shanghai(hour: number, minute: number): number {
  return Date.UTC(2022, 10, 20, hour - 8, minute);
}

const SEAT_2 = aSheetCandidate({
  seat: as<SeatNo>(2),
  name: '潘超兰',
  ticket: '221137010010207',
  idMasked: '440199********8700',
  level: 'intermediate',
});

it('holds every text of the page, in order of seat', () => {
  const view = buildSignInSheet(
    aSheetInput({
      candidates: [
        { ...SEAT_2, entry: { status: 'late', at: shanghai(9, 5), lateMinutes: 5 }, remark: '身份存疑' },
        aSheetCandidate({ entry: { status: 'present', at: shanghai(8, 31) } }),
      ],
    }),
  );

  expect(view).toEqual({
    title: '考生签到表',
    exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
    roomLabel: '考场',
    room: '001',
    place: '实训楼201机房',
    paper: '理论考试',
    standing: { text: '工作用表，非平台正式签到表', isOfficial: false },
    reprint: '',
    watermark: '',
    rehearsalNote: '',
    facts: {
      site: { label: '考点', value: '样例职业技术学院考点' },
      date: { label: '考试日期', value: '2022年11月20日 星期日' },
      time: { label: '考试时间', value: '09:00–10:30' },
      edition: { label: '规则', value: '2022 版' },
      tickets: { label: '准考证号起止', value: '221137010010107 – 221137010010207' },
      levels: { label: '级别', value: '初级 1 · 中级 1' },
      expected: { label: '应到', value: '2 人' },
      signedIn: { label: '已签到（截至 08:59）', value: '2 人' },
    },
    columns: {
      index: '序号',
      seat: '座位',
      photo: '',
      name: '姓名',
      numbers: '准考证号 / 证件号码',
      level: '级别',
      entry: '签到',
      signature: '考生签名',
      remark: '备注',
    },
    pages: [
      {
        pageText: '第 1 页 共 1 页',
        rows: [
          {
            index: '1',
            seat: '01',
            name: '赵景俊',
            ticket: '221137010010107',
            idText: '510199********723X',
            level: '初级',
            mark: 'circle',
            time: '08:31',
            entryText: '',
            isSignatureBarred: false,
            remark: '',
            photoDigest: null,
          },
          {
            index: '2',
            seat: '02',
            name: '潘超兰',
            ticket: '221137010010207',
            idText: '440199********8700',
            level: '中级',
            mark: 'triangle',
            time: '09:05',
            entryText: '迟到 5 分',
            isSignatureBarred: false,
            remark: '身份存疑',
            photoDigest: null,
          },
        ],
        emptyText: '',
        counts: [
          { label: '应到', value: '人' },
          { label: '实到', value: '人' },
          { label: '缺考', value: '人' },
        ],
        countsNote: '',
      },
    ],
    signatures: ['监考员签字（李监考）', '监考员签字（周巡）'],
    footText: '考场 001 实训楼201机房 · 理论考试',
    headsText: '记录 A#233 · B2#118 08:59',
    documentText: '编号 4f2a9c1e-001-theory',
    source: {
      documentId: '4f2a9c1e-001-theory',
      roomNo: '001',
      paper: 'theory',
      kind: 'real',
      issuedAt: shanghai(8, 59),
      heads: [
        { label: 'A', station: '0123456789abcdef', epoch: 1, seq: 233, hash: 'a1'.repeat(32) },
        { label: 'B', station: 'fedcba9876543210', epoch: 2, seq: 118, hash: 'b2'.repeat(32) },
      ],
    },
  });
});

it('[R20] before entry leaves 签到 blank and counts nobody', () => {
  const view = buildSignInSheet(aSheetInput({ candidates: [aSheetCandidate(), SEAT_2] }));

  expect(view.facts.signedIn).toBeNull();
  expect(view.pages[0]?.rows.map(({ mark, time, entryText }) => [mark, time, entryText])).toEqual([
    ['none', '', ''],
    ['none', '', ''],
  ]);
});

it('[R28] bars the signature of a person who was turned away and does not count him', () => {
  const candidate = aSheetCandidate({ entry: { status: 'refused', at: shanghai(9, 31) } });
  const view = buildSignInSheet(aSheetInput({ candidates: [candidate] }));

  expect(view.facts.signedIn?.value).toBe('0 人');
  expect(view.pages[0]?.rows[0]).toMatchObject({
    mark: 'barred',
    time: '09:31',
    entryText: '拒绝入场',
    isSignatureBarred: true,
  });
});

it('[R27] says 不足 1 分 of a latecomer within the first minute', () => {
  const candidate = aSheetCandidate({ entry: { status: 'late', at: shanghai(9, 0), lateMinutes: 0 } });

  expect(buildSignInSheet(aSheetInput({ candidates: [candidate] })).pages[0]?.rows[0]?.entryText).toBe('迟到不足 1 分');
});

it('[R35] bars the signature of a person marked absent', () => {
  const view = buildSignInSheet(aSheetInput({ candidates: [aSheetCandidate({ entry: { status: 'absent' } })] }));

  expect(view.facts.signedIn?.value).toBe('0 人');
  expect(view.pages[0]?.rows[0]).toMatchObject({
    mark: 'cross',
    time: '',
    entryText: '缺考',
    isSignatureBarred: true,
  });
});

it('has a column for photos, and rows high enough for them, as soon as one person has a photo', () => {
  const photoDigest = 'f'.repeat(64);
  const candidates = Array.from({ length: 40 }, (_, index) =>
    aSheetCandidate({ seat: as<SeatNo>(index + 1), photoDigest: index === 0 ? photoDigest : null }),
  );
  const view = buildSignInSheet(aSheetInput({ candidates }));

  expect(view.columns.photo).toBe('照片');
  expect(view.pages.map(({ rows }) => rows.length)).toEqual([14, 14, 12]);
  expect(view.pages[0]?.rows.slice(0, 2).map((row) => row.photoDigest)).toEqual([photoDigest, null]);
});

it('takes the photos along beside the view, whose digest names them', () => {
  const photos = { ['f'.repeat(64)]: new Uint8Array([1, 2, 3]) };

  expect(printSignInSheet(buildSignInSheet(aSheetInput()), 'c'.repeat(64), photos).photos).toBe(photos);
  expect(printSignInSheet(buildSignInSheet(aSheetInput()), 'c'.repeat(64)).photos).toEqual({});
});

it('[C27] says whether it is the sheet that is signed', () => {
  const standingOf = (official: SheetMaker | null) => buildSignInSheet(aSheetInput({ official })).standing;
  expect(standingOf(null)).toEqual({ text: '工作用表，非平台正式签到表', isOfficial: false });
  expect(standingOf('platform')).toEqual({ text: '工作用表 · 正式签到表为平台打印件', isOfficial: false });
  expect(standingOf('station')).toEqual({ text: '正式签到表', isOfficial: true });
});

it('[C27] has no place to sign where the platform’s sheet is signed', () => {
  const placesOf = (official: SheetMaker | null) => {
    const { columns, signatures } = buildSignInSheet(aSheetInput({ official }));
    return { column: columns.signature, lines: signatures };
  };
  const signed = { column: '考生签名', lines: ['监考员签字（李监考）', '监考员签字（周巡）'] };
  expect(placesOf('platform')).toEqual({ column: '', lines: [] });
  expect(placesOf('station')).toEqual(signed);
  expect(placesOf(null)).toEqual(signed);
});

it('marks a reprint and a rehearsal, in words and in the code', () => {
  const view = buildSignInSheet(aSheetInput({ copy: 3, kind: 'rehearsal' }));

  expect([view.reprint, view.watermark, view.rehearsalNote]).toEqual(['重印 · 第 3 份', '演练', '演练']);
  expect(printSignInSheet(view, 'c'.repeat(64)).qrTexts[0]).toContain('|rehearsal|');
});

it('sets 20 rows a page, and the counts on the last page only', () => {
  const candidates = Array.from({ length: 41 }, (_, index) => aSheetCandidate({ seat: as<SeatNo>(index + 1) }));
  const { pages } = buildSignInSheet(aSheetInput({ candidates }));

  expect(
    pages.map((page) => [page.pageText, page.rows.length, page.rows[0]?.seat, page.counts.length, page.countsNote]),
  ).toEqual([
    ['第 1 页 共 3 页', 20, '01', 0, '应到、实到、缺考人数填在末页'],
    ['第 2 页 共 3 页', 20, '21', 0, '应到、实到、缺考人数填在末页'],
    ['第 3 页 共 3 页', 1, '41', 3, ''],
  ]);
});

it('is one page that says so for a room with nobody', () => {
  const view = buildSignInSheet(aSheetInput({ candidates: [] }));

  expect(view.pages).toHaveLength(1);
  expect(view.pages[0]?.emptyText).toBe('本考场此科目没有考生');
  expect([view.facts.tickets.value, view.facts.levels.value, view.facts.expected.value]).toEqual(['无', '无', '0 人']);
});

it('names the type of an ID that is not 居民身份证, and a missing number', () => {
  const candidates = [
    aSheetCandidate({ idType: '护照', idMasked: 'E1****23' }),
    aSheetCandidate({ seat: as<SeatNo>(2), idType: '', idMasked: '370199********4821' }),
    aSheetCandidate({ seat: as<SeatNo>(3), idMasked: '' }),
  ];
  const { pages } = buildSignInSheet(aSheetInput({ candidates }));

  expect(pages[0]?.rows.map((row) => row.idText)).toEqual(['护照 E1****23', '370199********4821', '证件号码未登记']);
});

it('prints two people of one seat, in the same order whatever order they came in', () => {
  const first = aSheetCandidate({ name: '甲', ticket: '1' });
  const second = aSheetCandidate({ name: '乙', ticket: '2' });
  const names = [
    [first, second],
    [second, first],
  ].map((candidates) => buildSignInSheet(aSheetInput({ candidates })).pages[0]?.rows.map((row) => row.name));

  expect(names).toEqual([
    ['甲', '乙'],
    ['甲', '乙'],
  ]);
});

it('[R37] keeps two lines for signatures when no or one invigilator is known, and one for each beyond', () => {
  expect(buildSignInSheet(aSheetInput({ invigilators: [] })).signatures).toEqual(['监考员签字', '监考员签字']);
  expect(buildSignInSheet(aSheetInput({ invigilators: ['李监考'] })).signatures).toEqual([
    '监考员签字（李监考）',
    '监考员签字',
  ]);
  expect(buildSignInSheet(aSheetInput({ invigilators: ['甲', '乙', '丙'] })).signatures).toHaveLength(3);
});

it('bears short hash and a code a page', () => {
  const candidates = Array.from({ length: 21 }, (_, index) => aSheetCandidate({ seat: as<SeatNo>(index + 1) }));
  const sheet = printSignInSheet(buildSignInSheet(aSheetInput({ candidates })), '0123456789abcdef'.repeat(4));

  expect(sheet.digestText).toBe('摘要 0123 4567 89ab cdef');
  expect(sheet.qrTexts).toEqual([
    'PS1|sheet|4f2a9c1e-001-theory|001|theory|real|1/2|A#1.233:a1a1a1a1a1a1a1a1;B#2.118:b2b2b2b2b2b2b2b2|0123456789abcdef',
    'PS1|sheet|4f2a9c1e-001-theory|001|theory|real|2/2|A#1.233:a1a1a1a1a1a1a1a1;B#2.118:b2b2b2b2b2b2b2b2|0123456789abcdef',
  ]);
});

it('gives equal digest input for equal sheets and another for every change', () => {
  const digestInput = (overrides: Parameters<typeof aSheetInput>[0]) =>
    signInSheetDigestInput(buildSignInSheet(aSheetInput(overrides)));
  const plain = digestInput({});

  expect(digestInput({})).toBe(plain);
  expect(digestInput({ heads: aSheetInput().heads.toReversed() })).toBe(plain);
  const changed = [
    digestInput({ copy: 2 }),
    digestInput({ official: 'station' }),
    digestInput({ official: 'platform' }),
    digestInput({ documentId: as<DocumentId>('other') }),
    digestInput({ candidates: [aSheetCandidate({ remark: '身份存疑' })] }),
    digestInput({ candidates: [aSheetCandidate({ photoDigest: 'e'.repeat(64) })] }),
    digestInput({ candidates: [aSheetCandidate({ photoDigest: 'f'.repeat(64) })] }),
  ];
  expect(new Set([plain, ...changed]).size).toBe(8);
});

it('says that the start was put off, and what it was before', () => {
  const delayed = { startsAt: shanghai(9, 15), endsAt: shanghai(10, 45), delayedFrom: shanghai(9, 0) };
  expect(buildSignInSheet(aSheetInput(delayed)).facts.time.value).toBe('09:15–10:45（延迟开考，原定 09:00）');
});
