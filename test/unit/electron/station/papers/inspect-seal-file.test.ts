import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectSealFile } from '../../../../../electron/station/papers/inspect-seal-file.ts';
import type { SealKey } from '../../../../../electron/station/papers/seal-file.ts';
import { judgeFile } from '../../../../../shared/domain/judge-seal-file.ts';
import { pdfsig } from '../../../../support/pdfsig.ts';
import {
  aDrawnPaper,
  aSealedPaper,
  aSealKey,
  endsOf,
  flipped,
  SIGNED_AT,
  signedLate,
} from '../../../../support/sealed-paper.ts';

let key: SealKey;
let three: Uint8Array;
let four: Uint8Array;
beforeAll(async () => {
  key = await aSealKey();
  three = await aSealedPaper(key, 3, 'PS1|the code of page one');
  four = await signedLate(three, key);
});

async function inspect(bytes: Uint8Array) {
  const seen = await inspectSealFile(bytes, key.issuers);
  if (!seen.ok) throw new Error(seen.error);
  return { ...seen.value, companion: null };
}

/** What is wrong, without what is only said beside it. */
async function faultsOf(bytes: Uint8Array) {
  const findings = judgeFile(await inspect(bytes));
  const asides = ['ends-at-end', 'fields-open'];
  return findings
    .filter(({ code }) => !asides.includes(code))
    .map(({ code, signature, details }) => [
      code,
      signature,
      details['what'] ?? details['field'] ?? details['bytes'] ?? null,
    ]);
}

/** What the outside judge says of each signature, in few words. */
function judged(bytes: Uint8Array): readonly string[] {
  return pdfsig(bytes, key.issuers.slice(-1)).map(
    ({ signature, certificate }) =>
      `${signature.replace('Signature is ', '')} ${certificate.replace('Certificate is ', '')}`,
  );
}
const GOOD = 'Valid. Trusted.';
/** pdfsig does not look at a certificate once the digest differs. */
const CHANGED: unknown = expect.stringContaining('Digest Mismatch.');

/** Appended by a program that has no key. */
async function edited(bytes: Uint8Array, edit: (pdf: PDF) => void): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  edit(pdf);
  return pdf.save({ incremental: true });
}

