/*
 * Bundled by a test as the desktop's main program is, and run by plain Node from a folder without sources: the roster named
 * first is read in its child process, a picture and a code in two others, and a paper is drawn in its own. Prints what came of it as
 * one line of JSON.
 */
import { readFileSync } from 'node:fs';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { createDocumentRenderer } from '../../electron/station/documents/create-renderer.ts';
import { createPhotoReader } from '../../electron/station/photos/read-photos.ts';
import { readPaperPicture } from '../../electron/station/pictures/read-paper-picture.ts';
import { createRosterReader } from '../../electron/station/roster/read-roster.ts';
import { aPrintableSheet, aSheetCandidate, aSheetInput } from './sign-in-sheet.ts';

const [rosterPath = ''] = process.argv.slice(2);

const roster = await createRosterReader().read(
  { name: 'roster.xlsx', bytes: readFileSync(rosterPath) },
  { capacityPerRoom: 40, today: '2022-11-19' },
);
const grey = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#888888' } })
  .jpeg()
  .toBuffer();
const [photo] = await createPhotoReader().read([grey]);

const page = await readPaperPicture(await QRCode.toBuffer('a code', { width: 200 }));

const renderer = createDocumentRenderer();
const paper = await renderer.render(
  aPrintableSheet(aSheetInput({ candidates: [aSheetCandidate({ name: '谢𡋾·买买提' })] })),
);
await renderer.close();

console.log(
  JSON.stringify({
    rows: roster.ok ? roster.value.rows.length : roster.error,
    photo: photo !== null && photo !== undefined,
    codes: page.ok ? page.value.codes.map(({ text }) => text) : page.error,
    paper: paper.ok ? Buffer.from(paper.value.bytes.subarray(0, 5)).toString() : paper.error,
  }),
);
