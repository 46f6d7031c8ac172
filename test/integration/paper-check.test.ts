import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerifyPaper } from '../../electron/hosts/machine/verify-paper-command.ts';
import { verifySeal } from '../../electron/station/papers/verify-seal.ts';
import { createStation } from '../../electron/station/station.ts';
import { encodePaperQr, parsePaperQr } from '../../shared/documents/paper-qr.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { enactDay, readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { pdfFact } from '../support/poppler.ts';
import { aSealedPaper, aSealKey } from '../support/sealed-paper.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';
import { liveSteps, sealRecord, signRecord, SOME_DRAWING, WHOLE_DAY } from '../support/whole-day.ts';

const COLLECTED = WHOLE_DAY.findIndex(({ name }) => name === 'both invigilators sign');

/** A day whose record was sealed with the second signature and signed late once more, both files, and its journal. */
async function aSealedDay() {
  const clock = new TestClock('2022-11-19 07:50');
  const ports = createTestPorts({ dataDir: mkdtempSync(join(rootDir, 'data-')), clock });
  const station = await createStation(ports);
  const client = createDirectClient(station);
  const day = await enactDay(client);
  await liveSteps(client, day, { clock, to: COLLECTED });
  valueOf(await client.invoke('companionSeal.choose', { alg: 'SM2-SM3' }, { actor: day.chief }));
  await signRecord(client, day.first);
  await signRecord(client, day.second);
  const document = await sealRecord(client, day.first);
  const read = async (number: DocumentId) => {
    const { bytes } = valueOf(await client.invoke('document.read', { document: number }, { actor: day.first }));
    return new Uint8Array(Buffer.from(bytes, 'base64'));
  };
  const first = await read(document);
  valueOf(await client.invoke('signedPaper.signLate', { document, drawing: SOME_DRAWING }, { actor: day.chief }));
  const last = await read(document);
  const state = await readState(client);
  return { station, client, day, ports, document, first, last, state };
}

let rootDir: string;
let sealed: Awaited<ReturnType<typeof aSealedDay>>;
let journal: string;
beforeAll(async () => {
  rootDir = mkdtempSync(join(tmpdir(), 'proctor-check-'));
  sealed = await aSealedDay();
}, 60_000);
afterAll(async () => {
  await sealed.station.close();
  rmSync(rootDir, { recursive: true, force: true });
});

async function check(bytes: Uint8Array) {
  const input = { bytes: Buffer.from(bytes).toString('base64') };
  return valueOf(await sealed.client.invoke('sealedPaper.check', input, { actor: sealed.day.first }));
}

async function checkCode(text: string) {
  return valueOf(await sealed.client.invoke('paperCode.check', { text }, { actor: sealed.day.first }));
}

const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code);

describe('a sealed file held against the journal', () => {
  it('[VF1] is sound when it is the newest revision: who signed, by which station, in which record', async () => {
    const verdict = await check(sealed.last);
    expect(verdict.outcome).toBe('sound');
    expect(codesOf(verdict)).toEqual(expect.arrayContaining(['ends-at-end', 'journal-agrees', 'companion-good']));
    expect(verdict.paper).toMatchObject({ document: sealed.document, room: ROOM, kind: 'room-record' });
    const seals = sealed.state.rooms[ROOM]?.issued.at(-1)?.seals.map(({ event }) => `A#${event.seq}`);
    expect(verdict.signatures.map(({ isGood, station, number }) => [isGood, station, number])).toEqual([
      [true, 'A', seals?.[0]],
      [true, 'A', seals?.[0]],
      [true, 'A', seals?.[1]],
    ]);
  });

  it('[VF2] is told from an earlier revision, with the signature that it lacks', async () => {
    const verdict = await check(sealed.first);
    expect(verdict).toMatchObject({ outcome: 'wrong', signatures: [{ isGood: true }, { isGood: true }] });
    expect(codesOf(verdict)).toEqual(expect.arrayContaining(['older-revision', 'signature-missing']));
  });

  it('[VF2] that was signed late at two stations is as good as the other one, which is named', async () => {
    const { state } = sealed;
    const room = state.rooms[ROOM];
    const [earlier, late] = room?.issued.at(-1)?.seals ?? [];
    if (room === undefined || earlier === undefined || late === undefined) throw new Error('not sealed twice');
    const apart = { ...late, sha256: 'a'.repeat(64), event: { ...late.event, seq: late.event.seq + 7 } };
    const issued = room.issued.map((one) => (one.seals.length > 0 ? { ...one, seals: [earlier, apart, late] } : one));
    const merged = { ...state, rooms: { ...state.rooms, [ROOM]: { ...room, issued } } };
    const known = { state: merged, kind: 'real', labelOf: () => 'A', nameOf: () => null } as const;
    const held = async (bytes: Uint8Array) => {
      const verdict = await verifySeal(bytes, { known, authorities: [] });
      if (!verdict.ok) throw new Error(verdict.error);
      return verdict.value;
    };
    const verdict = await held(sealed.last);
    expect(verdict.outcome).toBe('sound');
    expect(verdict.findings).toContainEqual(
      expect.objectContaining({ code: 'signed-apart', details: { other: `A#${apart.event.seq}` } }),
    );
    expect(verdict.signatures.at(-1)?.number).toBe(`A#${late.event.seq}`);
    expect(codesOf(await held(sealed.first))).toContain('older-revision');
  });

  it('[VF2] is told from one that was cut back to a signature within its first revision', async () => {
    const gaps = [
      ...Buffer.from(sealed.first)
        .toString('latin1')
        .matchAll(/%%EOF\n/g),
    ];
    const cut = sealed.first.subarray(0, (gaps.at(-2)?.index ?? 0) + 6);
    expect(codesOf(await check(cut))).toEqual(expect.arrayContaining(['digest-differs', 'signature-missing']));
  });

  it('[VF3] is told from one with bytes appended, a byte turned, or a page rewritten after it', async () => {
    const appended = Buffer.concat([sealed.last, Buffer.from('% x')]);
    expect(codesOf(await check(appended))).toEqual(expect.arrayContaining(['bytes-appended', 'digest-differs']));
    const turned = Uint8Array.from(sealed.last);
    turned[2000] = (turned[2000] ?? 0) ^ 1;
    expect(codesOf(await check(turned))).toEqual(expect.arrayContaining(['content-changed', 'digest-differs']));
    const pdf = await PDF.load(sealed.last);
    pdf.getPages()[0]?.drawText('x');
    const edited = await check(await pdf.save({ incremental: true }));
    expect(codesOf(edited)).toEqual(expect.arrayContaining(['unsigned-part', 'digest-differs']));
  });

  it('[VF4] is told from one that a certificate of no station here made', async () => {
    const foreign = await check(await aSealedPaper(await aSealKey('A'), 2, pdfFact(sealed.last, 'Keywords')));
    expect(foreign.outcome).toBe('wrong');
    expect(codesOf(foreign)).toEqual(expect.arrayContaining(['certificate-foreign', 'digest-differs']));
    expect(foreign.signatures.every(({ isGood }) => !isGood)).toBe(true);
  });

  it('[VF7] bears a second signature by SM2 over its SM3 digest, by the same key each time, kept as a secret', () => {
    const seals = sealed.state.rooms[ROOM]?.issued.at(-1)?.seals ?? [];
    expect(seals.map(({ companion }) => companion?.alg)).toEqual(['SM2-SM3', 'SM2-SM3']);
    expect(new Set(seals.map(({ companion }) => companion?.publicKey)).size).toBe(1);
    expect(sealed.ports.secrets.read('companion-key')).not.toBeNull();
  });
});

