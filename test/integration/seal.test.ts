import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { DocumentId, StaffId } from '../../shared/ids.ts';
import { enactDay, enlistAs, readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { pdfsig } from '../support/pdfsig.ts';
import { pdfFact, pdfText } from '../support/poppler.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';
import {
  liveSteps,
  PAPER,
  previewRecord,
  RECORD,
  sealRecord,
  signRecord,
  SOME_DRAWING,
  WHOLE_DAY,
} from '../support/whole-day.ts';

const COLLECTED = WHOLE_DAY.findIndex(({ name }) => name === 'both invigilators sign');

/** Room 001 after 收卷, with a technician on the list; closed when the test has finished. */
async function afterCollection() {
  const clock = new TestClock('2022-11-19 07:50');
  const ports = createTestPorts({ dataDir: tempDir(), clock });
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  const client = createDirectClient(station);
  const day = await enactDay(client);
  const technician = await enlistAs(client, day.chief, { role: 'technician', room: ROOM, name: '吴技术' });
  await liveSteps(client, day, { clock, to: COLLECTED });
  return { client, clock, day, ports, technician };
}

type Room = Awaited<ReturnType<typeof afterCollection>>;

async function read(client: StationClient, document: DocumentId, actor: StaffId): Promise<Uint8Array> {
  const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor }));
  return new Uint8Array(Buffer.from(bytes, 'base64'));
}

/** The root that this station's papers lead to, as the day lists it. */
async function rootOf(client: StationClient): Promise<Uint8Array> {
  const { site } = await readState(client);
  const [listed] = Object.values(site.sealCertificates);
  return new Uint8Array(Buffer.from(listed?.issuers.at(-1) ?? '', 'base64'));
}

async function issuedRecord(client: StationClient) {
  const room = (await readState(client)).rooms[ROOM];
  return room?.issued.find(({ kind }) => kind === 'room-record');
}

async function sealedBy({ client, day }: Room, ...signers: readonly StaffId[]): Promise<DocumentId> {
  for (const signer of signers) await signRecord(client, signer);
  return sealRecord(client, day.first);
}

