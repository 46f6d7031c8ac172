import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inspectSealFile } from '../../electron/station/papers/inspect-seal-file.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { DocumentId, StaffId } from '../../shared/ids.ts';
import { anAuthority } from '../support/authority.ts';
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

/** What the station's secret store holds of its key. */
function keptKey({ secrets }: Room['ports']): { readonly privateKey: string } {
  return JSON.parse(Buffer.from(secrets.read('seal-key') ?? []).toString('utf8')) as { readonly privateKey: string };
}

/** Settled once the station asks for its key: the paper that it is to seal is made up by then. */
function keyWanted({ secrets }: Room['ports']): Promise<void> {
  const read = secrets.read.bind(secrets);
  return new Promise((resolve) => {
    vi.spyOn(secrets, 'read').mockImplementation((name) => {
      if (name === 'seal-key') resolve();
      return read(name);
    });
  });
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

  it('[SE1] is not sealed over what was recorded while it was being sealed', async () => {
    const { client, day, ports } = await afterCollection();
    await signRecord(client, day.first);
    await signRecord(client, day.second);
    const { contentDigest } = await previewRecord(client, day.first);
    const begun = keyWanted(ports);
    const sealing = client.invoke('signedPaper.seal', { ...RECORD, contentDigest }, { actor: day.first });
    await begun;
    const noted = { ...PAPER, candidate: null, kind: 'other', text: '走廊有噪声' } as const;
    valueOf(await client.invoke('note.take', noted, { actor: day.second }));
    expect(await sealing).toMatchObject({ error: { code: 'approval-stale' } });
    expect(await issuedRecord(client)).toBeUndefined();
  });

  it('[SE4] a file that is not the one that was sealed is neither opened nor signed, nor is one that is gone', async () => {
    const room = await afterCollection();
    const { client, day, ports } = room;
    const document = await sealedBy(room, day.first, day.second);
    const late = () => client.invoke('signedPaper.signLate', { document, drawing: SOME_DRAWING }, { actor: day.chief });
    const opened = () => client.invoke('document.read', { document }, { actor: day.first });
    const [folder = ''] = readdirSync(join(ports.dataDir, 'papers'));
    const path = (ending: string) => join(ports.dataDir, 'papers', folder, `${document}${ending}.sealed`);
    const first = readFileSync(path(''));
    const missing = { error: { code: 'sealed-file-missing' } };
    renameSync(path(''), path('.away'));
    expect([await opened(), await late()]).toMatchObject([missing, missing]);
    writeFileSync(path(''), first);
    valueOf(await late());
    // Named by its content: the one before, in its place, is another file.
    const [seal] = (await issuedRecord(client))?.seals.slice(-1) ?? [];
    const newest = path(`.r2-${seal?.sha256.slice(0, 16)}`);
    valueOf(await opened());
    writeFileSync(newest, first);
    expect(await opened()).toMatchObject(missing);
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
    const { privateKey } = keptKey(ports);
    const everything = readdirSync(ports.dataDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const written = everything.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
    const forms = [privateKey, Buffer.from(privateKey, 'base64')];
    expect(privateKey.length).toBeGreaterThan(100);
    expect(written.filter((bytes) => forms.some((form) => bytes.includes(form)))).toEqual([]);
    expect(JSON.stringify(ports.logger.lines)).not.toContain(privateKey);
    const files = readdirSync(join(ports.dataDir, 'papers'), { recursive: true }).map(String);
    expect(files.filter((name) => name.endsWith('.sealed'))).toHaveLength(
      files.filter((name) => name.includes('.')).length,
    );
  });

  it.each([
    ['made while the clock was ahead', { notBefore: Date.parse('2023-01-01T00:00:00Z') }],
    ['made before the station was called as it is', { name: '监考工作站 Z' }],
  ])('[SE2] one %s gives way to a new one', async (_, other) => {
    const room = await afterCollection();
    const { client, day, ports } = room;
    const document = await sealedBy(room, day.first, day.second);
    ports.secrets.write('seal-key', Buffer.from(JSON.stringify({ ...keptKey(ports), ...other })));
    const late = { document, drawing: SOME_DRAWING };
    valueOf(await client.invoke('signedPaper.signLate', late, { actor: day.chief }));
    expect(Object.keys((await readState(client)).site.sealCertificates)).toHaveLength(2);
    const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: day.first }));
    const verdict = valueOf(await client.invoke('sealedPaper.check', { bytes }, { actor: day.first }));
    expect(verdict).toMatchObject({ outcome: 'sound' });
  });

  it('says so and records nothing where the key that the store gives back is none, and goes on with a new one', async () => {
    const { client, day, ports } = await afterCollection();
    await signRecord(client, day.first);
    await signRecord(client, day.second);
    const [station] = Object.keys((await readState(client)).site.stations);
    const broken = {
      alg: 'ECDSA-P256-SHA256',
      privateKey: 'AAAA',
      certificate: 'AAAA',
      issuers: [],
      notBefore: 0,
      name: null,
    };
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

  it('[SE6] with a certificate of the site’s authority leads to the centre’s root, which an outsider trusts', async () => {
    const room = await afterCollection();
    const { client, day } = room;
    const authority = await anAuthority();
    const by = { actor: day.chief };
    const { pem } = valueOf(await client.invoke('sealCertificate.request', {}, by));
    const issued = await authority.issue(pem);
    const install = (...parts: readonly string[]) =>
      client.invoke('sealCertificate.install', { pem: parts.join('') }, by);
    expect(await install('no certificate')).toMatchObject({ error: { code: 'certificate-unreadable' } });
    expect(await install(authority.rootPem, authority.sitePem)).toMatchObject({
      error: { code: 'certificate-of-other-key' },
    });
    expect(await install(issued, authority.rootPem)).toMatchObject({ error: { code: 'certificate-chain-broken' } });
    const over = await anAuthority({ notAfter: Date.parse('2022-11-01T00:00:00Z') });
    expect(await install(await over.issue(pem), over.sitePem, over.rootPem)).toMatchObject({
      error: { code: 'certificate-out-of-date', rule: 'SE6' },
    });
    valueOf(await install(authority.rootPem, issued, authority.sitePem));
    expect(await install(authority.rootPem, issued, authority.sitePem)).toMatchObject({
      error: { code: 'certificate-known' },
    });
    const document = await sealedBy(room, day.first, day.second);
    const pdf = await read(client, document, day.first);
    expect(pdfsig(pdf, [authority.root])).toEqual([
      { ...VALID, isWholeFile: false },
      { ...VALID, isWholeFile: true },
    ]);
    const root = createHash('sha256').update(authority.root).digest('hex');
    const seen = await inspectSealFile(pdf, [authority.root]);
    expect(seen.ok && seen.value.signatures.map(({ certificate }) => certificate?.authority)).toEqual([root, root]);
    expect(Object.keys((await readState(client)).site.sealCertificates)).toHaveLength(1);
  });
});
