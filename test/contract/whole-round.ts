import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { checkInOf, type EnactedDay, enlistAs, readState, ROOM } from '../support/day-scenario.ts';
import {
  absencesOf,
  castOf,
  collection,
  lateRefusal,
  leaveOf,
  openTicks,
  PAPER,
  RECORD,
  SOME_DRAWING,
  violationOf,
  warningOf,
} from '../support/whole-day.ts';
import { FORMED, SOMEBODY } from './formed.ts';
import { asking } from './asking.ts';
import type { Scene } from './scene.ts';
import { refuseUnreadyPapers, sealTheRecord } from './seal-day.ts';

const PHOTOS = join(import.meta.dirname, '..', 'fixtures', 'rosters', 'photos-room-001');

/** What a page reads when it starts. */
export async function readEverything({ client, ports }: Scene, { first, candidates }: EnactedDay): Promise<void> {
  const { ok } = asking(client, first);
  const status = await ok('station.status', {});
  expect(status).toMatchObject({ stage: 'ready', binding: { kind: 'room', room: ROOM }, host: 'browser' });
  expect((await ok('station.clock', {})).nowMs).toBe(ports.clock.wall());
  expect((await ok('staff.list', {})).staff).toHaveLength(3);
  expect((await ok('candidates.list', { room: ROOM })).candidates).toHaveLength(candidates.length);
  const found = await ok('candidates.search', { query: candidates[0]!.ticket, room: ROOM });
  expect(found).toMatchObject({ kind: 'one', how: 'ticket', matches: [{ candidate: candidates[0]!.candidate }] });
}

/** A picture of the fixtures as the page sends it, by its owner's ID number. */
export function pictureOf(idNumber: string): MethodInput<'photos.file'>['files'][number] {
  const name = `${idNumber}.jpg`;
  return { name, bytes: readFileSync(join(PHOTOS, name)).toString('base64') };
}

