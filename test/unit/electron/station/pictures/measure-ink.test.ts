import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFontChain } from '../../../../../electron/station/documents/font-chain.ts';
import { CODE_CORNERS, MARK_CENTRES, MARK_RADIUS } from '../../../../../electron/station/documents/page-anchors.ts';
import { renderDocument } from '../../../../../electron/station/documents/render-document.ts';
import { type SignatureCell, signatureCells } from '../../../../../electron/station/documents/sheet-cells.ts';
import { decodeGrey } from '../../../../../electron/station/pictures/decode-picture.ts';
import { judgeInk } from '../../../../../electron/station/pictures/judge-ink.ts';
import { measureInk } from '../../../../../electron/station/pictures/measure-ink.ts';
import { readCodes } from '../../../../../electron/station/pictures/read-codes.ts';
import { as, type SeatNo } from '../../../../../shared/ids.ts';
import {
  aHand,
  drawStroke,
  type GreyPage,
  PAGE_PIXELS_PER_MM,
  photograph,
  SCANNED,
  seeded,
  type Shot,
  signIn,
} from '../../../../support/hand-signed.ts';
import { greyPage } from '../../../../support/poppler.ts';
import { aPrintableSheet, aSheetCandidate, aSheetInput } from '../../../../support/sign-in-sheet.ts';

const SEATS = Array.from({ length: 20 }, (_, index) => as<SeatNo>(index + 1));
const sheet = aPrintableSheet(aSheetInput({ candidates: SEATS.map((seat) => aSheetCandidate({ seat })) }));
const cells: readonly SignatureCell[] = signatureCells(sheet.view)[0] ?? [];
/** Everybody else has. */
const NOT_SIGNED = ['02', '09', '10', '20'];
const MM = 72 / 25.4;

let blank: GreyPage;
let signed: GreyPage;

function copyOf(page: GreyPage): GreyPage {
  return { ...page, pixels: page.pixels.slice() };
}

beforeAll(async () => {
  const drawn = await renderDocument(sheet, createFontChain());
  if (!drawn.ok) throw new Error(drawn.error.code);
  blank = greyPage(drawn.value.bytes, { page: 1, dpi: 25.4 * PAGE_PIXELS_PER_MM });
  signed = copyOf(blank);
  const random = seeded(7);
  // Within their own cells: what reaches into the next one has a test of its own.
  for (const cell of cells)
    if (!NOT_SIGNED.includes(cell.seat)) signIn(signed, cell, { ...aHand(random), size: 6, lower: 0 }, random);
});

/** Seats by verdict; null where the page is not found in the picture, of whose width the left part is `kept`. */
async function look(page: GreyPage, { kept = 1, ...more }: Partial<Shot> & { readonly kept?: number }) {
  const shot = { ...SCANNED, ...more };
  const photo = await photograph(page, shot);
  const part = { left: 0, top: 0, width: Math.round(shot.width * kept), height: shot.height };
  const taken = kept === 1 ? photo : await sharp(photo).extract(part).jpeg({ quality: 95 }).toBuffer();
  const picture = await decodeGrey(taken, 3600);
  if (!picture.ok) throw new Error(picture.error);
  const [code] = await readCodes(picture.value);
  if (code === undefined) throw new Error('no code was read');
  const anchors = { code: CODE_CORNERS, marks: MARK_CENTRES, markRadius: MARK_RADIUS };
  const ink = measureInk(picture.value, code.corners, { code: code.text, anchors, cells });
  if (ink === null) return null;
  const seatsOf = (verdict: ReturnType<typeof judgeInk>) =>
    cells.filter((_, index) => ink[index] !== undefined && judgeInk(ink[index]) === verdict).map(({ seat }) => seat);
  return { unsigned: seatsOf('unsigned'), unclear: seatsOf('unclear') };
}

/** White over a corner, as a thumb or a torn edge would have it. */
function without(page: GreyPage, ...marks: readonly number[]): GreyPage {
  const covered = copyOf(page);
  for (const index of marks) {
    const centre = MARK_CENTRES[index] ?? MARK_CENTRES[0];
    const [x, y] = [(centre.x / MM) * PAGE_PIXELS_PER_MM, (centre.y / MM) * PAGE_PIXELS_PER_MM];
    for (let py = Math.floor(y - 25); py < y + 25; py += 1)
      covered.pixels.fill(255, py * covered.width + Math.floor(x - 25), py * covered.width + Math.floor(x + 25));
  }
  return covered;
}

describe('[SB3] the cells of a printed and signed sheet', () => {
  it.each<readonly [string, Partial<Shot>]>([
    ['laid into the scanner upside down', { turn: 180 }],
    ['photographed from the side', { turn: 92, width: 2500, height: 1900, distance: 410 }],
    [
      'aslant in a shadow, unsteady and badly kept',
      {
        slant: [-14, 9],
        distance: 430,
        width: 2100,
        height: 2800,
        shadow: 0.55,
        falloff: 0.3,
        noise: 6,
        blur: 0.7,
        quality: 65,
      },
    ],
    ['on a sheet that does not lie flat', { bend: 1 }],
  ])('%s: exactly who has not signed', async (_, shot) => {
    expect(await look(signed, shot)).toEqual({ unsigned: NOT_SIGNED, unclear: [] });
  });

  it('with one corner covered the page is still found; with two nothing is said of any row', async () => {
    expect(await look(without(signed, 0), {})).toEqual({ unsigned: NOT_SIGNED, unclear: [] });
    expect(await look(without(signed, 0, 2), {})).toBeNull();
  });

  it("streaks down the page are nobody's signature", async () => {
    const page = copyOf(signed);
    const left = Math.round(((cells[0]?.x ?? 0) / MM) * PAGE_PIXELS_PER_MM);
    for (let y = 0; y < page.height; y += 1)
      for (const away of [100, 220])
        page.pixels.fill(40, y * page.width + left + away, y * page.width + left + away + 4);
    expect(await look(page, {})).toEqual({ unsigned: [], unclear: NOT_SIGNED });
  });

  it('nothing is said of a row that the picture cuts off', async () => {
    const cut = { turn: 30, width: 2500, distance: 450, kept: 0.742 };
    expect(await look(signed, cut)).toEqual({ unsigned: ['09', '10', '20'], unclear: ['01', '02'] });
  });

  it('a stroke of a pen is in doubt, the tail of a neighbour is nothing', async () => {
    const page = copyOf(blank);
    const [first, , third] = cells;
    if (first === undefined || third === undefined) throw new Error('rows');
    const [x, y] = [first.x / MM + 8, (first.y + first.height / 2) / MM];
    drawStroke(page, [x, y, x + 4, y - 0.5], { pen: 0.5, ink: 40 });
    drawStroke(page, [x, third.y / MM - 3, x, third.y / MM + 2.5], { pen: 0.4, ink: 40 });
    const found = await look(page, {});
    expect(found?.unclear).toContain('01');
    expect(found?.unsigned).toContain('03');
  });
});
