import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { callSchema } from '../../shared/contract/call.ts';
import { type MethodInput, type MethodName, methods } from '../../shared/contract/methods.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import {
  as,
  type CandidateId,
  type CommandId,
  type DocumentId,
  type StaffId,
  type StationId,
} from '../../shared/ids.ts';
import {
  checkInOf,
  enactDay,
  type EnactedDay,
  PIN,
  ROOM,
  rosterFile,
  SCENARIO_DAY,
  valueOf,
} from '../support/day-scenario.ts';
import { createMemorySecretStore, createTestPorts, type TestPorts } from '../support/test-ports.ts';
import type { CarrierPage, OpenCarrier } from './carrier.ts';

const METHOD_NAMES = Object.keys(methods) as readonly MethodName[]; // keys of a const object
const COMMANDS = METHOD_NAMES.filter((name) => methods[name].kind === 'command');
const STAFF_METHODS = METHOD_NAMES.filter((name) => methods[name].permission === 'staff');
const CHECK_IN_TIME = '2022-11-19 08:05';
const NOBODY = as<StaffId>('nobody-we-know');

/** Input of the right form for every method, whether or not the day allows what it asks. */
const FORMED: { readonly [M in MethodName]: MethodInput<M> } = {
  'station.status': {},
  'station.clock': {},
  'events.since': { after: 0, limit: 10 },
  'day.make': SCENARIO_DAY,
  'roster.preview': rosterFile('empty.csv'),
  'roster.commit': {
    preview: 'none',
    binding: { kind: 'room', room: ROOM },
    acceptLeftOut: true,
    acceptRemovals: true,
  },
  'staff.enlist': { role: 'inspector', room: null, name: '何巡视', pin: PIN },
  'staff.list': {},
  'candidates.list': { room: ROOM },
  'candidates.search': { query: '1', room: ROOM },
  'signal.give': { signal: 'prepare', paper: 'theory' },
  'milestone.confirm': { milestone: 'theory:admission-open' },
  'checkIn.confirm': {
    room: ROOM,
    paper: 'theory',
    candidate: as<CandidateId>('0'.repeat(32)),
    found: 'list',
    checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
  },
  'entry.refuse': {
    room: ROOM,
    paper: 'theory',
    candidate: null,
    ticket: '2022110000000',
    reason: 'not-listed',
    note: null,
  },
  'act.undo': { target: { station: as<StationId>('0'.repeat(16)), epoch: 1, seq: 1 } },
  'document.issueSignInSheet': { room: ROOM, paper: 'theory' },
  'document.read': { document: as<DocumentId>('none') },
};

interface Scene extends CarrierPage {
  readonly station: Station;
  readonly ports: TestPorts;
  close(): Promise<void>;
}

