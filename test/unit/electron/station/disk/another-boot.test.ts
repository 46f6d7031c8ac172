import { expect, it } from 'vitest';
import { isAnotherBoot, type NotedBoot } from '../../../../../electron/station/disk/another-boot.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2022, 10, 18, 4);
/** Noted an hour after the start. */
const NOTED: NotedBoot = { id: null, uptimeMs: 60 * MINUTE, wallMs: NOON };

it.each<[string, Partial<NotedBoot>, Partial<NotedBoot>, boolean]>([
  ['has the same name, whatever its clocks say', { id: 'one' }, { id: 'one', uptimeMs: 0, wallMs: NOON * 2 }, false],
  ['has another name, whatever its clocks say', { id: 'one' }, { id: 'two' }, true],
  ['goes on', {}, { uptimeMs: 61 * MINUTE, wallMs: NOON + MINUTE }, false],
  ['is younger than the one noted', {}, { uptimeMs: 59 * MINUTE, wallMs: NOON }, true],
  ['was started eleven minutes after the note', {}, { uptimeMs: 60 * MINUTE, wallMs: NOON + 71 * MINUTE }, true],
  ['was started ten minutes after the note', {}, { uptimeMs: 60 * MINUTE, wallMs: NOON + 70 * MINUTE }, false],
  ['had its clock set right by five minutes', {}, { uptimeMs: 70 * MINUTE, wallMs: NOON + 15 * MINUTE }, false],
  ['had its clock set back by a day', {}, { uptimeMs: 70 * MINUTE, wallMs: NOON - 1430 * MINUTE }, false],
  ['lost its name, and goes on', { id: 'one' }, { uptimeMs: 61 * MINUTE, wallMs: NOON + MINUTE }, false],
])('a boot that %s', (_, noted, now, isAnother) => {
  expect(isAnotherBoot({ ...NOTED, ...noted }, { ...NOTED, ...now })).toBe(isAnother);
});
