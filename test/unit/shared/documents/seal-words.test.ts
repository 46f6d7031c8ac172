import { describe, expect, it } from 'vitest';
import { sealFindingTexts, signatureTitle } from '../../../../shared/documents/seal-words.ts';
import { SEAL_FINDINGS, type SealFinding, type SealFindingCode } from '../../../../shared/domain/seal-verdict.ts';

const DETAILS: SealFinding['details'] = {
  field: 'Sig2',
  subject: 'CN=监考工作站 B 封存',
  bytes: 12,
  number: 'A#41',
  newest: 'A#44',
  other: 'B#9',
  kind: 'rehearsal',
  fields: 'Sig3 Sig4',
};
const codes = Object.keys(SEAL_FINDINGS) as SealFindingCode[]; // its keys
const textOf = (code: SealFindingCode, signature: number | null, details: SealFinding['details'] = DETAILS) =>
  sealFindingTexts([{ code, signature, details }])[0]?.text;

describe('the words for a sealed file', () => {
  it.each(codes)('%s is one whole sentence, with nothing missing in it', (code) => {
    for (const signature of [null, 1, 2]) {
      const text = textOf(code, signature);
      expect(text).toMatch(/。$/);
      expect(text).not.toMatch(/undefined|NaN|\{|\}/);
    }
  });

  it('say where something was changed', () => {
    expect(textOf('content-changed', 1)).toContain('正文');
    expect(textOf('content-changed', 3)).toContain('第 2 个签名本身，或者它与第 3 个签名之间');
    expect(textOf('unsigned-part', 2, { what: 'page', page: 1 })).toContain('第 1 页的内容');
    expect(textOf('rewritten', 2, { what: 'form' })).toContain('签名栏');
    expect(textOf('rewritten', 2, { what: 'information' })).toContain('文件信息');
    expect(textOf('signature-missing', null, { field: 'Sig3', name: '陈主考' })).toContain('陈主考 在第 3 个签名栏');
    expect(textOf('other-kind', null, { kind: 'real' })).toContain('正式考试的文书');
    expect(textOf('signature-removed', 1, { field: 'Odd' })).toContain('签名栏 Odd');
  });

  it('say once what is the same of several signatures', () => {
    const foreign = (signature: number): SealFinding => ({ code: 'certificate-foreign', signature, details: DETAILS });
    const texts = sealFindingTexts([foreign(1), foreign(2)]);
    expect(texts).toHaveLength(1);
    expect(texts[0]?.text).toContain('第 1、2 个签名');
  });

  it('name a signature by person, station and record, as far as they are known', () => {
    const one = { as: null, by: null, at: null, isGood: true };
    expect(signatureTitle({ ...one, field: 'Sig1', name: '李监考', station: 'A', number: 'A#41' })).toBe(
      '李监考 · A 站 · 记录 A#41',
    );
    expect(signatureTitle({ ...one, by: 'name', field: 'Sig1', name: '李监考', station: null, number: null })).toBe(
      '李监考（未核 PIN）',
    );
    expect(signatureTitle({ ...one, field: 'Sig1', name: null, station: null, number: null })).toBe('Sig1');
    expect(signatureTitle({ ...one, field: null, name: null, station: null, number: null })).toBe('不知是谁');
  });
});