/** What every way of carrying the contract must do alike, against the real station with the test's own clock. */
export function contractSuite(carrier: string, open: OpenCarrier): void {
  describe(`the contract over ${carrier}`, () => {
    let rootDir: string;

    beforeAll(() => {
      rootDir = mkdtempSync(join(tmpdir(), 'proctor-contract-'));
    });

    afterAll(() => {
      rmSync(rootDir, { recursive: true, force: true });
    });

    async function openScene(name: string, earlier?: TestPorts): Promise<Scene> {
      const ports = earlier ?? createTestPorts({ dataDir: join(rootDir, name), secrets: createMemorySecretStore() });
      const station = await createStation(ports);
      const page = await open(station, ports.dataDir);
      return {
        ...page,
        station,
        ports,
        close: async () => {
          await page.close();
          await station.close();
        },
      };
    }

    describe('before there is a day', () => {
      let scene: Scene;
      beforeAll(async () => {
        scene = await openScene('empty');
      });
      afterAll(() => scene.close());

      describeForm(() => scene);

      it('the status says so', async () => {
        const status = valueOf(await scene.client.invoke('station.status', {}));
        expect(status).toMatchObject({ stage: 'no-day', days: [], current: null, binding: null });
      });

      it.each(STAFF_METHODS)('%s answers no-day', async (method) => {
        const answer = await scene.client.invoke(method, FORMED[method], { actor: NOBODY });
        expect(answer).toMatchObject({ ok: false, error: { code: 'no-day' } });
      });

      it('a day whose rules are not complete is refused with its figures', async () => {
        const input = { ...SCENARIO_DAY, answers: { typed: {}, confirmed: [] } };
        expect(await scene.client.invoke('day.make', input)).toMatchObject({
          ok: false,
          error: { code: 'rules-incomplete' },
        });
      });

      it('nothing was recorded by all that', async () => {
        expect(valueOf(await scene.client.invoke('events.since', { after: 0, limit: 10 })).last).toBe(0);
      });
    });

    describe('on a day', () => {
      let scene: Scene;
      let day: EnactedDay;
      beforeAll(async () => {
        scene = await openScene('day');
        day = await enactDay(scene.client);
        scene.ports.clock.setWall(CHECK_IN_TIME);
      }, 60_000);
      afterAll(() => scene.close());

      describeForm(() => scene);
      describeAuthority(() => scene);
      describeRepetition(
        () => scene,
        () => day,
      );
      describePushes(
        () => scene,
        () => day,
      );

      it('a whole round of the day is answered in the forms that the contract names', async () => {
        const done = await walkThroughEverything(scene, day);
        expect([...done].sort()).toEqual([...METHOD_NAMES].sort());
      });

      it('a second day is refused to somebody who only has the page', async () => {
        expect(await scene.client.invoke('day.make', SCENARIO_DAY)).toMatchObject({
          ok: false,
          error: { code: 'day-already-made' },
        });
      });

      it('errors are codes of the method, or those that every call may meet', async () => {
        const general: readonly string[] = [
          'bad-input',
          'no-session',
          'command-id-missing',
          'command-id-reused',
          'not-saved',
        ];
        const unnamed: string[] = [];
        for (const method of METHOD_NAMES) {
          const answer = await scene.client.invoke(method, FORMED[method], { actor: day.first });
          if (answer.ok || general.includes(answer.error.code)) continue;
          if (!methods[method].errors.includes(answer.error.code)) unnamed.push(`${method}: ${answer.error.code}`);
        }
        expect(unnamed).toEqual([]);
      });

      it('nothing that was met on the way surprised the station', () => {
        expect(scene.ports.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
      });
    });

    it('after a restart on the same folder a repeated command gets its first answer', async () => {
      const first = await openScene('restart');
      const day = await enactDay(first.client);
      first.ports.clock.setWall(CHECK_IN_TIME);
      const command = as<CommandId>('before-the-restart');
      const input = checkInOf(day.candidates[0]!);
      const receipt = valueOf(await first.client.invoke('checkIn.confirm', input, { command, actor: day.first }));
      await first.close();

      const second = await openScene('restart', first.ports);
      try {
        expect(valueOf(await second.client.invoke('checkIn.confirm', input, { command, actor: day.first }))).toEqual(
          receipt,
        );
        const { last } = valueOf(await second.client.invoke('events.since', { after: 0, limit: 5000 }));
        const again = await second.client.invoke('checkIn.confirm', input, { actor: day.first });
        expect(again).toMatchObject({ ok: false, error: { code: 'already-checked-in' } });
        expect(valueOf(await second.client.invoke('events.since', { after: last, limit: 10 })).events).toEqual([]);
      } finally {
        await second.close();
      }
    }, 60_000);
  });
}

function callOf(method: MethodName, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const command = methods[method].kind === 'command' ? `formed-${crypto.randomUUID()}` : null;
  const call = {
    command,
    actor: NOBODY,
    second: null,
    occurredAt: null,
    reason: null,
    input: FORMED[method],
    ...changes,
  };
  callSchema.parse({ ...call, ...(Object.keys(changes).length === 0 ? {} : { input: null }) });
  return call;
}

const BAD_INPUT = { ok: false, error: { code: 'bad-input' } };

/** What no call may look like, the same with a day and without. */
function describeForm(scene: () => Scene): void {
  it.each(['no.such', 'station', 'constructor', '__proto__', 'toString', 'Station.Status', 'station.status.'])(
    'an unknown method is said to be unknown: %s',
    async (method) => {
      const answer = await scene().send(method, callOf('station.status'));
      expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    },
  );

  it.each(METHOD_NAMES)('%s takes no field that it does not know', async (method) => {
    const surplus = { ...FORMED[method], surplus: 1 };
    expect(await scene().send(method, callOf(method, { input: surplus }))).toMatchObject(BAD_INPUT);
  });

  it.each(METHOD_NAMES)('%s takes no input of another kind', async (method) => {
    for (const input of [null, 'text', 5, [], [FORMED[method]]]) {
      expect(await scene().send(method, callOf(method, { input })), JSON.stringify(input)).toMatchObject(BAD_INPUT);
    }
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'call'],
    ['without its fields', {}],
    ['with a field too many', { ...callOf('station.status'), surplus: 1 }],
    ['with an actor of another kind', { ...callOf('station.status'), actor: 5 }],
    ['with a command id that is too short', { ...callOf('station.status'), command: 'x' }],
    ['with an instant that is none', { ...callOf('station.status'), occurredAt: -1 }],
    ['with an empty reason', { ...callOf('station.status'), reason: ' ' }],
  ])('a call that is %s is refused', async (_, call) => {
    expect(await scene().send('station.status', call)).toMatchObject(BAD_INPUT);
  });

  it.each(COMMANDS)('%s without a command id is refused', async (method) => {
    const answer = await scene().send(method, callOf(method, { command: null }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'command-id-missing' } });
  });

  it('a text with half a character is refused at the door', async () => {
    const input = { ...SCENARIO_DAY, title: '\ud842' };
    expect(await scene().send('day.make', callOf('day.make', { input }))).toMatchObject(BAD_INPUT);
  });
}

function describeAuthority(scene: () => Scene): void {
  it.each(STAFF_METHODS)('%s asks who acts', async (method) => {
    for (const actor of [null, NOBODY]) {
      const answer = await scene().client.invoke(method, FORMED[method], { actor });
      expect(answer, String(actor)).toMatchObject({ ok: false, error: { code: 'actor-unknown' } });
    }
  });
}

