import { expect, it } from 'vitest';
import { boardRow, checkBoard, openChecksAt } from '../../../../renderer/screens/site/check-board.ts';
import { checkItemsOf } from '../../../../shared/domain/checklist-items.ts';
import type { DayInfo } from '../../../../shared/domain/state.ts';
import { roomNo } from '../../../support/lots.ts';
import { AT_OFFICE, createOffice } from '../../../support/office.ts';
import { at, must, type SimStation } from '../../../support/sim-station.ts';

const OF_ROOM = checkItemsOf('room').length;
const OF_SITE = checkItemsOf('site').length;

function dayOf(station: SimStation): DayInfo {
  const { day } = station.state.site;
  if (day === null) throw new Error('no day');
  return day;
}

function tick(station: SimStation, room: number, item: 'desk-labels' | 'door-sheet'): void {
  must(station.act({ type: 'tickCheck', room: roomNo(room), item, count: null, note: null }, at('07:30'), AT_OFFICE));
}

it('[CL1] lists the site, then the rooms with the most open items first', () => {
  const station = createOffice([2, 2, 2]);
  tick(station, 1, 'desk-labels');
  tick(station, 1, 'door-sheet');
  tick(station, 2, 'desk-labels');
  const rows = checkBoard(station.state, dayOf(station));
  expect(rows.map(({ room, open }) => [room?.room ?? 'site', open])).toEqual([
    ['site', OF_SITE],
    ['003', OF_ROOM],
    ['002', OF_ROOM - 1],
    ['001', OF_ROOM - 2],
  ]);
});

it('[CL1] lists rooms that are equally far by number', () => {
  const station = createOffice([2, 2, 2]);
  const rows = checkBoard(station.state, dayOf(station)).slice(1);
  expect(rows.map(({ room }) => room?.room)).toEqual(['001', '002', '003']);
});

it('[CL1] counts a room’s own items there, and everything at the office', () => {
  const station = createOffice([2, 2]);
  const day = dayOf(station);
  tick(station, 1, 'desk-labels');
  expect(openChecksAt(station.state, day, roomNo(1))).toBe(OF_ROOM - 1);
  expect(boardRow(station.state, day, roomNo(1)).standings).toHaveLength(OF_ROOM);
  // Nobody has said which 签到表 is signed: one more.
  expect(openChecksAt(station.state, day, null)).toBe(OF_SITE + 2 * OF_ROOM - 1 + 1);
  must(station.act({ type: 'chooseOfficialSheet', which: 'station' }, at('07:31'), AT_OFFICE));
  expect(openChecksAt(station.state, day, null)).toBe(OF_SITE + 2 * OF_ROOM - 1);
});
