import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { papersNotCollected } from '../../../../shared/domain/decide-keys.ts';
import { sheetOfStation } from '../../../../shared/domain/key-state.ts';
import { as, type StaffId } from '../../../../shared/ids.ts';
import { collect } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const NOW = at('07:30');
const BY_CHIEF = { actor: CHIEF };
const OTHER = stationId(9);

const issue = (station: SimStation, sheet: string, replaces: string | null): Command => ({
  type: 'issueRecoverySheet',
  station: station.id,
  sheet,
  replaces,
  certificate: null,
});
const check = (station: SimStation, sheet: string): Command => ({
  type: 'checkRecoverySheet',
  station: station.id,
  sheet,
});
const lock = (station: SimStation, acceptsOpenPapers: boolean): Command => ({
  type: 'lockDay',
  station: station.id,
  acceptsOpenPapers,
});

function withSheet(sheet = 'AAAAAA'): SimStation {
  const station = createReadyRoom(2);
  must(station.act(issue(station, sheet, null), NOW, BY_CHIEF));
  must(station.act(check(station, sheet), NOW + 1, BY_CHIEF));
  return station;
}

describe('恢复单', () => {
  it('[KY1] is recorded for the station that made it, and is open until its code was typed back', () => {
    const station = createReadyRoom(2);
    must(station.act(issue(station, 'AAAAAA', null), NOW, BY_CHIEF));
    const made = { sheet: 'AAAAAA', station: station.id, issuedAt: NOW, issuedBy: CHIEF };
    expect(sheetOfStation(station.state.site.keys, station.id)).toEqual({ ...made, checkedAt: null, checkedBy: null });
    expect(sheetOfStation(station.state.site.keys, OTHER)).toBeNull();
    must(station.act(check(station, 'AAAAAA'), NOW + 5, { ...BY_CHIEF, second: INVIGILATOR_2 }));
    expect(sheetOfStation(station.state.site.keys, station.id)).toEqual({
      ...made,
      checkedAt: NOW + 5,
      checkedBy: CHIEF,
    });
  });

  it('[KY1] takes the place of the one that the screen showed, and of no other', () => {
    const station = withSheet();
    expect(station.act(issue(station, 'BBBBBB', null), NOW, BY_CHIEF)).toMatchObject({
      error: { code: 'sheet-changed' },
    });
    must(station.act(issue(station, 'BBBBBB', 'AAAAAA'), NOW, BY_CHIEF));
    expect(station.act(issue(station, 'CCCCCC', 'AAAAAA'), NOW, BY_CHIEF)).toMatchObject({
      error: { code: 'sheet-changed' },
    });
  });

  it('[KY1] only the latest is typed back, and once', () => {
    const station = withSheet();
    expect(station.act(check(station, 'AAAAAA'), NOW, BY_CHIEF)).toMatchObject({
      error: { code: 'sheet-already-checked', figures: { at: NOW + 1 } },
    });
    must(station.act(issue(station, 'BBBBBB', 'AAAAAA'), NOW, BY_CHIEF));
    expect(station.act(check(station, 'AAAAAA'), NOW, BY_CHIEF)).toMatchObject({
      error: { code: 'sheet-other', figures: { typed: 'AAAAAA', wanted: 'BBBBBB' } },
    });
    const fresh = createReadyRoom(1);
    expect(fresh.act(check(fresh, 'AAAAAA'), NOW, BY_CHIEF)).toMatchObject({ error: { code: 'sheet-other' } });
  });

  it('[KY1] that opened the day on another station is good there without being typed once more', () => {
    const station = withSheet();
    const other = createReadyRoom(2, OTHER);
    other.take(station.events, NOW + 10);
    other.record('DayUnlocked', { sheet: 'AAAAAA' }, NOW + 20, { actor: null, room: null });
    expect(sheetOfStation(other.state.site.keys, OTHER)).toMatchObject({ sheet: 'AAAAAA', checkedAt: NOW + 1 });
    expect(sheetOfStation(other.state.site.keys, station.id)).toMatchObject({ sheet: 'AAAAAA', checkedAt: NOW + 1 });
  });

  it('[KY1] that nobody had typed back counts as typed back once it has opened the day', () => {
    const station = createReadyRoom(2);
    must(station.act(issue(station, 'AAAAAA', null), NOW, BY_CHIEF));
    station.record('DayUnlocked', { sheet: 'AAAAAA' }, NOW + 20, { actor: null, room: null });
    expect(station.state.site.keys.sheets).toMatchObject([{ sheet: 'AAAAAA', issuedAt: NOW, checkedAt: NOW + 20 }]);
    station.record('DayUnlocked', { sheet: 'EEEEEE' }, NOW + 30, { actor: null, room: null });
    expect(sheetOfStation(station.state.site.keys, station.id)).toMatchObject({ issuedAt: NOW + 30, issuedBy: null });
  });

  it.each(['issueRecoverySheet', 'checkRecoverySheet', 'lockDay'] as const)(
    '[KY1] %s is no matter of an invigilator',
    (type) => {
      const station = withSheet();
      const pin = { type: 'replacePin', staff: CHIEF, pin: BOX, sheet: 'AAAAAA' } as const;
      const commands = [issue(station, 'BBBBBB', 'AAAAAA'), check(station, 'AAAAAA'), pin, lock(station, true)];
      const command = commands.find((each) => each.type === type) ?? pin;
      expect(station.act(command, NOW, { actor: INVIGILATOR_1 })).toMatchObject({
        error: { code: 'role-not-allowed' },
      });
    },
  );
});

