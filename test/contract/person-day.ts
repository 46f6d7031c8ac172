import { expect } from 'vitest';
import type { CallOptions } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { as, type SeatNo } from '../../shared/ids.ts';
import { checkInOf, type EnactedDay, enactDay, enlistAs, PIN, ROOM, valueOf } from '../support/day-scenario.ts';
import { PAPER } from '../support/whole-day.ts';
import { FORMED, NOBODY } from './formed.ts';
import type { Scene } from './scene.ts';
import { asking } from './asking.ts';

const WRONG = '135790';
const MINUTE_MS = 60_000;

/** Who signs in, who confirms beside him, and who has forgotten his PIN. */
export async function comeAndGo(scene: Scene): Promise<void> {
  const nobody = asking(scene.client, NOBODY);
  await nobody.refused('person.signIn', FORMED['person.signIn'], 'no-day');
  await nobody.refused('person.coSign', FORMED['person.coSign'], 'no-day');
  await nobody.refused('person.enterByName', FORMED['person.enterByName'], 'no-day');
  const day = await enactDay(scene.client);
  scene.ports.clock.setWall('2022-11-19 08:05');
  await signInAndOut(scene, day);
  await confirmOneAct(scene, day);
  await forgetThePin(scene, day);
  await setPinsAnew(scene, day);
}

async function signInAndOut({ client, ports }: Scene, { first, candidates }: EnactedDay): Promise<void> {
  const { ok, refused } = asking(client, first);
  await refused('person.signIn', { staff: NOBODY, pin: PIN }, 'staff-unknown');
  const { proof } = await ok('person.signIn', { staff: first, pin: PIN });
  await ok('checkIn.confirm', checkInOf(candidates[0]!), { proof });
  // Nobody is asked again while people are coming in, however long nothing was done.
  ports.clock.elapse(60 * MINUTE_MS);
  await ok('checkIn.confirm', checkInOf(candidates[1]!), { proof });
  await ok('person.signOut', {}, { proof });
  await refused('checkIn.confirm', checkInOf(candidates[2]!), 'signed-out', { proof });
}

/** What is confirmed is one act, as it is, for a minute. */
async function confirmOneAct(
  { client, ports }: Scene,
  { first, second, chief, candidates }: EnactedDay,
): Promise<void> {
  const { ok, refused } = asking(client, first);
  const input = checkInOf(candidates[3]!);
  const late = { actor: first, second, occurredAt: ports.clock.wall() - 1000, reason: '漏记' };
  const act = { method: 'checkIn.confirm', ...late, input } as const;
  const confirm = (staff = second, more: Partial<typeof act> = {}) =>
    ok('person.coSign', { staff, pin: PIN, as: 'second', act: { ...act, ...more } });
  const { proof } = await confirm();
  const not = async (secondProof: CallOptions['secondProof'], options: CallOptions = late) =>
    refused('checkIn.confirm', input, 'second-not-confirmed', {
      ...options,
      ...(secondProof === undefined ? {} : { secondProof }),
    });
  await not(null);
  await not('made-up');
  await not(proof, { ...late, reason: '另一个原因' });
  await not((await confirm(chief)).proof);
  await not((await confirm(second, { reason: '别的' })).proof);
  await refused('checkIn.confirm', checkInOf(candidates[4]!), 'second-not-confirmed', { ...late, secondProof: proof });
  ports.clock.elapse(MINUTE_MS + 1);
  await not(proof);
  const again = await confirm();
  await ok('checkIn.confirm', input, { ...late, secondProof: again.proof });
  const note = { method: 'note.take', ...late, input: FORMED['note.take'] } as const;
  const { proof: once } = await ok('person.coSign', { staff: second, pin: PIN, as: 'second', act: note });
  const send = () => client.invoke('note.take', note.input, { ...late, secondProof: once });
  const twice = await Promise.all([send(), send()]);
  expect(twice.map((answer) => (answer.ok ? 'ok' : answer.error.code)).toSorted()).toEqual([
    'ok',
    'second-not-confirmed',
  ]);
  await refused('person.coSign', { ...FORMED['person.coSign'], staff: NOBODY }, 'staff-unknown');
  const unknown = { ...act, method: 'no.such' };
  await refused('person.coSign', { staff: second, pin: PIN, as: 'second', act: unknown }, 'unknown-method');
}

