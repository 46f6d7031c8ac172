import { expect } from 'vitest';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { as, type CandidateId, type RoomNo } from '../../shared/ids.ts';
import { someAnswers } from '../support/a-day.ts';
import { checkInOf, enactRoom, enlistAs, importCsv, makeDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { collection, PAPER, RECORD } from '../support/whole-day.ts';
import { FORMED, SOMEBODY } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';
import { enlistInspector, pictureOf } from './whole-round.ts';

const HEAD = '准考证号,姓名,证件号码,级别,考场编号,座位号,科目';
const BOTH = '221137010030107,王芳,210199200407065483,高级,001,1,理论、实操';
const PRACTICAL_ONLY = '221137010030207,李明,210199200610033866,高级,001,2,实操';
const GONE_LATER = '221137010030307,王芳丽,440199200211095990,高级,001,3,理论、实操';
const LEAVES_EARLY = '221137010030407,赵强,210199200308087978,高级,001,4,理论';
const OTHER_ROOM = '221137010030507,孙丽,210199200510109085,高级,002,1,理论、实操';
const UNPRINTABLE = '221137010030607,王𱍐,37019920040719620X,高级,002,2,理论、实操';

const csvOf = (...rows: readonly string[]): string => [HEAD, ...rows].join('\r\n');

/**
 * A room by R2021, where the technician confirms each who leaves and nobody is submitted by leaving full screen: somebody
 * who takes one paper only, and somebody whom a second roster does not list any more.
 */
export async function liveInASmallRoom({ client, ports }: Scene): Promise<void> {
  const made = { ...SCENARIO_DAY, edition: 'R2021', answers: someAnswers('R2021') } as const;
  const day = await enactRoom(client, PAPER.room, csvOf(BOTH, PRACTICAL_ONLY, GONE_LATER, LEAVES_EARLY), made);
  const { ok, refused } = asking(client, day.first);
  const { candidates } = await ok('candidates.list', { room: PAPER.room });
  const [both, practicalOnly, goneLater, leavesEarly] = candidates;
  const rows = { csv: csvOf(BOTH, PRACTICAL_ONLY, LEAVES_EARLY), binding: { kind: 'room', room: PAPER.room } } as const;
  await importCsv(client, day.chief, rows);
  const technician = await enlistAs(client, day.chief, { role: 'technician', room: PAPER.room, name: '吴技术' });
  ports.clock.setWall('2022-11-19 08:50');
  await ok('checkIn.confirm', checkInOf(leavesEarly!));
  ports.clock.setWall('2022-11-19 09:30');

  const submission = { ...FORMED['submission.record'], candidate: leavesEarly!.candidate };
  await refused('submission.record', { ...submission, how: 'full-screen-left' }, 'forced-submission-not-in-rules');
  await ok('submission.record', submission);
  const leave = { ...FORMED['leave.record'], candidate: leavesEarly!.candidate, technician };
  await refused('leave.record', { ...leave, isConfirmedByTechnician: false }, 'technician-not-confirmed');
  await ok('leave.record', leave);
  await ok('absence.record', { ...PAPER, candidates: [both!.candidate] });

  const people: readonly (readonly [CandidateId, 'candidate-unknown' | 'candidate-withdrawn' | 'paper-not-taken'])[] = [
    [SOMEBODY, 'candidate-unknown'],
    [goneLater!.candidate, 'candidate-withdrawn'],
    [practicalOnly!.candidate, 'paper-not-taken'],
  ];
  for (const [candidate, code] of people) {
    await refused('absence.record', { ...PAPER, candidates: [candidate] }, code);
    await refused('submission.record', { ...submission, candidate }, code);
    await refused('leave.record', { ...leave, candidate }, code);
    await refused('violation.record', { ...FORMED['violation.record'], candidate }, code);
    await refused('seat.change', { ...FORMED['seat.change'], candidate }, code);
    await refused('paper.collect', collection([{ candidate, why: '不在本科目' }]), code);
  }
  // Everybody who came has left: nothing to wait for.
  await ok('paper.collect', collection());
  await ok('signedPaper.approve', await signatureOf({ client, ports }), { actor: technician });
}

async function signatureOf({ client }: Pick<Scene, 'client' | 'ports'>): Promise<MethodInput<'signedPaper.approve'>> {
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const actor = staff.find(({ role }) => role === 'technician')?.staff ?? null;
  const { contentDigest } = valueOf(await client.invoke('signedPaper.preview', RECORD, { actor }));
  return { ...FORMED['signedPaper.approve'], contentDigest };
}

/** The exam office of a site of two rooms. */
export async function liveAtTheOffice({ client }: Scene): Promise<void> {
  const chief = await makeDay(client);
  await importCsv(client, chief, { csv: csvOf(BOTH, OTHER_ROOM), binding: { kind: 'office' } });
  const { ok, refused } = asking(client, chief);
  const inspector = await enlistInspector(client, chief);
  await refused('document.issueSiteSheets', { paper: 'theory' }, 'role-not-allowed', { actor: inspector });
  await refused('sheet.handOut', PAPER, 'role-not-allowed', { actor: inspector });
  const issued = await ok('document.issueSiteSheets', { paper: 'theory' });
  expect(issued).toMatchObject({ rooms: 2, copy: 1 });
  const { bytes } = await ok('document.read', { document: issued.document });
  expect(Buffer.from(bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  await ok('sheet.handOut', PAPER);
  await refused('sheet.handOut', PAPER, 'already-handed-out');
  const heard = FORMED['checkCode.note'];
  await ok('checkCode.note', heard);
  await refused('checkCode.note', { ...heard, number: 'ａ＃57', code: 'k7m-2qx' }, 'check-code-already-noted');
  await refused('checkCode.note', { ...heard, room: as<RoomNo>('999') }, 'room-not-here');
  expect(await ok('checkCodes.read', {})).toMatchObject({ toGive: [], noted: [{ verdict: 'not-here' }] });
  const nowhere = { ...PAPER, room: as<RoomNo>('999') };
  await refused('sheet.handOut', nowhere, 'room-not-here');
  for (const method of ['signedPaper.preview', 'signedPaper.issue'] as const)
    await refused(method, { ...RECORD, ...nowhere }, 'room-not-here');
  const guest = await enlistAs(client, chief, { role: 'invigilator', room: PAPER.room, name: '陈监考' });
  const next = as<RoomNo>('002');
  await ok('signedPaper.preview', RECORD, { actor: guest });
  await refused('signedPaper.preview', { ...RECORD, room: next }, 'room-not-here', { actor: guest });
  await refused('records.texts', { room: next }, 'room-not-here', { actor: guest });
  const files = [pictureOf('210199200510109085')];
  await refused('photos.file', { ...FORMED['photos.file'], files }, 'room-not-here', { actor: guest });

  await importCsv(client, chief, { csv: csvOf(BOTH, OTHER_ROOM, UNPRINTABLE), binding: { kind: 'office' } });
  await refused('document.issueSiteSheets', { paper: 'theory' }, 'glyph-missing');
}
