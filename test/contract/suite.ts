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
import {
  enactCourseDay,
  interruptThePaper,
  makeSeatsLonger,
  passToThePractical,
  putOffTheStart,
  putSomebodyOut,
  setTheClock,
  settleTheHouse,
  staySeated,
} from './course-day.ts';
import { changeDays, comeBackFromCopies, liveWithCopies, meetOtherCopies } from './copied-day.ts';
import { describeAuthority, describeForm } from './door.ts';
import { FORMED, METHOD_NAMES, NOBODY, STAFF_METHODS } from './formed.ts';
import { changeSeats, comeAndGo } from './person-day.ts';
import { liveByTheSheet, nameADayUnprintably } from './key-day.ts';
import { liveAtTheOffice, liveInASmallRoom } from './other-stations.ts';
import { beginWithAPackage, handOutAPackage, handOutUnprintably, meetAPackage } from './package-day.ts';
import { describeBackfill, describePlace, describeUnbound, unmetRefusals } from './refusals.ts';
import { describePushes, describeRepetition } from './repetition.ts';
import { describeOffDuty, importTheStaff, type OffDuty, sendSomebodyAway, staffARoom } from './staff-day.ts';
import { type Answered, keepingAnswers, type Scene, type Spoken } from './scene.ts';
import { drawForNobody, drawNoLots, liveBeforeTheDay } from './site-day.ts';
import {
  asking,
  enlistInspector,
  fileAPhoto,
  fileTheRecord,
  liveUntilCutOff,
  liveUntilEnd,
  readEverything,
} from './whole-round.ts';

const CHECK_IN_TIME = '2022-11-19 08:05';

/** What every way of carrying the contract must do alike, against the real station with the test's own clock. */
export function contractSuite(carrier: string, open: OpenCarrier): void {
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

      it('a small room by another edition', async () => {
        expect(await surprisesIn('small', liveInASmallRoom)).toEqual([]);
      }, 60_000);

      it('the exam office', async () => {
        expect(await surprisesIn('office', liveAtTheOffice)).toEqual([]);
      }, 60_000);

      it('a day that does not run to plan', async () => {
        const surprises = await surprisesIn('course', async (scene) => {
          const day = await enactCourseDay(scene);
          await settleTheHouse(scene, day);
          await putOffTheStart(scene, day);
          const shifts = await interruptThePaper(scene, day);
          await makeSeatsLonger(scene, day, shifts.delay);
          await putSomebodyOut(scene, day);
          await staySeated(scene, day);
          await passToThePractical(scene, day, shifts);
        });
        expect(surprises).toEqual([]);
      }, 60_000);

      it('a room whose invigilators come, go and are replaced', async () => {
        expect(await surprisesIn('staff', staffARoom)).toEqual([]);
        expect(await surprisesIn('staff-list', importTheStaff)).toEqual([]);
      }, 60_000);

      it('the day before: lots, checks, and whose sheet is signed', async () => {
        expect(await surprisesIn('before', liveBeforeTheDay)).toEqual([]);
        expect(await surprisesIn('no-lots', drawNoLots)).toEqual([]);
        expect(await surprisesIn('no-places', drawForNobody)).toEqual([]);
      }, 60_000);

      it('a day whose key is on paper', async () => {
        expect(await surprisesIn('keys', liveByTheSheet)).toEqual([]);
        expect(await surprisesIn('unprintable', nameADayUnprintably)).toEqual([]);
      }, 60_000);

      it('a day that is copied, and comes back from its copies', async () => {
        expect(await surprisesIn('copied', liveWithCopies)).toEqual([]);
        expect(await surprisesIn('spare', comeBackFromCopies)).toEqual([]);
        expect(await surprisesIn('another', meetOtherCopies)).toEqual([]);
        expect(await surprisesIn('days', changeDays)).toEqual([]);
      }, 60_000);

      it('a day that the office gives out in a package', async () => {
        expect(await surprisesIn('giving', handOutAPackage)).toEqual([]);
        expect(await surprisesIn('given', beginWithAPackage)).toEqual([]);
        expect(await surprisesIn('busy', meetAPackage)).toEqual([]);
        expect(await surprisesIn('unprinted', handOutUnprintably)).toEqual([]);
      }, 60_000);

      it('people who sign in, confirm and forget, and one who changes his seat', async () => {
        expect(await surprisesIn('people', comeAndGo)).toEqual([]);
        expect(await surprisesIn('seats', changeSeats)).toEqual([]);
      }, 60_000);

      it('a clock that two people set', async () => {
        expect(await surprisesIn('clock', setTheClock)).toEqual([]);
      }, 60_000);

      it('大屏 is a page of the browser host, and a window where the host has windows', async () => {
        const asPage = async ({ client }: Scene) => {
          expect(valueOf(await client.invoke('bigScreen.open', {}))).toEqual({ url: '/#big', displays: null });
        };
        const asWindow = async ({ client }: Scene) => {
          expect(valueOf(await client.invoke('bigScreen.open', {}))).toEqual({ url: null, displays: 2 });
        };
        const asNothing = ({ client }: Scene) =>
          asking(client, NOBODY).refused('bigScreen.open', {}, 'big-screen-unavailable');
        expect(await surprisesIn('page', asPage)).toEqual([]);
        expect(await surprisesIn('window', asWindow, { openBigScreen: async () => ({ displays: 2 }) })).toEqual([]);
        const openBigScreen = () => Promise.reject(new Error('no display'));
        expect(await surprisesIn('nothing', asNothing, { openBigScreen })).toMatchObject([
          { event: 'big-screen-not-opened' },
        ]);
      }, 60_000);

      it('a station beside which a rehearsal can be opened', async () => {
        const url = 'http://127.0.0.1:1/#token=of-the-test';
        const open = async ({ client }: Scene) => {
          expect(valueOf(await client.invoke('rehearsal.open', {}))).toEqual({ url });
        };
        expect(await surprisesIn('beside', open, { openRehearsal: async () => ({ url }) })).toEqual([]);
      }, 60_000);

      it('a rehearsal, whose clock goes on and never back', async () => {
        const rehearsal = { setRate: () => undefined, jumpTo: (to: number) => to > 1000, startAt: () => undefined };
        const moveClock = async ({ client }: Scene) => {
          await makeDay(client);
          const { ok, refused } = asking(client, NOBODY);
          await ok('rehearsal.setClock', { rate: 60, jumpTo: 2000 });
          await refused('rehearsal.setClock', { rate: 60, jumpTo: 1000 }, 'clock-only-forward');
        };
        expect(await surprisesIn('rehearsal', moveClock, { rehearsal })).toEqual([]);
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

    it('each method was answered with what it is for, in the form that the contract names', () => {
      expect(METHOD_NAMES.filter((method) => answered.get(method)?.has('ok') !== true)).toEqual([]);
    });

    it('each refusal that was met has its sentence, with all the figures that stand in it', () => {
      const unfinished = [...spoken].filter(([, { what, todo }]) => /—|undefined|NaN|操作没有完成/.test(what + todo));
      expect(unfinished).toEqual([]);
    });

    it('each refusal that a method of the day declares was met', () => {
      expect(unmetRefusals(answered)).toEqual([]);
    });
  });
}
