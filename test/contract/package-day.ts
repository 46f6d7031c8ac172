import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { as, type RoomNo, type SeatNo } from '../../shared/ids.ts';
import { enlistAs, importCsv, makeDay, SCENARIO_DAY } from '../support/day-scenario.ts';
import { makePackage, takingIn } from '../support/package-day.ts';
import { PAPER } from '../support/whole-day.ts';
import { FORMED, NOBODY } from './formed.ts';
import { refuseUngiven } from './refusals.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const OFFICE = {
  csv: [
    '准考证号,姓名,证件号码,级别,考场编号,座位号,科目',
    '221137010030107,王芳,210199200407065483,高级,001,1,理论',
    '221137010030307,李明,210199200610033866,高级,002,1,理论',
  ].join('\r\n'),
  binding: { kind: 'office' },
} as const;

/** What is carried from the office to the rooms, beside the stations' folders. */
const stickBeside = ({ ports }: Scene): string => join(dirname(ports.dataDir), 'package-on-stick.json');

/** What the chief says on the telephone. */
const calledBeside = (scene: Scene): string => `${stickBeside(scene)}.code`;

/** The exam office makes the package, hands it out, and answers a room on the telephone. */
export async function handOutAPackage(scene: Scene): Promise<void> {
  const { client, ports } = scene;
  const chief = await makeDay(client);
  await importCsv(client, chief, OFFICE);
  const { ok, refused } = asking(client, chief);
  const request = { ...FORMED['approvalCode.answer'], room: PAPER.room };
  await refused('approvalCode.answer', request, 'package-not-made');
  await refused('approvalCode.read', { room: PAPER.room, number: 7 }, 'approval-not-answered');
  await refused('package.readFile', FORMED['package.readFile'], 'package-gone');
  await refused('package.readCodes', FORMED['package.readCodes'], 'package-gone');
  expect(await ok('package.state', {})).toEqual({ held: null });

  const made = await makePackage(client, chief);
  expect(await ok('package.state', {})).toMatchObject({ held: { package: made.package, rooms: 2 } });
  writeFileSync(stickBeside(scene), JSON.stringify([takingIn(made, '001'), takingIn(made, '002')]));

  await ok('approvalCode.answer', request);
  await refused('approvalCode.answer', { ...request, kind: 'delay' }, 'approval-already-answered');
  await refused('approvalCode.answer', { ...request, room: as<RoomNo>('999') }, 'room-not-here');
  const said = await ok('approvalCode.read', { room: PAPER.room, number: 7 });
  expect(said).toMatchObject({ kind: 'seat', by: chief });
  expect(await ok('approvalCode.read', { room: PAPER.room, number: 7 })).toEqual(said);
  writeFileSync(calledBeside(scene), said.code);
  const { current } = await ok('station.status', {});
  ports.secrets.destroy(`approvals-${current?.day}`);
  await refused('approvalCode.answer', { ...request, number: 8 }, 'approval-secret-gone');
  await refused('approvalCode.read', { room: PAPER.room, number: 7 }, 'approval-secret-gone');

  await ok('package.forget', { package: made.package });
  await refused('package.readFile', { package: made.package, from: 0 }, 'package-gone');
}

/** A room's computer, to which file and slip are carried. */
export async function beginWithAPackage(scene: Scene): Promise<void> {
  const { client, ports } = scene;
  const { ok, refused } = asking(client, NOBODY);
  const [sent] = onStick(scene);
  await refused('package.takeIn', FORMED['package.takeIn'], 'package-unreadable');
  const { head, envelope, groups } = sent;
  await refused(
    'package.takeIn',
    { ...sent, head: head.replace('package 1', 'package 2') },
    'package-of-other-version',
  );
  await refused('package.takeIn', { ...sent, head: head.replace('"real"', '"rehearsal"') }, 'package-of-other-kind');
  await refused('package.takeIn', { ...sent, room: as<RoomNo>('777') }, 'package-without-room');
  await refused('package.takeIn', { ...sent, envelope: `AAAA${envelope.slice(4)}` }, 'package-damaged');
  await refused('package.takeIn', { ...sent, groups: groups.with(1, '000012') }, 'package-group-wrong');
  const another = groups.toReversed();
  for (let at = 0; at < 3; at += 1) await refused('package.takeIn', { ...sent, groups: another }, 'package-code-wrong');
  await refused('package.takeIn', sent, 'package-wait');
  ports.clock.elapse(60_000);
  await ok('package.takeIn', sent);
  expect(await ok('station.status', {})).toMatchObject({ origin: 'package', binding: { room: PAPER.room } });
  await refused('package.takeIn', sent, 'day-already-here');
  await changeSeatByTelephone(scene);
}

/** 电话批准: the code of the request that was read out, once. */
async function changeSeatByTelephone(scene: Scene): Promise<void> {
  const { client, ports } = scene;
  ports.clock.setWall('2022-11-19 08:10');
  const { staff } = await asking(client, NOBODY).ok('staff.list', {});
  const chief = staff[0]!.staff;
  const { ok, refused } = asking(client, chief);
  const { candidates } = await ok('candidates.list', { room: PAPER.room });
  const { candidate, seat } = candidates[0]!;
  const approval = { approver: chief, how: 'code', number: 7 } as const;
  const change = { ...PAPER, candidate, from: seat, to: as<SeatNo>(41), why: '机器故障，不能恢复', approval };
  const approvalCode = readFileSync(calledBeside(scene), 'utf8');
  const otherCode = approvalCode.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  await refused('seat.change', change, 'approval-code-wrong', { approvalCode: otherCode });
  await refused('seat.change', { ...change, paper: 'practical' }, 'paper-not-taken', { approvalCode });
  const other = { ...change, approval: { ...approval, number: 8 } };
  await refused('seat.change', other, 'approval-code-wrong', { approvalCode });
  await ok('seat.change', change, { approvalCode });
  const back = { ...change, from: as<SeatNo>(41), to: seat };
  await refused('seat.change', back, 'approval-code-used', { approvalCode });

  const deputy = await enlistAs(client, chief, { role: 'deputy', room: null, name: '吴副主考' });
  ports.clock.setWall('2022-11-19 08:40');
  await ok('paper.pause', FORMED['paper.pause']);
  await refuseUngiven(scene, { approver: chief, actor: deputy, usedNumber: 7 }, { 'seat.change': back });
}

/** A computer that has another day open. */
export async function meetAPackage(scene: Scene): Promise<void> {
  await makeDay(scene.client);
  const [, sent] = onStick(scene);
  await asking(scene.client, NOBODY).refused('package.takeIn', sent, 'day-open-here');
}

/** A day whose title no font can print: its slips are not drawn without it. */
export async function handOutUnprintably({ client }: Scene): Promise<void> {
  const chief = await makeDay(client, { ...SCENARIO_DAY, title: '𱍐 学院考试' });
  await importCsv(client, chief, OFFICE);
  const { ok, refused } = asking(client, chief);
  const { package: no } = await ok('package.make', {});
  await refused('package.readCodes', { package: no }, 'glyph-missing');
}

function onStick(scene: Scene): readonly [MethodInput<'package.takeIn'>, MethodInput<'package.takeIn'>] {
  return JSON.parse(readFileSync(stickBeside(scene), 'utf8')) as ReturnType<typeof onStick>; // as it was put there
}