describe('the code on a page held against the journal', () => {
  it('[VF5] agrees with the print and with the records that it bears', async () => {
    const verdict = await checkCode(pdfFact(sealed.last, 'Keywords'));
    expect(verdict).toMatchObject({ outcome: 'sound', print: { document: sealed.document, copy: 1 } });
    expect(codesOf(verdict)).toEqual(['print-agrees', 'heads-agree', 'sealed']);
  });

  it('[VF5] is told from one that says something else of the same print', async () => {
    const read = parsePaperQr(pdfFact(sealed.last, 'Keywords'));
    const qr = read.ok ? read.value : null;
    if (qr === null) throw new Error('the page has no code of ours');
    const digest = 'f'.repeat(16);
    expect(codesOf(await checkCode(encodePaperQr({ ...qr, digest })))).toContain('code-differs');
    const heads = qr.heads.map((head) => ({ ...head, hash: digest }));
    expect(codesOf(await checkCode(encodePaperQr({ ...qr, heads })))).toContain('head-differs');
    const later = qr.heads.map((head) => ({ ...head, seq: head.seq + 100_000 }));
    expect(await checkCode(encodePaperQr({ ...qr, heads: later }))).toMatchObject({ outcome: 'open' });
  });
});

describe('npm run verify of a sealed paper', () => {
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(rootDir, name), bytes);
    return join(rootDir, name);
  };
  beforeAll(async () => {
    await sealed.station.close();
    const files = readdirSync(sealed.ports.dataDir, { recursive: true }).map(String);
    const [file = ''] = files.filter((name) => name.endsWith('.journal'));
    journal = join(rootDir, 'day.journal');
    copyFileSync(join(sealed.ports.dataDir, file), journal);
    const [listed] = Object.values(sealed.state.site.sealCertificates);
    const root = (listed?.issuers.at(-1) ?? '').replace(/.{64}/g, '$&\n');
    writeFileSync(join(rootDir, 'ca.pem'), `-----BEGIN CERTIFICATE-----\n${root}\n-----END CERTIFICATE-----\n`);
  });

  it('[VF6] says 0 with journal or root, 1 for what is wrong, 2 where nothing says whose it is', async () => {
    const last = put('last.pdf', sealed.last);
    expect((await runVerifyPaper([last, '--journal', journal, '--ca', join(rootDir, 'ca.pem')])).exitCode).toBe(0);
    expect((await runVerifyPaper([last, '--ca', join(rootDir, 'ca.pem')])).exitCode).toBe(0);
    const alone = await runVerifyPaper([last]);
    expect(alone.exitCode).toBe(2);
    expect(alone.lines.join('\n')).not.toContain('：有效');
    const older = await runVerifyPaper([put('first.pdf', sealed.first), '--journal', journal]);
    expect(older.exitCode).toBe(1);
    expect(older.lines.join('\n')).toMatch(/较早的版本（A#\d+）/);
  });

  it('[VF6] is typed as the check of a journal is, and asks no program of a rewritten journal', () => {
    const last = put('last.pdf', sealed.last);
    const run = (...args: readonly string[]) =>
      spawnSync('npm', ['run', '--silent', 'verify', '--', ...args], { encoding: 'utf8', timeout: 30_000 });
    const good = run(last, '--journal', journal);
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('结论：没有发现问题。') });
    const bad = run(last, '--journal', last);
    expect(bad).toMatchObject({ status: 2, stdout: expect.stringContaining('无法核对') });
  });
});