const VALID = { signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.' };

describe('封存 of 考场情况记录单', () => {
  it('[SE1] is refused while somebody who has to has not signed exactly this', async () => {
    const { client, day } = await afterCollection();
    const { contentDigest } = await previewRecord(client, day.first);
    const seal = () => client.invoke('signedPaper.seal', { ...RECORD, contentDigest }, { actor: day.first });
    expect(await seal()).toMatchObject({ error: { code: 'signatures-missing', figures: { count: 2 } } });
    await signRecord(client, day.second);
    expect(await seal()).toMatchObject({ error: { code: 'signatures-missing', figures: { count: 1 } } });
    valueOf(
      await client.invoke(
        'note.take',
        { ...PAPER, candidate: null, kind: 'other', text: '走廊有噪声' },
        { actor: day.first },
      ),
    );
    expect(await seal()).toMatchObject({ error: { code: 'approval-stale' } });
    expect(await issuedRecord(client)).toBeUndefined();
  });

  it('[SE1] [SE2] bears one signature for each signer, which an outsider finds valid under the listed root', async () => {
    const room = await afterCollection();
    const { client, day, technician } = room;
    const document = await sealedBy(room, day.first, day.second, technician);
    const pdf = await read(client, document, day.first);
    expect(pdfsig(pdf, [await rootOf(client)])).toEqual([
      { ...VALID, isWholeFile: false },
      { ...VALID, isWholeFile: false },
      { ...VALID, isWholeFile: true },
    ]);
    expect(pdfFact(pdf, 'Keywords')).toMatch(/^PS1\|record\|/);
    expect(pdfText(pdf).match(/手写签名图样/g)).toHaveLength(3);
    const issued = await issuedRecord(client);
    const [seal] = issued?.seals ?? [];
    expect(issued).toMatchObject({ document, copy: 1 });
    expect(seal).toMatchObject({
      revision: 1,
      previous: null,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      signatures: [
        { field: 'Sig1', staff: day.first, as: 'invigilator', by: 'pin' },
        { field: 'Sig2', staff: day.second, as: 'invigilator', by: 'pin' },
        { field: 'Sig3', staff: technician, as: 'technician', by: 'pin' },
      ],
      open: [{ field: 'Sig4', as: 'chief', staff: day.chief }],
    });
    expect(seal?.fingerprint).toBe(Object.keys((await readState(client)).site.sealCertificates)[0]);
  });

  it('[SE4] the chief signs late in the field that waits for him; what was sealed before stays as it was', async () => {
    const room = await afterCollection();
    const { client, clock, day } = room;
    const document = await sealedBy(room, day.first, day.second);
    const before = await read(client, document, day.first);
    clock.setWall('2022-11-19 11:02');
    const late = (actor: StaffId) =>
      client.invoke('signedPaper.signLate', { document, drawing: SOME_DRAWING }, { actor });
    expect(valueOf(await late(day.chief))).toMatchObject({ document, copy: 1 });
    const after = await read(client, document, day.first);
    expect(Buffer.from(after.subarray(0, before.length)).equals(before)).toBe(true);
    expect(pdfsig(after, [await rootOf(client)]).map(({ signature }) => signature)).toEqual([
      VALID.signature,
      VALID.signature,
      VALID.signature,
    ]);
    expect(pdfText(after)).toContain('签于本机 11:02');
    expect(await late(day.chief)).toMatchObject({ error: { code: 'already-approved' } });
    expect(await late(day.second)).toMatchObject({ error: { code: 'already-approved' } });
    expect((await issuedRecord(client))?.seals.map(({ revision, open }) => [revision, open.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('[SE3] a paper is sealed once: later facts outdate it, and nobody signs, prints or seals another', async () => {
    const room = await afterCollection();
    const { client, day } = room;
    await sealedBy(room, day.first, day.second);
    valueOf(
      await client.invoke(
        'note.take',
        { ...PAPER, candidate: null, kind: 'other', text: '补记：空调漏水' },
        { actor: day.first },
      ),
    );
    const preview = await previewRecord(client, day.first);
    expect(preview).toMatchObject({ canSign: false, lapsed: 0, sealed: { isOutdated: true } });
    const { contentDigest } = preview;
    const refused = { error: { code: 'already-sealed', rule: 'SE3' } };
    const by = { actor: day.first };
    expect(await client.invoke('signedPaper.seal', { ...RECORD, contentDigest }, by)).toMatchObject(refused);
    expect(await client.invoke('signedPaper.issue', RECORD, by)).toMatchObject(refused);
    expect(
      await client.invoke('signedPaper.approve', { ...RECORD, contentDigest, drawing: SOME_DRAWING }, by),
    ).toMatchObject(refused);
  });

  it('[SE2] the certificate is made once, holds from the day before for ten years, and is the same for the next paper', async () => {
    const room = await afterCollection();
    const { client, clock, day, ports } = room;
    await sealedBy(room, day.first, day.second);
    const { site } = await readState(client);
    const [listed, ...others] = Object.values(site.sealCertificates);
    expect(others).toEqual([]);
    expect(clock.wall() - (listed?.notBefore ?? 0)).toBeGreaterThanOrEqual(86_400_000);
    expect(new Date(listed?.notAfter ?? 0).getUTCFullYear() - new Date(listed?.notBefore ?? 0).getUTCFullYear()).toBe(
      10,
    );
    expect(ports.secrets.read('seal-key')).not.toBeNull();
    const files = readdirSync(join(ports.dataDir, 'papers'), { recursive: true }).map(String);
    expect(files.filter((name) => name.endsWith('.sealed'))).toHaveLength(
      files.filter((name) => name.includes('.')).length,
    );
  });

  it('says so and records nothing where the key that the store gives back is none, and goes on with a new one', async () => {
    const { client, day, ports } = await afterCollection();
    await signRecord(client, day.first);
    await signRecord(client, day.second);
    const [station] = Object.keys((await readState(client)).site.stations);
    const broken = { alg: 'ECDSA-P256-SHA256', privateKey: 'AAAA', certificate: 'AAAA', issuers: [], notBefore: 0 };
    ports.secrets.write('seal-key', Buffer.from(JSON.stringify({ ...broken, notAfter: 4e12, station })));
    const { contentDigest } = await previewRecord(client, day.first);
    const seal = () => client.invoke('signedPaper.seal', { ...RECORD, contentDigest }, { actor: day.first });
    expect(await seal()).toMatchObject({ error: { code: 'sealing-failed' } });
    expect(await issuedRecord(client)).toBeUndefined();
    expect(ports.logger.lines.filter(({ event }) => event === 'sealing-failed')).toHaveLength(1);
    ports.secrets.write('seal-key', Buffer.from('not even JSON'));
    const { document } = valueOf(await seal());
    expect(pdfsig(await read(client, document, day.first), [await rootOf(client)])).toHaveLength(2);
  });
});
