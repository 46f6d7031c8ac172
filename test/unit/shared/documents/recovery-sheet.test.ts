import { describe, expect, it } from 'vitest';
import { createFontChain } from '../../../../electron/station/documents/font-chain.ts';
import { renderDocument } from '../../../../electron/station/documents/render-document.ts';
import { recoverySheetFileName } from '../../../../shared/documents/file-name.ts';
import { type RecoverySheetInput, recoverySheetView } from '../../../../shared/documents/recovery-sheet.ts';
import { formatRecoveryCode } from '../../../../shared/recovery-code.ts';
import { pdfFact, pdfText } from '../../../support/poppler.ts';

const GROUPS = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 17));
const INPUT: RecoverySheetInput = {
  exam: '1+X Python 程序开发 2022 年 11 月考试',
  site: '示例学院考点',
  date: '2022-11-19',
  sheet: '3F2A09',
  station: 'A',
  groups: GROUPS,
  fingerprint: '3f2a'.repeat(16),
  kind: 'real',
  issuedAt: Date.parse('2022-11-19T07:00:00+08:00'),
};

describe('恢复单', () => {
  it('says what it opens, its eight groups in order, when to use it and how to keep it', () => {
    const view = recoverySheetView(INPUT);
    expect(view).toMatchObject({
      title: '恢复单',
      exam: INPUT.exam,
      site: INPUT.site,
      date: '2022年11月19日 星期六',
      sheetText: '编号 3F2A09',
      sealText: `封存证书指纹（SHA-256） ${Array.from({ length: 16 }, () => '3f2a').join(' ')}`,
      footText: '示例学院考点 · 工作站 A · 恢复单 3F2A09',
      watermark: '',
      rehearsalNote: '',
    });
    expect(view.groups).toEqual(GROUPS.map((digits, at) => ({ label: `第 ${at + 1} 组`, digits })));
    const titles = view.advice.map(({ title }) => title).join('；');
    for (const trouble of ['换了电脑', '硬盘移到', '电脑坏了', '忘记 PIN', '锁存']) expect(titles).toContain(trouble);
    const keep = view.keep.join('；');
    for (const rule of ['密封', '主考', '不与 U 盘', '销毁']) expect(keep).toContain(rule);
  });

  it('[SE2] of a station without a certificate says nothing of one', () => {
    expect(recoverySheetView({ ...INPUT, fingerprint: null }).sealText).toBe('');
  });

  it('of a rehearsal bears its mark', () => {
    expect(recoverySheetView({ ...INPUT, kind: 'rehearsal' })).toMatchObject({
      watermark: '演练',
      rehearsalNote: '演练',
    });
  });

  it('is one page on which the code can be read, and the file’s own facts and name do not hold it', async () => {
    const drawn = await renderDocument({ kind: 'recovery-sheet', view: recoverySheetView(INPUT) }, createFontChain());
    if (!drawn.ok) throw new Error(drawn.error.code);
    const { bytes, pages } = drawn.value;
    expect(pages).toBe(1);
    expect(pdfFact(bytes, 'Pages')).toBe('1');
    const text = pdfText(bytes);
    for (const group of GROUPS) expect(text).toContain(`${group.slice(0, 3)} ${group.slice(3)}`);
    expect(text).toContain('碎纸销毁');
    expect(pdfFact(bytes, 'Title')).toBe('恢复单 编号 3F2A09');
    expect(recoverySheetFileName('3F2A09')).toBe('恢复单_3F2A09_只供打印_不要保存.pdf');
  });

  it('with a long name of the exam and of the site stays one page', async () => {
    const long = { exam: '考试名称'.repeat(25), site: '考点名称'.repeat(25) };
    const view = recoverySheetView({ ...INPUT, ...long });
    const drawn = await renderDocument({ kind: 'recovery-sheet', view }, createFontChain());
    expect(drawn.ok && pdfFact(drawn.value.bytes, 'Pages')).toBe('1');
  });
});
