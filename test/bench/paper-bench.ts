import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { RoomNo } from '../../shared/ids.ts';
import { valueOf } from '../support/day-scenario.ts';
import { type BenchGround, openStationWithRoster, SITE_ROOMS } from './bench-station.ts';
import { medianOf, timed } from './samples.ts';
import { type BenchRow, ms, row } from './table.ts';

const WARM_RUNS = 7;
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** 考生签到表 from the command to the sealed file and the recorded event. */
export async function benchPapers({ dir }: BenchGround): Promise<readonly BenchRow[]> {
  const { station, client, chief } = await openStationWithRoster(
    join(dir, 'papers'),
    { kind: 'office' },
    'site-12-rooms.xlsx',
  );
  const issue = async (room: RoomNo): Promise<void> => {
    valueOf(await client.invoke('document.issueSignInSheet', { room, paper: 'theory' }, { actor: chief }));
  };
  const [first] = SITE_ROOMS as [RoomNo];
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: first }, { actor: chief }));

  const cold = await timed(() => issue(first));
  let fonts: readonly fontkit.Font[] = [];
  const bareCold = await timed(async () => {
    fonts = FONTS.map(readFont);
    await drawBarely(candidates, fonts);
  });
  const [warm, bareWarm]: [number[], number[]] = [[], []];
  for (let run = 0; run < WARM_RUNS; run += 1) {
    bareWarm.push(await timed(() => drawBarely(candidates, fonts)));
    warm.push(await timed(() => issue(first)));
  }
  const site = await timed(() => Promise.all(SITE_ROOMS.map(issue)));
  const bareSite = await timed(async () => {
    for (const _room of SITE_ROOMS) await drawBarely(candidates, fonts);
  });
  await station.close();

  const floorPath =
    'test/bench/paper-bench.ts drawBarely(): pdfkit, the same people as plain lines in two fonts, in this thread';
  return [
    row({
      what: 'sign-in sheet of 40, first of the day (worker started, fonts read)',
      goal: '<= 1 s',
      measured: ms(cold),
      floor: ms(bareCold),
      ratio: cold / bareCold,
      floorPath: `${floorPath}, fonts read from disk`,
      isMet: cold <= 1000,
    }),
    row({
      what: 'sign-in sheet of 40, further ones',
      goal: '<= 1 s',
      measured: `${ms(medianOf(warm))} (median of ${WARM_RUNS})`,
      floor: ms(medianOf(bareWarm)),
      ratio: medianOf(warm) / medianOf(bareWarm),
      floorPath,
      isMet: medianOf(warm) <= 1000,
    }),
    row({
      what: 'sign-in sheets of 12 rooms, asked for at once',
      goal: '<= 10 s',
      measured: ms(site),
      floor: ms(bareSite),
      ratio: site / bareSite,
      floorPath: `${floorPath}, twelve documents`,
      isMet: site <= 10_000,
    }),
  ];
}

function readFont(file: string): fontkit.Font {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  return fontkit.create(readFileSync(path)) as fontkit.Font; // the files hold one font each
}

/** A document with the sheet's words and fonts embedded, without its table, rules, QR code or checks. */
function drawBarely(people: readonly CandidateCard[], fonts: readonly fontkit.Font[]): Promise<void> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: null as unknown as string }); // null: no Helvetica; the types know only names
    pdf.on('data', () => undefined).on('end', resolve);
    for (const [index, font] of fonts.entries()) pdf.registerFont(String(index), font as unknown as string); // parsed fonts are taken as they are
    for (const [index, { seat, name, ticket, idType, idMasked, level }] of people.entries()) {
      if (index % 20 === 0) pdf.addPage().font('1').fontSize(16).text('考生签到表', 40, 20, { lineBreak: false });
      pdf.font('0').fontSize(9);
      for (const [column, text] of [String(seat), name, ticket, idType, idMasked, level].entries()) {
        pdf.text(text, 40 + column * 80, 60 + (index % 20) * 30, { lineBreak: false });
      }
    }
    pdf.end();
  });
}