/** One picture is filed, found and shown. */
export async function fileAPhoto({ client }: Scene, { first, candidates }: EnactedDay): Promise<void> {
  const { ok } = asking(client, first);
  const name = readdirSync(PHOTOS).find((file) => /^\d{17}[\dX]\.jpg$/.test(file));
  if (name === undefined) throw new Error('no picture named by an ID number');
  const session = as<CommandId>('photos-of-the-test');
  const { outcomes } = await ok('photos.file', { session, files: [pictureOf(name.slice(0, -4))] });
  expect(outcomes).toMatchObject([{ name, outcome: 'filed' }]);
  const report = await ok('photos.report', {});
  expect(report).toMatchObject({ filed: 1, expected: candidates.length });
  const { photos } = await ok('candidates.photos', { candidates: [outcomes[0]!.candidate!] });
  expect(Buffer.from(photos[0]!.jpeg, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8');
}

/** The paper up to the cut-off: what is asked in time, and what is asked too early. */
export async function liveUntilCutOff({ client, ports }: Scene, day: EnactedDay): Promise<void> {
  const { ok, refused } = asking(client, day.first);
  const { inTime, late, forced, missing } = castOf(day);
  await refused('violation.record', violationOf(day), 'entry-not-open', { second: day.second });
  ports.clock.setWall('2022-11-19 08:05');
  await ok('milestone.confirm', FORMED['milestone.confirm']);
  const receipt = await ok('checkIn.confirm', checkInOf(late));
  expect(receipt.events).toHaveLength(1);
  await ok('act.undo', { target: receipt.events[0]! });
  for (const card of inTime) await ok('checkIn.confirm', checkInOf(card));
  await ok('entry.refuse', FORMED['entry.refuse']);
  await refused('absence.record', absencesOf(day), 'absence-not-open');
  const open = { ...PAPER, candidate: forced.candidate, how: 'by-candidate' } as const;
  await refused('submission.record', open, 'submission-not-open');
  ports.clock.setWall('2022-11-19 08:25');
  await ok('signal.give', FORMED['signal.give']);
  ports.clock.setWall('2022-11-19 08:30');
  await sayTheCode(client, day);
  ports.clock.setWall('2022-11-19 08:40');
  await refused('submission.record', { ...open, candidate: missing[0].candidate }, 'not-present');
  await refused('leave.record', leaveOf(missing[0]), 'not-present');
  await refused('leave.record', leaveOf(forced), 'not-submitted');
  await ok('submission.record', { ...open, how: 'full-screen-left' });
  await refused('submission.record', open, 'already-submitted');
  await refused('leave.record', leaveOf(forced), 'leave-not-open');
  await ok('checkIn.confirm', checkInOf(late));
}

/** 开考, and its code read out to the chief. */
async function sayTheCode(client: StationClient, { first }: EnactedDay): Promise<void> {
  const { ok, refused } = asking(client, first);
  const moment = { milestone: 'theory:start' } as const;
  await refused('checkCode.give', { ...PAPER, ...moment }, 'check-code-not-open');
  const { events } = await ok('milestone.confirm', moment);
  const { toGive } = await ok('checkCodes.read', {});
  expect(toGive).toEqual([{ ...moment, head: events[0], code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{6}$/) }]);
  await refused('checkCode.note', FORMED['checkCode.note'], 'role-not-allowed');
  await ok('checkCode.give', { ...PAPER, ...moment });
  await refused('checkCode.give', { ...PAPER, ...moment }, 'check-code-already-given');
  expect(await ok('checkCodes.read', {})).toEqual({ toGive: [], noted: [] });
}

/** From the cut-off to the end: absences, a violation, a note, somebody who leaves, ticks. */
export async function liveUntilEnd({ client, ports }: Scene, day: EnactedDay): Promise<void> {
  const { ok, refused } = asking(client, day.first);
  const { inTime, early, missing } = castOf(day);
  ports.clock.setWall('2022-11-19 09:00');
  await ok('entry.refuse', lateRefusal(day));
  await refused('absence.record', { ...PAPER, candidates: [inTime[0]!.candidate] }, 'already-checked-in');
  await refused('absence.record', { ...PAPER, candidates: [SOMEBODY] }, 'candidate-unknown');
  await ok('absence.record', { ...PAPER, candidates: absencesOf(day).candidates.slice(0, 2) });
  await refused('absence.record', absencesOf(day), 'already-absent');

  const violation = violationOf(day);
  await refused('violation.record', { ...violation, code: '99' }, 'violation-code-unknown', { second: day.second });
  await refused('violation.record', { ...violation, facts: null }, 'facts-missing', { second: day.second });
  await refused('violation.record', violation, 'two-invigilators-needed');
  await refused('violation.record', violation, 'two-invigilators-needed', { second: day.chief });
  await refused('violation.record', { ...violation, candidate: SOMEBODY }, 'candidate-unknown');
  const recorded = await ok('violation.record', violation, { second: day.second });
  const warned = await ok('violation.record', warningOf(day));
  await ok('note.take', FORMED['note.take']);
  await refused('note.take', { ...FORMED['note.take'], candidate: SOMEBODY }, 'candidate-unknown');

  const submission = { ...PAPER, candidate: early.candidate, how: 'by-candidate' } as const;
  await ok('submission.record', submission);
  await ok('leave.record', leaveOf(early));
  await refused('leave.record', leaveOf(early), 'already-left');
  await refused('submission.record', submission, 'already-left');

  await refused('examSystem.register', { ...PAPER, targets: [...warned.events] }, 'not-registrable');
  await ok('examSystem.register', { ...PAPER, targets: [...recorded.events] });
  await refused('examSystem.register', { ...PAPER, targets: [...recorded.events] }, 'already-registered');
  ports.clock.setWall('2022-11-19 09:55');
  await refused('paper.collect', collection(), 'collection-too-early');
  ports.clock.setWall('2022-11-19 10:00');
  await refused('paper.collect', collection(), 'absences-open');
  await ok('absence.record', { ...PAPER, candidates: [missing[1].candidate] });
}

/** 收卷, signatures, papers. */
export async function fileTheRecord(scene: Scene, day: EnactedDay): Promise<void> {
  const { client } = scene;
  const { ok, refused } = asking(client, day.first);
  const { inTime, missing, forced } = castOf(day);
  const named = (candidate: typeof SOMEBODY) => collection([{ candidate, why: '断电后未能重新登录' }]);
  await refused('paper.collect', named(SOMEBODY), 'candidate-unknown');
  await refused('paper.collect', named(missing[0].candidate), 'not-present');
  await refused('paper.collect', named(forced.candidate), 'already-submitted');
  await refused('paper.collect', { ...collection(), isConfirmedByTechnician: false }, 'technician-not-confirmed');
  const early = await ok('signedPaper.preview', RECORD);
  const signature = { ...RECORD, contentDigest: early.contentDigest, drawing: SOME_DRAWING };
  await refused('signedPaper.approve', signature, 'not-collected');
  await refused('signedPaper.issue', RECORD, 'not-collected');
  await refuseUnreadyPapers(scene, day);
  await ok('paper.collect', named(inTime[0]!.candidate));
  await refused('paper.collect', collection(), 'already-collected');
  await refused('signedPaper.approve', signature, 'approval-stale');
  await ok('examSystem.register', { ...PAPER, targets: [...openTicks(await readState(client))] });
  const { contentDigest } = await ok('signedPaper.preview', RECORD);
  await ok('signedPaper.approve', { ...signature, contentDigest });
  await refused('signedPaper.approve', { ...signature, contentDigest }, 'already-approved');
  const { texts } = await ok('records.texts', { room: ROOM });
  expect(texts).toHaveLength(3);
  const printed = await ok('signedPaper.issue', RECORD);
  for (const issued of [await ok('document.issueSignInSheet', PAPER), printed]) {
    expect(issued).toMatchObject({ copy: 1 });
    const { fileName, bytes } = await ok('document.read', { document: issued.document });
    expect(fileName).toBe(issued.fileName);
    expect(Buffer.from(bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  }
  await sealTheRecord(scene, day, printed.document);
  const { events, last } = await ok('events.since', { after: 0, limit: 5000 });
  expect(events.map(({ arrival }) => arrival)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
}

/** Only reads: may not act. */
export function enlistInspector(client: StationClient, chief: StaffId): Promise<StaffId> {
  return enlistAs(client, chief, { role: 'inspector', room: null, name: '何巡视' });
}
