import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SignatureCell, signatureCells } from '../../electron/station/documents/sheet-cells.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { buildSignInSheet } from '../../shared/documents/sign-in-sheet.ts';
import { enactDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { aHand, PAGE_PIXELS_PER_MM, photograph, SCANNED, seeded, type Shot, signIn } from '../support/hand-signed.ts';
import { greyPage } from '../support/poppler.ts';
import { aSheetCandidate, aSheetInput } from '../support/sign-in-sheet.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';

const SHEET = { room: ROOM, paper: 'theory' } as const;
/** Upside down, aslant, in the shadow of who takes it. */
const BY_PHONE: Shot = {
  ...SCANNED,
  turn: 176,
  slant: [13, -11],
  distance: 450,
  width: 2100,
  height: 2800,
  shadow: 0.6,
  falloff: 0.3,
  noise: 5,
  blur: 0.6,
  quality: 75,
  bend: 0.6,
};

async function openStation(dataDir = tempDir(), secrets = createMemorySecretStore()) {
  const ports = createTestPorts({ dataDir, secrets, clock: new TestClock('2022-11-19 08:10') });
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  return { client: createDirectClient(station), station, dataDir, secrets };
}

/** Where these people sign, page by page. */
function cellsFor(candidates: readonly CandidateCard[]): readonly (readonly SignatureCell[])[] {
  const people = candidates.map(({ seat, name }) => aSheetCandidate({ seat, name }));
  return signatureCells(buildSignInSheet(aSheetInput({ candidates: people })));
}

interface Signing {
  readonly page: number;
  readonly cells: readonly SignatureCell[];
  readonly shot: Shot;
}

/** The page signed in these cells by hand, and photographed. */
async function signedPage(pdf: Uint8Array, { page, cells, shot }: Signing): Promise<Buffer> {
  const paper = greyPage(pdf, { page, dpi: 25.4 * PAGE_PIXELS_PER_MM });
  const random = seeded(page);
  for (const cell of cells) signIn(paper, cell, { ...aHand(random), lower: 0 }, random);
  return photograph(paper, shot);
}

describe('the sheet that a room signed by hand', () => {
  it('[SB1] [SB3] is filed page by page and says who has not signed; who must not sign is not missed', async () => {
    const { client, station, dataDir, secrets } = await openStation();
    const { first, candidates } = await enactDay(client);
    const refused = candidates[2];
    const { candidate, ticket } = refused ?? { candidate: null, ticket: '' };
    const refusal = { ...SHEET, candidate, ticket, reason: 'documents', note: null } as const;
    valueOf(await client.invoke('entry.refuse', refusal, { actor: first }));
    const { document } = valueOf(await client.invoke('document.issueSignInSheet', SHEET, { actor: first }));
    const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: first }));
    const pdf = Buffer.from(bytes, 'base64');
    const [firstPage = [], secondPage = []] = cellsFor(candidates);
    const missing = [7, 28, 39];
    const rowOf = (seat: number) => ({ seat, name: candidates.find((card) => card.seat === seat)?.name });
    const signed = ({ seat }: SignatureCell) => !missing.includes(Number(seat)) && Number(seat) !== refused?.seat;
    const file = (picture: Buffer) => {
      const input = { bytes: picture.toString('base64'), isOlderMeant: false };
      return client.invoke('paperScan.file', input, { actor: first }).then(valueOf);
    };

    // After the sheet was printed: his row is not struck through.
    const late = candidates.find(({ seat }) => seat === 39);
    const gone = { ...refusal, candidate: late?.candidate ?? null, ticket: late?.ticket ?? '' };
    valueOf(await client.invoke('entry.refuse', gone, { actor: first }));

    const photo = await signedPage(pdf, { page: 2, cells: secondPage.filter(signed), shot: BY_PHONE });
    expect(await file(photo)).toMatchObject({ document, page: 2, pages: 2, rows: 20, unclear: [] });
    const list = async (of: StationClient) =>
      valueOf(await of.invoke('paperScan.list', { room: ROOM }, { actor: first })).papers;
    expect(await list(client)).toMatchObject([
      {
        document,
        isComplete: false,
        filed: [
          {
            page: 2,
            unsigned: [
              { ...rowOf(28), isAway: false },
              { ...rowOf(39), isAway: true },
            ],
          },
        ],
      },
    ]);

    const scan = await signedPage(pdf, { page: 1, cells: firstPage.filter(signed), shot: SCANNED });
    expect(await file(scan)).toMatchObject({ page: 1, rows: 19, unsigned: [rowOf(7)], unclear: [] });
    expect(await list(client)).toMatchObject([{ isComplete: true, filed: [{ page: 1 }, { page: 2 }] }]);

    await station.close();
    const again = await openStation(dataDir, secrets);
    const listed = await list(again.client);
    expect(listed).toMatchObject([{ isComplete: true, filed: [{ unsigned: [rowOf(7)] }, { page: 2 }] }]);
    const kept = valueOf(await again.client.invoke('paperScan.read', { document, page: 2 }, { actor: first }));
    expect(Buffer.from(kept.bytes, 'base64').equals(photo)).toBe(true);
    expect(kept.fileName).toBe('扫描_考生签到表_考场001_理论考试_第2页_含个人信息.jpg');
    expect(filesWith(dataDir, photo.subarray(600, 700))).toEqual([]);
  }, 60_000);
});

/** Files of a folder in which these bytes stand as they are. */
function filesWith(dir: string, bytes: Buffer): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(bytes));
}
