/*
 * Bundled by a test as the desktop's main program is, and run by plain Node from a folder without sources: the roster named
 * first, a picture and a code are read in a child process each; a paper is drawn in its own, sealed in another, signed a second
 * time in a third and inspected in a fourth. Prints what came of it as one line of JSON.
 */
import { readFileSync } from 'node:fs';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { createDocumentRenderer } from '../../electron/station/documents/create-renderer.ts';
import { inspectSeal } from '../../electron/station/papers/inspect-seal.ts';
import { createSealer } from '../../electron/station/papers/sealer.ts';
import { signCompanion } from '../../electron/station/papers/sign-companion.ts';
import { createPhotoReader } from '../../electron/station/photos/read-photos.ts';
import { readPaperPicture } from '../../electron/station/pictures/read-paper-picture.ts';
import { createRosterReader } from '../../electron/station/roster/read-roster.ts';
import { createMemorySecretStore } from './test-ports.ts';
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

const madeAt = Date.UTC(2022, 10, 18);
const station = '0123456789abcdef';
const sealer = createSealer();
const key = await sealer.makeCertificate({ name: '监考工作站 A', station, madeAt });
const sign = [{ field: 'Sig1', reason: '由本机代 李监考 封存', location: '001', at: madeAt }];
const drawn = paper.ok ? paper.value.bytes : new Uint8Array();
const sealed = key.ok ? await sealer.seal({ kind: 'seal', bytes: drawn, key: key.value, fields: ['Sig1'], sign }) : key;
await sealer.close();
const bytes = sealed.ok ? sealed.value : new Uint8Array();
const chosen = { state: { site: { companionSeal: 'SM2-SM3' } } } as unknown as Parameters<typeof signCompanion>[1]; // all it asks of a day
const stationDb = { identity: { station } } as unknown as Parameters<typeof signCompanion>[0]['stationDb']; // and of the station
const companion = await signCompanion(
  { ports: { secrets: createMemorySecretStore() } as never, stationDb },
  chosen,
  bytes,
);
const seen = await inspectSeal({ bytes, authorities: [], companion: companion.ok ? companion.value : null });

console.log(
  JSON.stringify({
    rows: roster.ok ? roster.value.rows.length : roster.error,
    photo: photo !== null && photo !== undefined,
    codes: page.ok ? page.value.codes.map(({ text }) => text) : page.error,
    paper: paper.ok ? Buffer.from(paper.value.bytes.subarray(0, 5)).toString() : paper.error,
    seal: sealed.ok ? 'sealed' : sealed.error,
    seen: seen.ok ? { signatures: seen.value.signatures.length, companion: seen.value.companion } : seen.error,
  }),
);