/** Five wrong PINs: each makes the next wait, then the way on is by name. */
async function forgetThePin({ client, ports }: Scene, { first, second, chief, candidates }: EnactedDay): Promise<void> {
  const { ok, refused } = asking(client, chief);
  const wrong: MethodInput<'person.signIn'> = { staff: first, pin: WRONG };
  const act = {
    method: 'clock.set',
    actor: second,
    second: first,
    occurredAt: null,
    reason: null,
    input: { kind: 'accept-wall' },
  };
  const byName: MethodInput<'person.coSign'> = { staff: first, pin: null, as: 'second', act };
  await refused('person.enterByName', { staff: first }, 'by-name-not-open');
  await refused('person.coSign', byName, 'by-name-not-open');
  // All at once: each counts before the next is tried.
  const atOnce = await Promise.all(Array.from({ length: 10 }, () => client.invoke('person.signIn', wrong)));
  expect(atOnce.map((answer) => (answer.ok ? 'ok' : answer.error.code)).toSorted()).toEqual([
    ...Array.from({ length: 7 }, () => 'pin-wait'),
    ...Array.from({ length: 3 }, () => 'pin-wrong'),
  ]);
  await refused('person.signIn', { staff: first, pin: PIN }, 'pin-wait');
  await refused('person.coSign', { ...byName, pin: PIN }, 'pin-wait');
  // Nobody else waits for it.
  await ok('person.signIn', { staff: second, pin: PIN });
  for (const time of [4, 5]) {
    ports.clock.elapse(2 * MINUTE_MS);
    const answer = await client.invoke('person.signIn', wrong);
    expect(answer).toMatchObject({ ok: false, error: { code: 'pin-wrong', figures: { wrong: time } } });
  }
  ports.clock.elapse(2 * MINUTE_MS);
  await refused('person.coSign', { ...byName, pin: WRONG }, 'pin-wrong');
  await ok('person.coSign', byName);
  await refused('person.coSign', { ...byName, as: 'approver' }, 'by-name-not-open');
  const entered = await ok('person.enterByName', { staff: first });
  await ok('checkIn.confirm', checkInOf(candidates[5]!), { actor: first, proof: entered.proof });
  const { events } = valueOf(await client.invoke('events.since', { after: entered.arrival - 1, limit: 2 }));
  expect(events.map(({ event }) => [event.type, event.actor, event.actorBy])).toEqual([
    ['EnteredByName', first, 'name'],
    ['CandidateCheckedIn', first, 'name'],
  ]);
  const target = entered.events[0]!;
  await ok('act.ratify', { target });
  await refused('act.ratify', { target }, 'nothing-to-ratify');
  await refused('person.enterByName', { staff: NOBODY }, 'staff-unknown');
  await refused('person.enterByName', { staff: chief }, 'role-not-allowed');
}

/** The chief sets the forgotten one anew; what proved its owner before proves him no more. */
async function setPinsAnew({ client, ports }: Scene, { first, second, chief }: EnactedDay): Promise<void> {
  ports.clock.elapse(2 * MINUTE_MS);
  const chiefs = asking(client, chief);
  await chiefs.refused('staff.resetPin', { staff: NOBODY, pin: WRONG }, 'staff-unknown');
  const deputy = await enlistAs(client, chief, { role: 'deputy', room: null, name: '吴副主考' });
  await asking(client, deputy).refused('staff.resetPin', { staff: chief, pin: WRONG }, 'pin-of-leader');
  const { proof } = await chiefs.ok('person.signIn', { staff: second, pin: PIN });
  await chiefs.ok('staff.resetPin', { staff: second, pin: WRONG });
  await asking(client, second).refused('note.take', FORMED['note.take'], 'signed-out', { proof });
  const invigilators = asking(client, second);
  await invigilators.refused('staff.resetPin', { staff: first, pin: WRONG }, 'role-not-allowed');
  await invigilators.ok('note.take', FORMED['note.take']);
}

/** 换座, and every way in which it is not to be. */
export async function changeSeats({ client, ports }: Scene): Promise<void> {
  const { chief, first, second, candidates } = await enactDay(client);
  ports.clock.setWall('2022-11-19 08:05');
  const [one, two] = [candidates[0]!, candidates[1]!];
  const approval = { approver: chief, how: 'present' } as const;
  const seat = (no: number) => as<SeatNo>(no);
  const change: MethodInput<'seat.change'> = {
    ...PAPER,
    candidate: one.candidate,
    from: one.seat,
    to: seat(41),
    why: '机器故障，不能恢复',
    approval,
  };
  const { ok, refused } = asking(client, first);
  await refused('seat.change', { ...change, candidate: FORMED['seat.change'].candidate }, 'candidate-unknown');
  await refused('seat.change', { ...change, from: seat(9) }, 'seat-moved-meanwhile');
  await refused('seat.change', { ...change, to: one.seat }, 'seat-same');
  await refused('seat.change', { ...change, to: two.seat }, 'seat-taken');
  await refused('seat.change', { ...change, approval: { ...approval, approver: second } }, 'approver-not-chief');
  await refused('seat.change', change, 'approver-not-confirmed', { approverProof: null });
  const byCode = { approver: chief, how: 'code', number: 1 } as const;
  await refused('seat.change', { ...change, approval: byCode }, 'approval-code-wrong', { approvalCode: '1234 5678' });
  await ok('seat.change', change);
  const called = { ...change, from: seat(41), to: one.seat, approval: { approver: chief, how: 'phone' } } as const;
  await refused('seat.change', called, 'second-person-missing');
  const changed = await ok('seat.change', called, { second });
  await asking(client, chief).ok('act.ratify', { target: changed.events[0]! });
  const { candidates: now } = await ok('candidates.list', { room: ROOM });
  expect(now.find(({ candidate }) => candidate === one.candidate)?.seat).toBe(one.seat);
}
