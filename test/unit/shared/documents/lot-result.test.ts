import { expect, it } from 'vitest';
import { buildLotResult } from '../../../../shared/documents/lot-result.ts';
import { printCodes, printDigestInput } from '../../../../shared/documents/paper-print.ts';
import { aLotResult } from '../../../support/site-papers.ts';
import { at } from '../../../support/sim-station.ts';

it('holds every text of 抽签结果', () => {
  expect(buildLotResult(aLotResult())).toEqual({
    title: '抽签结果',
    exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
    site: '样例职业技术学院考点',
    repeatText: '',
    facts: [
      { label: '考点', value: '样例职业技术学院考点' },
      { label: '考试日期', value: '2022年11月19日 星期六' },
      { label: '抽签时间', value: '08:00:05' },
      { label: '主持抽签', value: '周文渊' },
      { label: '参加抽签', value: '5 人' },
      { label: '抽定', value: '2 个考场 4 人' },
    ],
    columns: ['考场', '地点', '监考员'],
    rows: [
      { room: '001', place: '实训楼201', people: ['钱芳', '孙建国'] },
      { room: '002', place: '实训楼202', people: ['李晓燕', '周海'] },
    ],
    notes: [{ label: '备用', value: '吴雪梅' }],
    howTitle: '怎样抽出，怎样复核',
    how: [
      { label: '随机种子', value: '0011 2233 4455 6677 8899 aabb ccdd eeff' },
      { label: '现场报数', value: '42' },
      { label: '名单次序', value: '1 钱芳　2 孙建国　3 李晓燕　4 周海　5 吴雪梅' },
      {
        label: '算法',
        value:
          'PS-LOT-1：种子、报数与序号连成一段文字，用 SHA-256 算出随机数；按 Fisher–Yates 方法把名单打乱，再按考场号从小到大逐位填入。有人排到须回避的考场，就全部重排。本次没有须回避的人。',
      },
      { label: '复核', value: '打印时由程序按上列种子、报数和名单重新计算，与本表一致。任何人可据此自行复算。' },
    ],
    signatures: ['主考签字', '见证人签字', '见证人签字', '签字日期'],
    watermark: '',
    rehearsalNote: '',
    footText: '样例职业技术学院考点 · 抽签结果 第 1 次',
    headsText: '记录 A#57 08:06',
    source: {
      document: 'lots',
      room: '',
      kind: 'real',
      printedAt: at('08:06'),
      heads: aLotResult().heads,
    },
  });
});

it('[LO4] says that it was drawn again, why, and that this one counts', () => {
  const view = buildLotResult(aLotResult({ number: 2, reason: '一名监考员请假', called: null, reserve: [] }));
  expect(view.repeatText).toBe('第 2 次抽签，以本次为准');
  expect(view.how[1]).toEqual({ label: '现场报数', value: '没有报数' });
  expect(view.notes).toEqual([
    { label: '备用', value: '无' },
    { label: '重抽原因', value: '一名监考员请假' },
  ]);
  expect(view.footText).toBe('样例职业技术学院考点 · 抽签结果 第 2 次');
});

it('[LO3] says how 回避 was met, and warns where the result does not come from its seed', () => {
  const howOf = (overrides: Parameters<typeof aLotResult>[0]) =>
    buildLotResult(aLotResult(overrides)).how.map(({ value }) => value);
  expect(howOf({ recused: 2, shuffles: 3 })[3]).toContain(
    '本次 2 人须回避某些考场，第 3 次排列符合回避要求，予以采用。',
  );
  expect(howOf({ recused: 2, shuffles: 0 })[3]).toContain('随机排列均不符合回避要求，按最后一次排列的先后逐位安排。');
  expect(howOf({ isVerified: false })[4]).toBe('打印时重新计算的结果与本表不一致，请勿使用，并报技术支持。');
});

it('[LO2] is marked in a rehearsal, and its code bears the digest of all of it', () => {
  const view = buildLotResult(aLotResult({ kind: 'rehearsal' }));
  expect(view).toMatchObject({ watermark: '演练', rehearsalNote: '演练' });
  expect(printDigestInput(view)).not.toBe(printDigestInput(buildLotResult(aLotResult())));
  expect(printCodes(view, 'c'.repeat(64))).toEqual({
    digestText: '摘要 cccc cccc cccc cccc',
    qr: {
      document: 'lots',
      documentId: '',
      room: '',
      paper: null,
      kind: 'rehearsal',
      heads: [{ label: 'A', epoch: 1, seq: 57, hash: 'a'.repeat(16) }],
      digest: 'c'.repeat(16),
    },
  });
});
