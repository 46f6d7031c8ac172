import sharp from 'sharp';
import { expect, it } from 'vitest';
import { decodeGrey } from '../../../../../electron/station/pictures/decode-picture.ts';

const PAPER = { width: 30, height: 10, channels: 3, background: '#f0f0f0' } as const;

function patch(background: string, left: number) {
  return { input: { create: { width: 10, height: 10, channels: 3, background } }, left, top: 0 } as const;
}

it('[SB3] takes a red stamp and a stain for pale, and blue ink for dark', async () => {
  const stamped = sharp({ create: PAPER }).composite([patch('#d02020', 0), patch('#1c2f8a', 10), patch('#d8b080', 20)]);
  const picture = await decodeGrey(await stamped.png().toBuffer(), 100);
  if (!picture.ok) throw new Error(picture.error);
  expect([5, 15, 25].map((x) => picture.value.pixels[x])).toEqual([208, 28, 216]);
});

it('takes a file of one page, and says of one with several that it has them', async () => {
  const page = await sharp({ create: PAPER }).png().toBuffer();
  expect(await decodeGrey(await sharp(page).tiff().toBuffer(), 100)).toMatchObject({ ok: true });
  const pile = await sharp([page, page], { join: { animated: true } })
    .tiff()
    .toBuffer();
  expect(await decodeGrey(pile, 100)).toEqual({ ok: false, error: 'several-pages' });
});
