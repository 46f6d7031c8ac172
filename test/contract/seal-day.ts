import { as, type DocumentId } from '../../shared/ids.ts';
import { anAuthority } from '../support/authority.ts';
import { type EnactedDay, enlistAs } from '../support/day-scenario.ts';
import { PAPER, RECORD, SOME_DRAWING } from '../support/whole-day.ts';
import { FORMED, SOME_EVENT } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

/** What a record that is not ready, or not there, is refused for; `early` is a digest from before 收卷. */
export async function refuseUnreadyPapers({ client }: Scene, day: EnactedDay): Promise<void> {
  const { refused } = asking(client, day.first);
  const gone = { ...PAPER, kind: 'violation-notice', about: SOME_EVENT } as const;
  const contentDigest = '0'.repeat(64);
  await refused('signedPaper.preview', gone, 'paper-subject-gone');
  await refused('signedPaper.approve', { ...gone, contentDigest, drawing: SOME_DRAWING }, 'paper-subject-gone');
  await refused('signedPaper.issue', gone, 'paper-subject-gone');
  await refused('signedPaper.seal', { ...gone, contentDigest }, 'paper-subject-gone');
  await refused('signedPaper.seal', { ...RECORD, contentDigest }, 'not-collected');
}

/** 封存 and 补签 of a collected record that the first has signed and `printed`, with every refusal on the way. */
export async function sealTheRecord({ client }: Scene, day: EnactedDay, printed: DocumentId): Promise<void> {
  const { ok, refused } = asking(client, day.first);
  const stale = '0'.repeat(64);
  const digest = async () => (await ok('signedPaper.preview', RECORD)).contentDigest;
  const sign = async (...actors: readonly EnactedDay['first'][]) => {
    const contentDigest = await digest();
    for (const actor of actors)
      await ok('signedPaper.approve', { ...RECORD, contentDigest, drawing: SOME_DRAWING }, { actor });
  };
  const seal = async () => ({ ...RECORD, contentDigest: await digest() });

  await refused('signedPaper.seal', { ...RECORD, contentDigest: stale }, 'approval-stale');
  await refused('signedPaper.seal', await seal(), 'signatures-missing');
  const noted = await ok('note.take', { ...FORMED['note.take'], text: '考生写名字用了 𱍐 字' });
  await refused('signedPaper.issue', RECORD, 'glyph-missing');
  await sign(day.first, day.second);
  await refused('signedPaper.seal', await seal(), 'glyph-missing');
  await ok('act.undo', { target: noted.events[0]! });
  await sign(day.second);

  const late = (document: DocumentId) => ({ document, drawing: SOME_DRAWING });
  await refused('signedPaper.signLate', late(printed), 'document-not-sealed');
  await refused('signedPaper.signLate', late(as<DocumentId>('nowhere')), 'document-unknown');
  const { document } = await ok('signedPaper.seal', await seal());
  await refused('signedPaper.seal', await seal(), 'already-sealed');
  await refused('signedPaper.approve', { ...(await seal()), drawing: SOME_DRAWING }, 'already-sealed');
  await refused('signedPaper.issue', RECORD, 'already-sealed');

  const deputy = await enlistAs(client, day.chief, { role: 'deputy', room: null, name: '许副主考' });
  await refused('signedPaper.signLate', late(document), 'no-field-for-signer', { actor: deputy });
  await refused('signedPaper.signLate', late(document), 'already-approved');
  await ok('signedPaper.signLate', late(document), { actor: day.chief });

  const authority = await anAuthority();
  const chief = { actor: day.chief };
  const { pem } = await ok('sealCertificate.request', {}, chief);
  const chain = `${await authority.issue(pem)}${authority.sitePem}${authority.rootPem}`;
  const install = async (text: string, code: Parameters<typeof refused>[2]) =>
    refused('sealCertificate.install', { pem: text }, code, chief);
  await install('', 'certificate-unreadable');
  await install(authority.rootPem, 'certificate-of-other-key');
  await install(await authority.issue(pem), 'certificate-chain-broken');
  const over = await anAuthority({ notAfter: Date.parse('2022-11-01T00:00:00Z') });
  await install(`${await over.issue(pem)}${over.sitePem}${over.rootPem}`, 'certificate-out-of-date');
  await ok('sealCertificate.install', { pem: chain }, chief);
  await install(chain, 'certificate-known');
}
