import QRCode from 'qrcode';
import sharp from 'sharp';
import { expect } from 'vitest';
import { encodePaperQr, type PaperQr } from '../../shared/documents/paper-qr.ts';
import { enactDay, readState, ROOM } from '../support/day-scenario.ts';
import { PAPER } from '../support/whole-day.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function pictureOf(...texts: readonly string[]): Promise<string> {
  const pictures = await Promise.all(texts.map((text) => QRCode.toBuffer(text, { width: 400 })));
  const page = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#ffffff' } });
  const composed = page.composite(pictures.map((input, index) => ({ input, left: 450, top: 750 - index * 500 })));
  return base64(await composed.png().toBuffer());
}

/** 扫描归档 in a room: what is filed, and what is not. */
export async function fileScans({ client }: Scene): Promise<void> {
  const { first } = await enactDay(client);
  const { ok, refused } = asking(client, first);
  const sheet = await ok('document.issueSignInSheet', PAPER);
  const issued = (await readState(client)).rooms[ROOM]?.issued[0];
  const qr: PaperQr = {
    document: 'sheet',
    documentId: sheet.document,
    room: ROOM,
    paper: PAPER.paper,
    kind: 'real',
    page: 1,
    pages: sheet.pages,
    heads: [],
    digest: (issued?.viewDigest ?? '').slice(0, 16),
  };
  const shown = async (...pages: readonly Partial<PaperQr>[]) => ({
    bytes: await pictureOf(...pages.map((page) => encodePaperQr({ ...qr, ...page }))),
    isOlderMeant: false,
  });
  const asIs = (bytes: string) => ({ bytes, isOlderMeant: false });

  await refused('paperScan.read', { document: sheet.document, page: 1 }, 'document-unknown');
  await refused('paperScan.file', asIs(base64(Buffer.from('%PDF-1.7'))), 'scan-is-pdf');
  await refused('paperScan.file', asIs('AAAA'), 'not-a-picture');
  await refused('paperScan.file', asIs(await hugePicture()), 'picture-too-large');
  await refused('paperScan.file', asIs(await pictureOf('https://example.invalid')), 'code-not-found');
  await refused('paperScan.file', await shown({}, { page: 2 }), 'codes-of-several');
  await refused('paperScan.file', asIs(await pictureOf('PS1|sheet|torn')), 'code-unreadable');
  await refused('paperScan.file', await shown({ kind: 'rehearsal' }), 'paper-of-rehearsal');
  await refused('paperScan.file', await shown({ documentId: 'never-issued' }), 'paper-unknown');
  await refused('paperScan.file', await shown({ digest: '0'.repeat(16) }), 'paper-code-differs');

  const filed = await ok('paperScan.file', await shown({}));
  // A code alone, without the sheet around it: every row is in doubt, none is said to be signed or unsigned.
  expect(filed).toMatchObject({ document: sheet.document, page: 1, rows: 20, unsigned: [] });
  expect(filed.unclear).toHaveLength(20);
  const { papers } = await ok('paperScan.list', { room: null });
  expect(papers).toMatchObject([{ document: sheet.document, isComplete: false, filed: [{ page: 1, by: first }] }]);
  expect((await ok('paperScan.read', { document: sheet.document, page: 1 })).picture).toBe('png');

  await ok('document.issueSignInSheet', PAPER);
  const older = await shown({ page: 2 });
  await refused('paperScan.file', older, 'paper-older-copy');
  expect(await ok('paperScan.file', { ...older, isOlderMeant: true })).toMatchObject({ page: 2, copy: 1 });
}

/** The paper of a real day in a rehearsal. */
export async function fileScansInARehearsal({ client }: Scene): Promise<void> {
  const { first } = await enactDay(client);
  const { refused } = asking(client, first);
  const heads: PaperQr['heads'] = [];
  const page = { document: 'sheet', room: ROOM, paper: 'theory', kind: 'real', page: 1, pages: 2, heads } as const;
  const text = encodePaperQr({ ...page, documentId: 'of-the-real-day', digest: '0'.repeat(16) });
  await refused('paperScan.file', { bytes: await pictureOf(text), isOlderMeant: false }, 'paper-of-real-day');
}

/** More pixels than any sheet has, in few bytes. */
export async function hugePicture(): Promise<string> {
  const white = { width: 8200, height: 8200, channels: 3, background: '#ffffff' } as const;
  const picture = sharp({ create: white, limitInputPixels: false }).toColourspace('b-w');
  return base64(await picture.png({ compressionLevel: 3 }).toBuffer());
}
