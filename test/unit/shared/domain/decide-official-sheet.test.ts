import { expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { SheetMaker } from '../../../../shared/domain/official-sheet-events.ts';
import { roomNo } from '../../../support/lots.ts';
import { AT_OFFICE, createOffice } from '../../../support/office.ts';
import { roomOf } from '../../../support/paper-acts.ts';
import { at, BOX, CHIEF, createReadyRoom, must, ROOM, type SimStation } from '../../../support/sim-station.ts';

function choose(which: SheetMaker): Command {
  return { type: 'chooseOfficialSheet', which };
}

function printSheet(station: SimStation): void {
  const paper = {
    document: 'sheet-1',
    kind: 'sign-in-sheet',
    room: ROOM,
    copy: 1,
    pages: 1,
    viewDigest: 'a'.repeat(64),
    heads: [],
  };
  station.record('PaperIssued', paper, at('07:40'), { paper: 'theory' });
}

it('[CL6] is nobody’s choice at first, then the chief’s, in a room for itself', () => {
  const station = createReadyRoom(2);
  expect(roomOf(station).officialSheet).toBeNull();
  expect(station.act(choose('station'), at('07:30'))).toMatchObject({ error: { code: 'role-not-allowed' } });
  const [event] = must(station.act(choose('station'), at('07:30'), { actor: CHIEF }));
  expect(event).toMatchObject({ type: 'OfficialSheetChosen', room: ROOM, data: { which: 'station' } });
  expect(roomOf(station).officialSheet).toMatchObject({ which: 'station', reason: null });
  expect(station.act(choose('station'), at('07:31'), { actor: CHIEF })).toMatchObject({
    error: { code: 'official-sheet-already-so', rule: 'CL6' },
  });
  // Nothing was printed yet: changed without a word.
  must(station.act(choose('platform'), at('07:31'), { actor: CHIEF }));
  expect(station.act(choose('station'), at('07:31'), { actor: CHIEF, binding: null })).toMatchObject({
    error: { code: 'station-not-bound' },
  });
});

it('[CL6] needs a reason once a sheet was printed, also for the first choice', () => {
  const station = createReadyRoom(2);
  printSheet(station);
  expect(station.act(choose('platform'), at('07:50'), { actor: CHIEF })).toMatchObject({
    error: { code: 'reason-missing', rule: 'CL6' },
  });
  must(station.act(choose('platform'), at('07:50'), { actor: CHIEF, reason: BOX }));
  expect(roomOf(station).officialSheet).toMatchObject({ which: 'platform', reason: BOX });
});

it('[CL6] at the office holds for every room, also for one that had chosen otherwise', () => {
  const office = createOffice([2, 2]);
  must(office.act(choose('station'), at('07:30'), AT_OFFICE));
  expect(office.state.site.common.officialSheet?.which).toBe('station');
  expect(Object.values(office.state.rooms).map((room) => room.officialSheet?.which)).toEqual(['station', 'station']);
  expect(office.act(choose('station'), at('07:31'), AT_OFFICE)).toMatchObject({
    error: { code: 'official-sheet-already-so' },
  });
  office.record('OfficialSheetChosen', { which: 'platform' }, at('07:32'), { room: roomNo(2), actor: CHIEF });
  expect(office.state.rooms[roomNo(2)]?.officialSheet?.which).toBe('platform');
  must(office.act(choose('station'), at('07:33'), AT_OFFICE));
  expect(office.state.rooms[roomNo(2)]?.officialSheet?.which).toBe('station');
});

it('[CL6] in a room whose list is not there yet is taken as said', () => {
  const station = createReadyRoom(2);
  const binding = { kind: 'room', room: roomNo(5) } as const;
  const [event] = must(station.act(choose('station'), at('07:30'), { actor: CHIEF, binding }));
  expect(event).toMatchObject({ room: '005', data: { which: 'station' } });
});
