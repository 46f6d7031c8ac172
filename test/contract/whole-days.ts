import { describe, expect, it } from 'vitest';
import { makeDay, valueOf } from '../support/day-scenario.ts';
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
import { correctASealedPaper } from './correction-day.ts';
import { changeDays, comeBackFromCopies, liveWithCopies, meetOtherCopies } from './copied-day.ts';
import { METHOD_NAMES, NOBODY } from './formed.ts';
import { changeSeats, comeAndGo } from './person-day.ts';
import { liveByTheSheet, nameADayUnprintably } from './key-day.ts';
import { liveAtTheOffice, liveInASmallRoom } from './other-stations.ts';
import { beginWithAPackage, handOutAPackage, handOutUnprintably, meetAPackage } from './package-day.ts';
import { unmetRefusals } from './refusals.ts';
import { importTheStaff, staffARoom } from './staff-day.ts';
import { fileScans, fileScansInARehearsal } from './scan-day.ts';
import { checkPapers, checkPapersInARehearsal } from './paper-check-day.ts';
import { type Scene } from './scene.ts';
import { drawForNobody, drawNoLots, liveBeforeTheDay } from './site-day.ts';
import { asking } from './asking.ts';
import type { Days } from './suite.ts';

/** Every kind of day that the contract's methods are for, and whether each was answered and each refusal met on the way. */
export function describeWholeDays({ surprisesIn, answered, spoken }: Days): void {
  describe('over every kind of day', () => {
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

    it('papers signed by hand, filed by their scans', async () => {
      expect(await surprisesIn('scans', fileScans)).toEqual([]);
      const rehearsal = { setRate: () => undefined, jumpTo: () => true, startAt: () => undefined };
      expect(await surprisesIn('scans-rehearsed', fileScansInARehearsal, { rehearsal })).toEqual([]);
    }, 60_000);

    it('papers that are checked', async () => {
      expect(await surprisesIn('checked', checkPapers)).toEqual([]);
      const rehearsal = { setRate: () => undefined, jumpTo: () => true, startAt: () => undefined };
      expect(await surprisesIn('checked-rehearsed', checkPapersInARehearsal, { rehearsal })).toEqual([]);
    }, 60_000);

    it('a sealed paper that has to be corrected', async () => {
      expect(await surprisesIn('corrected', correctASealedPaper)).toEqual([]);
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
}