function describeRepetition(scene: () => Scene, day: () => EnactedDay): void {
  const lastArrival = async (): Promise<number> =>
    valueOf(await scene().client.invoke('events.since', { after: 0, limit: 5000 })).last;

  it('the same command id gets the same answer and is recorded once, one after the other and at once', async () => {
    const { client } = scene();
    const options = { command: as<CommandId>('one-intent-only'), actor: day().first };
    const before = await lastArrival();
    const input = checkInOf(day().candidates[10]!);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.invoke('checkIn.confirm', input, options)),
    );
    answers.push(await client.invoke('checkIn.confirm', input, options));
    expect(valueOf(answers[0]!).arrival).toBe(before + 1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await lastArrival()).toBe(before + 1);
  });

  it('a command id with another input is refused, and neither act is changed', async () => {
    const { client } = scene();
    const options = { command: as<CommandId>('used-for-two'), actor: day().first };
    valueOf(await client.invoke('checkIn.confirm', checkInOf(day().candidates[11]!), options));
    const before = await lastArrival();
    const other = await client.invoke('checkIn.confirm', checkInOf(day().candidates[12]!), options);
    expect(other).toMatchObject({ ok: false, error: { code: 'command-id-reused' } });
    const otherMethod = await client.invoke('signal.give', FORMED['signal.give'], options);
    expect(otherMethod).toMatchObject({ ok: false, error: { code: 'command-id-reused' } });
    expect(await lastArrival()).toBe(before);
  });
}

function describePushes(scene: () => Scene, day: () => EnactedDay): void {
  it('events are pushed in order of arrival, without gaps, as they can be read afterwards', async () => {
    const { client } = scene();
    const pushed: StoredEvent[] = [];
    const stop = client.subscribe((push: Push) => {
      if (push.push === 'events') pushed.push(...push.events);
    });
    const { last: before } = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));
    const people = day().candidates.slice(20, 28);
    const answers = await Promise.all(
      people.map((person) => client.invoke('checkIn.confirm', checkInOf(person), { actor: day().first })),
    );
    const arrivals = answers.map((answer) => valueOf(answer).arrival);
    await expect.poll(() => pushed.at(-1)?.arrival).toBe(Math.max(...arrivals));
    stop();
    expect(pushed.map(({ arrival }) => arrival)).toEqual(people.map((_, i) => before + 1 + i));
    expect(valueOf(await client.invoke('events.since', { after: before, limit: 100 })).events).toEqual(pushed);
  });

  it('the clock is pushed', async () => {
    const { client, ports } = scene();
    const push = await new Promise<Push>((resolve) => {
      const stop = client.subscribe((next) => {
        if (next.push !== 'clock') return;
        stop();
        resolve(next);
      });
    });
    expect(push).toMatchObject({ clock: { nowMs: ports.clock.wall(), rate: 1, timeInDoubt: false, notice: null } });
  });
}

/** Asks each method once with success and answers which it asked; the client holds every answer against its schema. */
async function walkThroughEverything(
  { client, ports }: Scene,
  { first, candidates }: EnactedDay,
): Promise<ReadonlySet<MethodName>> {
  const actor = first;
  const done = new Set<MethodName>(['day.make', 'roster.preview', 'roster.commit', 'staff.enlist']);
  const ask: CarrierPage['client']['invoke'] = (method, input, options) => {
    done.add(method);
    return client.invoke(method, input, { actor, ...options });
  };
  const status = valueOf(await ask('station.status', {}));
  expect(status).toMatchObject({ stage: 'ready', binding: { kind: 'room', room: ROOM }, host: 'browser' });
  expect(valueOf(await ask('station.clock', {})).nowMs).toBe(ports.clock.wall());
  expect(valueOf(await ask('staff.list', {})).staff).toHaveLength(3);
  expect(valueOf(await ask('candidates.list', { room: ROOM })).candidates).toHaveLength(candidates.length);
  const found = valueOf(await ask('candidates.search', { query: candidates[0]!.ticket, room: ROOM }));
  expect(found).toMatchObject({ kind: 'one', how: 'ticket', matches: [{ candidate: candidates[0]!.candidate }] });
  valueOf(await ask('signal.give', FORMED['signal.give']));
  valueOf(await ask('milestone.confirm', FORMED['milestone.confirm']));
  const receipt = valueOf(await ask('checkIn.confirm', checkInOf(candidates[0]!)));
  expect(receipt.events).toHaveLength(1);
  valueOf(await ask('act.undo', { target: receipt.events[0]! }));
  valueOf(await ask('entry.refuse', FORMED['entry.refuse']));
  const issued = valueOf(await ask('document.issueSignInSheet', FORMED['document.issueSignInSheet']));
  const { bytes } = valueOf(await ask('document.read', { document: issued.document }));
  expect(Buffer.from(bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const { events, last } = valueOf(await ask('events.since', { after: 0, limit: 5000 }));
  expect(events.map(({ arrival }) => arrival)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  return done;
}
