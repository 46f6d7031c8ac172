import QRCode from 'qrcode';
import sharp from 'sharp';
import { expect } from 'vitest';
import { encodePaperQr, type PaperQr } from '../../shared/documents/paper-qr.ts';
import { enactDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { hugePicture } from './scan-day.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const SOMEBODYS: PaperQr = {
  document: 'record',
  documentId: 'never-issued',
  room: ROOM,
  paper: 'theory',
  kind: 'real',
  page: 1,
  pages: 1,
  heads: [],
  digest: '0'.repeat(16),
};

/** 核验 of what is no paper of this day, and 国密 chosen once. */
export async function checkPapers({ client }: Scene): Promise<void> {
  const { first, chief } = await enactDay(client);
  const { ok, refused } = asking(client, first);
  await refused('sealedPaper.check', { bytes: 'AAAA' }, 'not-a-pdf');
  expect(await ok('sealedPaper.check', { bytes: base64(Buffer.from('%PDF-1.7\n')) })).toMatchObject({
    outcome: 'wrong',
  });

  await refused('paperCode.check', { text: 'https://example.invalid' }, 'code-not-found');
  await refused('paperCode.check', { text: 'PS1|record|torn' }, 'code-unreadable');
  await refused('paperCode.check', { text: 'PS2|record' }, 'code-of-newer-program');
  await refused('paperCode.check', { text: encodePaperQr({ ...SOMEBODYS, kind: 'rehearsal' }) }, 'paper-of-rehearsal');
  expect(await ok('paperCode.check', { text: encodePaperQr(SOMEBODYS) })).toMatchObject({
    outcome: 'open',
    print: null,
  });

  await refused('paperCode.check', { picture: 'AAAA' }, 'not-a-picture');
  await refused('paperCode.check', { picture: await hugePicture() }, 'picture-too-large');
  const [one, two] = await Promise.all([1, 2].map((page) => codeOf({ ...SOMEBODYS, page, pages: 2 })));
  const page = sharp({ create: { width: 900, height: 500, channels: 3, background: '#ffffff' } });
  const both = page.composite([
    { input: one ?? '', left: 20, top: 40 },
    { input: two ?? '', left: 470, top: 40 },
  ]);
  await refused('paperCode.check', { picture: base64(await both.png().toBuffer()) }, 'codes-of-several');
  const shown = base64(await codeOf(SOMEBODYS));
  expect(await ok('paperCode.check', { picture: shown })).toMatchObject({ findings: [{ code: 'print-unknown' }] });

  const chosen = valueOf(await client.invoke('companionSeal.choose', { alg: 'SM2-SM3' }, { actor: chief }));
  expect(chosen.events).toHaveLength(1);
  const again = await client.invoke('companionSeal.choose', { alg: 'SM2-SM3' }, { actor: chief });
  expect(again).toMatchObject({ error: { code: 'companion-already-so' } });
}

/** A real paper's code means nothing to a rehearsal. */
export async function checkPapersInARehearsal({ client }: Scene): Promise<void> {
  const { first } = await enactDay(client);
  await asking(client, first).refused('paperCode.check', { text: encodePaperQr(SOMEBODYS) }, 'paper-of-real-day');
}

function codeOf(qr: PaperQr): Promise<Buffer> {
  return QRCode.toBuffer(encodePaperQr(qr), { width: 400 });
}
