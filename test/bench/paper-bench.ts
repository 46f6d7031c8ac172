import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { RoomNo, StaffId } from '../../shared/ids.ts';
import { valueOf } from '../support/day-scenario.ts';
import { SOME_DRAWING } from '../support/whole-day.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { TestClock } from '../support/test-clock.ts';
import { type BenchGround, benchPorts, SITE_ROOMS } from './bench-station.ts';
import { LATER, prepareFullDay } from './full-day.ts';
import { medianOf, timed } from './samples.ts';
import { type BenchRow, ms, row } from './table.ts';

const RUNS = 7;
const EVENTS = 5000;
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** Papers of a full day, from the command to the sealed file and the recorded event. */
export async function benchPapers({ dir }: BenchGround): Promise<readonly BenchRow[]> {
  const { dataDir } = await prepareFullDay(join(dir, 'papers'), EVENTS);
  const station = await createStation(benchPorts(dataDir, new TestClock(LATER)));
  const client = createDirectClient(station);
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const actor = staff.find(({ role }) => role === 'chief')?.staff ?? null;
  const [first] = SITE_ROOMS as [RoomNo];
  const sheetOf = async (room: RoomNo): Promise<void> => {
    valueOf(await client.invoke('document.issueSignInSheet', { room, paper: 'theory' }, { actor }));
  };
  const people = await peopleWithPhotos(client, first, actor);

  const cold = await timed(() => sheetOf(first));
  let fonts: readonly fontkit.Font[] = [];
  const bareCold = await timed(async () => {
    fonts = FONTS.map(readFont);
    await drawBarely(people, fonts);
  });
  const [warm, records, bareWarm]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    bareWarm.push(await timed(() => drawBarely(people, fonts)));
    warm.push(await timed(() => sheetOf(first)));
    const record = () =>
      client.invoke('signedPaper.issue', { kind: 'room-record', about: null, room: first, paper: 'theory' }, { actor });
    records.push(await timed(async () => valueOf(await record())));
  }
  const seals: number[] = [];
  for (const room of SITE_ROOMS) seals.push(await sealByThree(client, room, actor));
  const [sealCold = 0, ...sealWarm] = seals;
  const oneFile = await timed(async () =>
    valueOf(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor })),
  );
  const twelveFiles = await timed(() => Promise.all(SITE_ROOMS.map(sheetOf)));
  const bareSite = await timed(async () => {
    for (const _room of SITE_ROOMS) await drawBarely(people, fonts);
  });
  await station.close();

  const floorPath =
    'test/bench/paper-bench.ts drawBarely(): pdfkit, the same people as plain lines in two fonts and the same photos, in this thread';
  const line = (what: string, measured: number, floor: number, more: Partial<BenchRow>): BenchRow =>
    row({ what, measured: ms(measured), floor: ms(floor), ratio: measured / floor, floorPath, ...more });
  const [sheet, record, bare] = [medianOf(warm), medianOf(records), medianOf(bareWarm)];
  const medians = (value: number) => `${ms(value)} (median of ${RUNS})`;
  const [within1, within10] = [{ goal: '<= 1 s' }, { goal: '<= 10 s' }];
  return [
    line('sign-in sheet of 40 with photos and QR, first of the day (process started, fonts read)', cold, bareCold, {
      ...within1,
      floorPath: `${floorPath}, fonts read from disk`,
      isMet: cold <= 1000,
    }),
    line('sign-in sheet of 40 with photos and QR, further ones', sheet, bare, {
      ...within1,
      measured: medians(sheet),
      isMet: sheet <= 1000,
    }),
    line('sheets of 12 rooms with 480 photos in one file', oneFile, bareSite, {
      ...within10,
      floorPath: `${floorPath}, twelve documents`,
      isMet: oneFile <= 10_000,
    }),
    line('sheets of 12 rooms, a file each, asked for at once', twelveFiles, bareSite, {
      ...within10,
      floorPath: `${floorPath}, twelve documents`,
      isMet: twelveFiles <= 10_000,
    }),
    row({ what: 'room record with two drawn signatures, further ones', measured: medians(record) }),
    line('封存 of a room record of 40 for three signers, first (process started, certificate made)', sealCold, record, {
      goal: '<= 1 s',
      floorPath: 'the same record drawn and kept without a seal',
      isMet: sealCold <= 1000,
    }),
    line('封存 of a room record of 40 for three signers, further ones', medianOf(sealWarm), record, {
      goal: '<= 1 s',
      measured: `${ms(medianOf(sealWarm))} (median of ${sealWarm.length})`,
      floorPath: 'the same record drawn and kept without a seal',
      isMet: medianOf(sealWarm) <= 1000,
    }),
  ];
}

/** The chief signs beside the two who have, then the record is sealed; answers how long the seal took, ms. */
async function sealByThree(client: StationClient, room: RoomNo, chief: StaffId | null): Promise<number> {
  const record = { kind: 'room-record', about: null, room, paper: 'theory' } as const;
  const by = { actor: chief };
  const { contentDigest } = valueOf(await client.invoke('signedPaper.preview', record, by));
  valueOf(await client.invoke('signedPaper.approve', { ...record, contentDigest, drawing: SOME_DRAWING }, by));
  return timed(async () => valueOf(await client.invoke('signedPaper.seal', { ...record, contentDigest }, by)));
}

interface PersonWithPhoto {
  readonly card: CandidateCard;
  readonly jpeg: Buffer;
}

async function peopleWithPhotos(
  client: StationClient,
  room: RoomNo,
  actor: StaffId | null,
): Promise<readonly PersonWithPhoto[]> {
  const { candidates } = valueOf(await client.invoke('candidates.list', { room }, { actor }));
  const ids = candidates.map(({ candidate }) => candidate);
  const { photos } = valueOf(await client.invoke('candidates.photos', { candidates: ids }, { actor }));
  const jpegOf = new Map(photos.map(({ candidate, jpeg }) => [candidate, Buffer.from(jpeg, 'base64')]));
  return candidates.flatMap((card) => {
    const jpeg = jpegOf.get(card.candidate);
    return jpeg === undefined ? [] : [{ card, jpeg }];
  });
}

function readFont(file: string): fontkit.Font {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  return fontkit.create(readFileSync(path)) as fontkit.Font; // the files hold one font each
}

/** A document with the sheet's words and photos, fonts embedded, without its table, rules, QR code or checks. */
function drawBarely(people: readonly PersonWithPhoto[], fonts: readonly fontkit.Font[]): Promise<void> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: null as unknown as string }); // null: no Helvetica; the types know only names
    pdf.on('data', () => undefined).on('end', resolve);
    for (const [index, font] of fonts.entries()) pdf.registerFont(String(index), font as unknown as string); // parsed fonts are taken as they are
    for (const [index, { card, jpeg }] of people.entries()) {
      const { seat, name, ticket, idType, idMasked, level } = card;
      if (index % 20 === 0) pdf.addPage().font('1').fontSize(16).text('考生签到表', 40, 20, { lineBreak: false });
      pdf.font('0').fontSize(9);
      const y = 60 + (index % 20) * 38;
      for (const [column, text] of [String(seat), name, ticket, idType, idMasked, level].entries()) {
        pdf.text(text, 60 + column * 80, y, { lineBreak: false });
      }
      pdf.image(jpeg, 30, y, { fit: [25, 35] });
    }
    pdf.end();
  });
}