describe('忘记 PIN', () => {
  it('[KY2] the newest box counts, and nothing else of the person changes', () => {
    const station = withSheet();
    const pin = { ...BOX, ct: 'BBBB' };
    const before = station.state.site.staff[INVIGILATOR_1];
    must(station.act({ type: 'replacePin', staff: INVIGILATOR_1, pin, sheet: 'AAAAAA' }, NOW, BY_CHIEF));
    expect(station.state.site.staff[INVIGILATOR_1]).toEqual({ ...before, pin });
  });

  it('[KY2] of two that were given on two stations, the later one in merged order counts on both', () => {
    const one = withSheet();
    const other = createSimStation(stationId(2));
    other.take(one.events, NOW);
    const before = one.events;
    const replace = (ct: string) =>
      ({ type: 'replacePin', staff: INVIGILATOR_1, pin: { ...BOX, ct }, sheet: 'AAAAAA' }) as const;
    must(other.act(replace('CCCC'), at('07:32'), BY_CHIEF));
    must(one.act(replace('BBBB'), at('07:31'), BY_CHIEF));
    one.take(other.events, at('07:33'));
    other.take(one.events.slice(before.length), at('07:33'));
    for (const station of [one, other]) expect(station.state.site.staff[INVIGILATOR_1]?.pin.ct).toBe('CCCC');
    expect(one.state).toEqual(other.state);
  });

  it('[KY2] needs nobody who is signed in: the sheet stands for the chief', () => {
    const station = withSheet();
    const command = { type: 'replacePin', staff: CHIEF, pin: { ...BOX, ct: 'DDDD' }, sheet: 'AAAAAA' } as const;
    must(station.act(command, NOW, { actor: null }));
    expect(station.state.site.staff[CHIEF]?.pin.ct).toBe('DDDD');
  });

  it('[KY2] of somebody who is not on the staff is refused, and folds to nothing', () => {
    const station = withSheet();
    const nobody = as<StaffId>('nobody');
    const command = { type: 'replacePin', staff: nobody, pin: BOX, sheet: 'AAAAAA' } as const;
    expect(station.act(command, NOW, BY_CHIEF)).toMatchObject({ error: { code: 'staff-unknown' } });
    station.record('PinReplaced', { staff: nobody, pin: BOX, sheet: 'AAAAAA' }, NOW, { actor: CHIEF, room: null });
    expect(Object.keys(station.state.site.staff)).not.toContain(nobody);
  });
});

describe('锁存考核日', () => {
  it('[KY3] needs a sheet that was typed back', () => {
    const station = createReadyRoom(2);
    expect(station.act(lock(station, true), NOW, BY_CHIEF)).toMatchObject({ error: { code: 'sheet-not-checked' } });
    must(station.act(issue(station, 'AAAAAA', null), NOW, BY_CHIEF));
    expect(station.act(lock(station, true), NOW, BY_CHIEF)).toMatchObject({ error: { code: 'sheet-not-checked' } });
  });

  it('[KY3] names the papers that were not collected, and takes them only where they were seen', () => {
    const station = withSheet();
    expect(station.act(lock(station, false), NOW, BY_CHIEF)).toMatchObject({
      error: { code: 'papers-open', figures: { count: 2, room: ROOM, paper: 'theory' } },
    });
    const [locked] = must(station.act(lock(station, true), NOW, BY_CHIEF));
    expect(locked).toMatchObject({ type: 'DayLocked', room: null, data: { sheet: 'AAAAAA', openPapers: 2 } });
    expect(Object.keys(station.state.site.keys.locked)).toEqual([station.id]);
    station.record('DayUnlocked', { sheet: 'AAAAAA' }, NOW + 1, { actor: null, room: null });
    expect(station.state.site.keys.locked).toEqual({});
  });

  it('[KY3] a paper that was collected is open no more; the office counts every room, an unbound station none', () => {
    const station = withSheet();
    const absent = { type: 'markAbsent', room: ROOM, paper: 'theory' } as const;
    const candidates = Object.values(station.state.rooms[ROOM]?.candidates ?? {}).map(({ candidate }) => candidate);
    must(station.act({ ...absent, candidates }, at('09:00')));
    must(station.act(collect(), at('10:00')));
    const here = { kind: 'room', room: ROOM } as const;
    expect(papersNotCollected(station.state, { binding: here })).toEqual([{ room: ROOM, paper: 'practical' }]);
    expect(papersNotCollected(station.state, { binding: { kind: 'office' } })).toHaveLength(1);
    expect(papersNotCollected(station.state, { binding: null })).toEqual([]);
  });
});
