import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { SignedPaperKind } from '../../shared/domain/signed-papers.ts';
import { enactDay, type EnactedDay, readState, ROOM } from '../support/day-scenario.ts';
import { PAPER, SOME_DRAWING, violationOf } from '../support/whole-day.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

/** A notice that is sealed, what its 更正单 are refused for, and one that is sealed too. */
export async function correctASealedPaper(scene: Scene): Promise<void> {
  const { client, ports } = scene;
  const day = await enactDay(client);
  ports.clock.setWall('2022-11-19 09:40');
  const { ok, refused } = asking(client, day.first);
  const two = { second: day.second };
  const { events } = await ok('violation.record', violationOf(day), two);
  const target = events[0]!;
  const notice = await sealPaperOf(scene, day, { kind: 'violation-notice', about: target });
  const opening = { ...PAPER, corrects: notice, why: '考生姓名写错' };
  await refused('act.undo', { target }, 'paper-sealed', { ...two, reason: '记错人' });
  await refused('correction.open', { ...opening, corrects: target }, 'document-not-sealed');
  const opened = await ok('correction.open', opening);
  await refused('correction.open', opening, 'correction-open');
  const correction = await sealPaperOf(scene, day, { kind: 'correction', about: opened.events[0]! });
  await refused('correction.open', { ...opening, corrects: correction }, 'correction-of-correction');

  // What was sealed is kept where it was sealed, and nowhere else.
  const papers = join(ports.dataDir, 'papers');
  for (const name of readdirSync(papers, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.content.sealed')) rmSync(join(papers, name));
  await refused('correction.open', opening, 'sealed-file-missing');
}

/** Signed by both and sealed; answers its PaperIssued. */
async function sealPaperOf(
  { client }: Scene,
  day: EnactedDay,
  { kind, about }: { readonly kind: SignedPaperKind; readonly about: EventRef },
): Promise<EventRef> {
  const { ok } = asking(client, day.first);
  const asked = { ...PAPER, kind, about };
  const { contentDigest } = await ok('signedPaper.preview', asked);
  for (const actor of [day.first, day.second])
    await ok('signedPaper.approve', { ...asked, contentDigest, drawing: SOME_DRAWING }, { actor });
  const { document } = await ok('signedPaper.seal', { ...asked, contentDigest });
  const issued = (await readState(client)).rooms[ROOM]?.issued.find((one) => one.document === document);
  if (issued === undefined) throw new Error('nothing was sealed');
  return issued.event;
}
