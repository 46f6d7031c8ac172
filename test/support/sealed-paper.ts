import PDFDocument from 'pdfkit';
import { type FieldToSign, sealFile, type SealKey, signLate } from '../../electron/station/papers/seal-file.ts';
import { makeCertificate } from '../../electron/station/papers/make-certificate.ts';

/** A key of some station, and the certificate that its papers lead to. */
export function aSealKey(label = 'A'): Promise<SealKey> {
  const madeAt = Date.parse('2022-11-18T00:00:00Z');
  return makeCertificate({ name: `监考工作站 ${label}`, station: label.toLowerCase().repeat(16).slice(0, 16), madeAt });
}

/** Two pages with something on each. */
export function aDrawnPaper(code = ''): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    info: { Title: 'paper', ...(code === '' ? {} : { Keywords: code }) },
  });
  document.text('page one: 40 due, 38 here').addPage().text('page two: nothing to report');
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Uint8Array.from(Buffer.concat(parts))));
    document.end();
  });
}

const NAMES = ['李监考', '王监考', '赵技术', '陈主考'] as const;
export const SIGNED_AT = Date.parse('2022-11-19T02:10:00Z');

function toSign(number: 1 | 2 | 3 | 4): FieldToSign {
  const reason = `由本机代 ${NAMES[number - 1]} 封存`;
  return { field: `Sig${number}`, reason, location: '第一考点（001）', at: SIGNED_AT + number * 60_000 };
}

/** A paper with four lines, the first `count` of them signed. */
export async function aSealedPaper(key: SealKey, count: 1 | 2 | 3, code = ''): Promise<Uint8Array> {
  const fields = ['Sig1', 'Sig2', 'Sig3', 'Sig4'];
  const sign = ([1, 2, 3] as const).slice(0, count).map(toSign);
  return sealFile(await aDrawnPaper(code), { key, fields, sign });
}

/** The fourth line, signed later. */
export async function signedLate(sealed: Uint8Array, key: SealKey): Promise<Uint8Array> {
  const drawn = await aDrawnPaper();
  const place = { page: 2, x: 300, y: 100, width: 120, height: 40 };
  return signLate(sealed, {
    key,
    isAnotherCertificate: false,
    sign: toSign(4),
    stamp: { bytes: drawn, place: { field: 'Sig4', ...place } as never },
  });
}

/** Where each signed part of a file ends. */
export function endsOf(sealed: Uint8Array): readonly number[] {
  const text = Buffer.from(sealed).toString('latin1');
  return [...text.matchAll(/\/ByteRange \[0 \d+ +(\d+) +(\d+) *\]/g)].map(
    ([, gapEnd, rest]) => Number(gapEnd) + Number(rest),
  );
}

/** The file with one bit of one byte turned. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const other = Uint8Array.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}