describe('a sealed file', () => {
  it.each([1, 2, 3] as const)('with %i signatures is sound, here and by pdfsig', async (count) => {
    const sealed = await aSealedPaper(key, count);
    expect(await faultsOf(sealed)).toEqual([]);
    expect(judged(sealed)).toEqual(Array.from({ length: count }, () => GOOD));
    expect(pdfsig(sealed).at(-1)?.isWholeFile).toBe(true);
  });

  it('with a late fourth is sound, here and by pdfsig', async () => {
    expect(await faultsOf(four)).toEqual([]);
    expect(judged(four)).toEqual([GOOD, GOOD, GOOD, GOOD]);
    expect((await inspect(four)).openFields).toEqual([]);
    expect((await inspect(three)).openFields).toEqual(['Sig4']);
  });

  it('tells who is named, when, by which certificate, and the code of its page', async () => {
    const { signatures, code } = await inspect(four);
    expect(code).toBe('PS1|the code of page one');
    expect(signatures[1]).toMatchObject({
      field: 'Sig2',
      reason: '由本机代 王监考 封存',
      location: '第一考点（001）',
      at: SIGNED_AT + 120_000,
      certificate: { subject: expect.stringContaining('监考工作站 A') },
    });
    expect(signatures.every(({ certificate }) => certificate?.authority !== null)).toBe(true);
  });

  it('names a turned byte by the first signature under which it lies', async () => {
    const ends = endsOf(four);
    const starts = [0, ...ends];
    // A few bytes into each part: its own first object.
    for (const [index, start] of starts.slice(0, 4).entries()) {
      const turned = flipped(four, start + (index === 0 ? 200 : 30));
      const faults = await faultsOf(turned);
      expect(faults).toContainEqual(['content-changed', index + 1, null]);
      expect(judged(turned)).toEqual([0, 1, 2, 3].map((one) => (one < index ? GOOD : CHANGED)));
    }
  });

  it('has a fault wherever one bit of it is turned', async () => {
    const sealed = await aSealedPaper(key, 2);
    const silent: number[] = [];
    for (let at = 3; at < sealed.length; at += 509) {
      const seen = await inspectSealFile(flipped(sealed, at), key.issuers);
      const codes = seen.ok ? judgeFile({ ...seen.value, companion: null }).map(({ code }) => code) : ['unreadable'];
      if (codes.every((code) => code === 'ends-at-end' || code === 'fields-open')) silent.push(at);
    }
    expect(silent).toEqual([]);
  });

  it('has a fault where a digit of its last signature is written in another case', async () => {
    const text = Buffer.from(four).toString('latin1');
    const start = text.lastIndexOf('/Contents <');
    const at = start + 40 + text.slice(start + 40).search(/[a-fA-F]/);
    const turned = Uint8Array.from(four);
    turned[at] = (turned[at] ?? 0) ^ 0x20;
    expect(await faultsOf(turned)).toEqual([['range-incomplete', 4, null]]);
  });

  it('does not count bytes behind the last signature as part of it, though pdfsig calls every signature valid', async () => {
    const appended = Buffer.concat([four, Buffer.from('\n% thirteen\n')]);
    expect(await faultsOf(appended)).toEqual([['bytes-appended', null, 12]]);
    expect(judged(appended)).toEqual([GOOD, GOOD, GOOD, GOOD]);
    expect(pdfsig(appended).at(-1)?.isWholeFile).toBe(false);
  });

  it('is not led astray by an end of file that was appended', async () => {
    const appended = Buffer.concat([four, Buffer.from('startxref\n0\n%%EOF\n')]);
    expect(await faultsOf(appended)).toEqual([['bytes-appended', null, 18]]);
  });

  it('cut back to an earlier signature is sound by itself: only a journal can tell', async () => {
    const cut = four.subarray(0, endsOf(four)[2]);
    expect(await faultsOf(cut)).toEqual([]);
    expect(judged(cut)).toEqual([GOOD, GOOD, GOOD]);
  });

  it('names the signature whose value an appended update took out', async () => {
    const emptied = await edited(four, (pdf) => {
      pdf.getForm()?.getSignatureFields()[2]?.acroField().delete('V');
    });
    expect(await faultsOf(emptied)).toEqual([['signature-removed', 4, 'signature-removed']]);
  });

  it('tells a page that was changed by an appended update', async () => {
    const changed = await edited(four, (pdf) => pdf.getPages()[0]?.drawText('39 here'));
    expect(await faultsOf(changed)).toContainEqual(['unsigned-part', 4, 'page']);
  });

  it('tells a page that was changed before a later signature was made over it', async () => {
    const changed = await edited(three, (pdf) => pdf.getPages()[0]?.drawText('39 here'));
    const late = await signedLate(changed, key);
    expect(judged(late)).toEqual([GOOD, GOOD, GOOD, GOOD]);
    const faults = await faultsOf(late);
    expect(faults).toContainEqual(['unsigned-part', 3, 'page']);
    expect(faults.every(([, signature]) => signature === 3)).toBe(true);
  });

  it('leads a foreign certificate to no authority of ours', async () => {
    const foreign = await inspect(await aSealedPaper(await aSealKey('B'), 1));
    expect(foreign.signatures[0]).toMatchObject({ isByItsKey: true, certificate: { authority: null } });
    expect(pdfsig(await aSealedPaper(await aSealKey('B'), 1), key.issuers)[0]?.certificate).not.toContain('Trusted.');
  });

  it('is told from a drawn one, and from what is no PDF', async () => {
    expect(await faultsOf(await aDrawnPaper())).toEqual([['not-sealed', null, null]]);
    expect(await inspectSealFile(Buffer.from('hello'), [])).toEqual({ ok: false, error: 'not-a-pdf' });
  });
});
