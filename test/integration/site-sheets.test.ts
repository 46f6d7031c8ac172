import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { as, type CommandId, type DocumentId, type RoomNo } from '../../shared/ids.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { enactDay, importRoster, makeDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { readPhotoFolder } from '../support/photo-folder.ts';
import { pdfFact, pdfText, runPoppler } from '../support/poppler.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

async function openStation() {
  const dataDir = tempDir();
  const station = await createStation(createTestPorts({ dataDir, clock: new TestClock('2022-11-19 07:20') }));
  onTestFinished(() => station.close());
  return { client: createDirectClient(station), dataDir };
}

async function openOffice() {
  const { client, dataDir } = await openStation();
  const chief = await makeDay(client);
  await importRoster(client, chief, { kind: 'office' });
  return { client, dataDir, chief };
}

async function issuedPapers(client: StationClient) {
  const { events } = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));
  return Object.values(foldEvents(createFold(), events).state.rooms)
    .flatMap((room) => room.issued.map((paper) => ({ room: room.room, ...paper })))
    .toSorted((a, b) => (a.room < b.room ? -1 : 1));
}

describe('签到表 of a whole site', () => {
  it('prints twelve rooms in one file, records each as a paper of its own, and opens the file from any of them', async () => {
    const { client, dataDir, chief } = await openOffice();
    const command = as<CommandId>('site-sheets-of-the-test');
    const issued = valueOf(
      await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor: chief, command }),
    );
    expect(issued).toMatchObject({
      rooms: 12,
      copy: 1,
      pages: 24,
      fileName: '考生签到表_12个考场_理论考试_含个人信息.pdf',
    });
    expect(issued.events).toHaveLength(12);

    const papers = await issuedPapers(client);
    expect(papers.map(({ room, pages, copy }) => [room, pages, copy])).toEqual(
      Array.from({ length: 12 }, (_, index) => [String(index + 1).padStart(3, '0'), 2, 1]),
    );
    expect(new Set(papers.map(({ document }) => document)).size).toBe(12);
    const files = [];
    for (const { document } of papers) {
      files.push(valueOf(await client.invoke('document.read', { document }, { actor: chief })));
    }
    expect(new Set(files.map(({ bytes }) => bytes)).size).toBe(1);
    expect(new Set(files.map(({ fileName }) => fileName))).toEqual(new Set([issued.fileName]));
    const pdf = Buffer.from(files[0]?.bytes ?? '', 'base64');
    expect(pdfFact(pdf, 'Pages')).toBe('24');
    const pages = pdfText(pdf).split('\f');
    for (const [index, { room, document }] of papers.entries()) {
      expect(pages[index * 2]).toContain(room);
      expect(pages[index * 2]).toContain(document);
    }
    const papersDir = readdirSync(join(dataDir, 'papers'), { recursive: true, withFileTypes: true });
    for (const entry of papersDir.filter((one) => one.isFile())) {
      expect(readFileSync(join(entry.parentPath, entry.name)).includes('%PDF')).toBe(false);
    }

    expect(
      valueOf(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor: chief, command })),
    ).toEqual(issued);
    const again = valueOf(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor: chief }));
    expect(again.copy).toBe(2);
  });

  it('is the exam office’s alone, and its leaders’', async () => {
    const { client } = await openStation();
    const { chief } = await enactDay(client);
    expect(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor: chief })).toMatchObject({
      error: { code: 'office-only' },
    });
    const office = await openOffice();
    const room = as<RoomNo>('001');
    const someone = { role: 'invigilator', room, name: '陈监考', pin: '1357' } as const;
    const { staff } = valueOf(await office.client.invoke('staff.enlist', someone, { actor: office.chief }));
    expect(await office.client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor: staff })).toMatchObject(
      { error: { code: 'role-not-allowed' } },
    );
  });

  it('tells an unknown paper from one that is there', async () => {
    const { client, chief } = await openOffice();
    const document = as<DocumentId>('no-such-paper');
    expect(await client.invoke('document.read', { document }, { actor: chief })).toMatchObject({
      error: { code: 'document-unknown' },
    });
  });
});

describe('签到表 of a room with photos', () => {
  it('prints the photo of everybody who has one', async () => {
    const { client } = await openStation();
    const { first } = await enactDay(client);
    const input = { session: as<CommandId>('photo-session-1'), files: readPhotoFolder() };
    valueOf(await client.invoke('photos.file', input, { actor: first }));
    const { document } = valueOf(
      await client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first }),
    );
    const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: first }));
    const images = runPoppler('pdfimages', Buffer.from(bytes, 'base64'), ['-list']);
    expect(images.split('\n').filter((line) => line.includes('jpeg'))).toHaveLength(38);
  });
});
