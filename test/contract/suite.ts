import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import { methods } from '../../shared/contract/methods.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { checkInOf, enactDay, type EnactedDay, makeDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { withPins } from '../support/own-pins.ts';
import { createMemorySecretStore, createTestPorts, type TestPorts } from '../support/test-ports.ts';
import type { OpenCarrier } from './carrier.ts';
import { describeAuthority, describeForm } from './door.ts';
import { FORMED, METHOD_NAMES, NOBODY, STAFF_METHODS } from './formed.ts';
import { describeBackfill, describePlace, describeUnbound } from './refusals.ts';
import { describePushes, describeRepetition } from './repetition.ts';
import { describeOffDuty, type OffDuty, sendSomebodyAway } from './staff-day.ts';
import { type Answered, keepingAnswers, type Scene, type Spoken } from './scene.ts';
import {
  enlistInspector,
  fileAPhoto,
  fileTheRecord,
  liveUntilCutOff,
  liveUntilEnd,
  readEverything,
} from './whole-round.ts';

const CHECK_IN_TIME = '2022-11-19 08:05';

/** Runs a day in a folder of its own, and what was answered in all of them. */
export interface Days {
  /** Answers what surprised the station meanwhile: nothing, as it should be. */
  surprisesIn(name: string, act: (scene: Scene) => Promise<void>, given?: Partial<Ports>): Promise<readonly unknown[]>;
  readonly answered: Answered;
  readonly spoken: Spoken;
}

/** What every way of carrying the contract must do alike, against the real station with the test's own clock. */
export function contractSuite(carrier: string, open: OpenCarrier, more: (days: Days) => void = () => undefined): void {
  describe(`the contract over ${carrier}`, () => {
    const answered: Answered = new Map();
    const spoken: Spoken = new Map();
    let rootDir: string;

    beforeAll(() => {
      rootDir = mkdtempSync(join(tmpdir(), 'proctor-contract-'));
    });

    afterAll(() => {
      rmSync(rootDir, { recursive: true, force: true });
    });

    async function openScene(name: string, given: Partial<Ports> = {}, earlier?: TestPorts): Promise<Scene> {
      const made = earlier ?? createTestPorts({ dataDir: join(rootDir, name), secrets: createMemorySecretStore() });
      const ports = { ...made, ...given, clock: made.clock, logger: made.logger };
      const station = await createStation(ports);
      const page = await open(station, ports.dataDir);
      return {
        ...page,
        client: withPins(keepingAnswers(page.client, { answered, spoken })),
        station,
        ports,
        close: async () => {
          await page.close();
          await station.close();
        },
      };
    }

    /** Answers what surprised the station meanwhile: nothing, as it should be. */
    async function surprisesIn(name: string, act: (scene: Scene) => Promise<void>, given?: Partial<Ports>) {
      const scene = await openScene(name, given);
      try {
        await act(scene);
        return scene.ports.logger.lines.filter(({ level }) => level === 'error');
      } finally {
        await scene.close();
      }
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

    describe('before a roster is imported', () => {
      let scene: Scene;
      let chief: StaffId;
      beforeAll(async () => {
        scene = await openScene('unbound');
        chief = await makeDay(scene.client);
      });
      afterAll(() => scene.close());

      describeUnbound(
        () => scene,
        () => chief,
      );
    });

    describe('on a day', () => {
      let scene: Scene;
      let day: EnactedDay;
      let inspector: StaffId;
      let offDuty: OffDuty;
      beforeAll(async () => {
        scene = await openScene('day');
        day = await enactDay(scene.client);
        inspector = await enlistInspector(scene.client, day.chief);
        offDuty = await sendSomebodyAway(scene.client, day);
        scene.ports.clock.setWall(CHECK_IN_TIME);
      }, 60_000);
      afterAll(() => scene.close());

      describeForm(() => scene);
      describeAuthority(() => scene);
      describePlace(
        () => scene,
        () => ({ chief: day.chief, inspector }),
      );
      describeBackfill(
        () => scene,
        () => day,
      );
      describeOffDuty(
        () => scene,
        () => offDuty,
      );
      describeRepetition(
        () => scene,
        () => day,
      );
      describePushes(
        () => scene,
        () => day,
      );

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

    describe('over whole days', () => {
      it('a room from entry to its filed record', async () => {
        const surprises = await surprisesIn('round', async (scene) => {
          const day = await enactDay(scene.client);
          await readEverything(scene, day);
          await fileAPhoto(scene, day);
          await liveUntilCutOff(scene, day);
          await liveUntilEnd(scene, day);
          await fileTheRecord(scene, day);
        });
        expect(surprises).toEqual([]);
      }, 60_000);
    });

    it('after a restart on the same folder a repeated command gets its first answer', async () => {
      const first = await openScene('restart');
      const day = await enactDay(first.client);
      first.ports.clock.setWall(CHECK_IN_TIME);
      const command = as<CommandId>('before-the-restart');
      const input = checkInOf(day.candidates[0]!);
      const receipt = valueOf(await first.client.invoke('checkIn.confirm', input, { command, actor: day.first }));
      await first.close();

      const second = await openScene('restart', {}, first.ports);
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

    more({ surprisesIn, answered, spoken });
  });
}
