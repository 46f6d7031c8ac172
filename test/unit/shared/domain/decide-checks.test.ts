import { describe, expect, it } from 'vitest';
import { CHECK_ITEM_IDS, checkItemsOf, wantedCount } from '../../../../shared/domain/checklist-items.ts';
import type { TickCheck } from '../../../../shared/domain/checks-commands.ts';
import { type ChecksState, checkStandings, isCheckOpen, leftOf } from '../../../../shared/domain/checks-state.ts';
import type { EventRef } from '../../../../shared/domain/schema-parts.ts';
import { roomNo } from '../../../support/lots.ts';
import { AT_OFFICE, createOffice } from '../../../support/office.ts';
import { roomOf } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

type Item = TickCheck['item'];

function tick(item: Item, more: Partial<TickCheck> = {}): TickCheck {
  return { type: 'tickCheck', room: ROOM, item, count: null, note: null, ...more };
}

function standing(station: SimStation, item: Item) {
  const { checks, expected: people } = roomOf(station);
  return standingIn(station, checks, { item, people });
}

function standingIn(station: SimStation, checks: ChecksState, of: { readonly item: Item; readonly people: number }) {
  const rules = station.state.site.day?.rules.values;
  if (rules === undefined) throw new Error('no day');
  const scope = checkItemsOf('site').some(({ id }) => id === of.item) ? 'site' : 'room';
  return checkStandings(checks, { scope, people: of.people, rules }).find((one) => one.item.id === of.item);
}

function refOf(event: EventRef | undefined): EventRef {
  if (event === undefined) throw new Error('nothing was recorded');
  return { station: event.station, epoch: event.epoch, seq: event.seq };
}

describe('items', () => {
  it('[CL1] stand in the order in which they are done, each of the site or of a room', () => {
    const moments = checkItemsOf('site').map(({ when }) => when);
    expect([...new Set(moments)]).toEqual(['weeks', 'week', 'days', 'day-before', 'morning']);
    expect([...new Set(checkItemsOf('room').map(({ when }) => when))]).toEqual(['week', 'day-before', 'morning']);
    expect(checkItemsOf('site').length + checkItemsOf('room').length).toBe(CHECK_ITEM_IDS.length);
    // Written in that order too, so that a new one is put where it belongs.
    expect(moments).toEqual(moments.toSorted((a, b) => order(a) - order(b)));
  });

  it.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [40, 4],
    [41, 5],
    // 70 × 0.1 is 7.000000000000001 to a computer.
    [70, 7],
    [0, 0],
  ])('[CL2] %i candidates want %i spare machines', (people, spare) => {
    expect(wantedCount('spare-machines', people, { spareRatio: 0.1 })).toBe(spare);
    expect(wantedCount('machines', people, { spareRatio: 0.1 })).toBe(people);
    expect(wantedCount('desk-labels', people, { spareRatio: 0.1 })).toBeNull();
  });
});

function order(moment: string): number {
  return ['weeks', 'week', 'days', 'day-before', 'morning'].indexOf(moment);
}

describe('a tick', () => {
  it('[CL1] is recorded with who and when, once', () => {
    const station = createReadyRoom(2);
    const [event] = must(station.act(tick('desk-labels'), at('07:30')));
    expect(event).toMatchObject({
      type: 'CheckTicked',
      room: ROOM,
      data: { item: 'desk-labels', count: null, note: null },
    });
    expect(standing(station, 'desk-labels')).toMatchObject({
      status: 'ticked',
      entry: { actor: INVIGILATOR_1, occurredAt: at('07:30') },
    });
    expect(station.act(tick('desk-labels'), at('07:31'))).toMatchObject({
      error: { code: 'check-already-ticked', rule: 'CL1', figures: { at: at('07:30') } },
    });
  });

  it('[CL1] of a room is made there or at the office, of the site at the office alone', () => {
    const room = createReadyRoom(2);
    expect(room.act(tick('gate-sign', { room: null }), at('07:30'))).toMatchObject({
      error: { code: 'room-not-here' },
    });
    expect(room.act(tick('gate-sign'), at('07:30'))).toMatchObject({ error: { code: 'check-of-other-scope' } });
    expect(room.act(tick('desk-labels', { room: roomNo(2) }), at('07:30'))).toMatchObject({
      error: { code: 'room-not-here' },
    });
    expect(room.act(tick('desk-labels'), at('07:30'), { binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
    const office = createOffice([2, 2]);
    must(office.act(tick('gate-sign', { room: null }), at('07:30'), AT_OFFICE));
    must(office.act(tick('desk-labels', { room: roomNo(2) }), at('07:30'), AT_OFFICE));
    expect(office.act(tick('desk-labels', { room: null }), at('07:30'), AT_OFFICE)).toMatchObject({
      error: { code: 'check-of-other-scope' },
    });
    expect(office.act(tick('desk-labels', { room: roomNo(7) }), at('07:30'), AT_OFFICE)).toMatchObject({
      error: { code: 'room-not-here' },
    });
    expect(standingIn(office, office.state.site.checks, { item: 'gate-sign', people: 0 })?.status).toBe('ticked');
    expect(office.state.rooms[roomNo(2)]?.checks.entries['desk-labels']).toBeDefined();
    // What is the site's is in no room's list, and the other way round.
    expect(office.state.rooms[roomNo(1)]?.checks.entries).toEqual({});
    expect(Object.keys(office.state.site.checks.entries)).toEqual(['gate-sign']);
  });

  it('[CL2] of machines says how many there are; too few stay open', () => {
    const station = createReadyRoom(11);
    expect(station.act(tick('spare-machines'), at('07:30'))).toMatchObject({
      error: { code: 'check-count-missing', rule: 'CL2', figures: { wanted: 2 } },
    });
    must(station.act(tick('spare-machines', { count: 1 }), at('07:30')));
    const short = standing(station, 'spare-machines');
    expect(short).toMatchObject({ status: 'short', wanted: 2, entry: { count: 1 } });
    expect(short !== undefined && isCheckOpen(short)).toBe(true);
    // Counted again, the later word counts.
    must(station.act(tick('spare-machines', { count: 2 }), at('07:40')));
    expect(standing(station, 'spare-machines')).toMatchObject({ status: 'ticked', entry: { count: 2 } });
  });

  it('[CL2] of what is written down needs the words; a count that nobody asked for is left out', () => {
    const station = createReadyRoom(2);
    expect(station.act(tick('video-keeper'), at('07:30'))).toMatchObject({ error: { code: 'check-note-missing' } });
    must(station.act(tick('video-keeper', { note: BOX }), at('07:30')));
    expect(standing(station, 'video-keeper')).toMatchObject({ status: 'ticked', entry: { note: BOX } });
    const [event] = must(station.act(tick('desk-labels', { count: 9 }), at('07:30')));
    expect(event?.data).toMatchObject({ count: null });
  });

  it('[CL3] is taken back, or the item set aside, with a reason', () => {
    const station = createReadyRoom(2);
    const untick = { type: 'untickCheck', room: ROOM, item: 'desk-labels' } as const;
    const aside = { ...untick, type: 'setCheckAside' } as const;
    expect(station.act(untick, at('07:30'), { reason: BOX })).toMatchObject({ error: { code: 'check-not-ticked' } });
    must(station.act(tick('desk-labels'), at('07:30')));
    expect(station.act(untick, at('07:31'))).toMatchObject({ error: { code: 'reason-missing', rule: 'CL3' } });
    must(station.act(untick, at('07:31'), { reason: BOX }));
    expect(standing(station, 'desk-labels')).toMatchObject({ status: 'open', entry: { reason: BOX } });
    expect(station.act(untick, at('07:32'), { reason: BOX })).toMatchObject({ error: { code: 'check-not-ticked' } });
    expect(station.act(aside, at('07:32'))).toMatchObject({ error: { code: 'reason-missing', rule: 'CL3' } });
    must(station.act(aside, at('07:32'), { reason: BOX }));
    expect(standing(station, 'desk-labels')?.status).toBe('set-aside');
    expect(station.act(aside, at('07:33'), { reason: BOX })).toMatchObject({
      error: { code: 'check-already-aside', figures: { at: at('07:32') } },
    });
    must(station.act(untick, at('07:34'), { reason: BOX }));
    expect(standing(station, 'desk-labels')?.status).toBe('open');
    must(station.act(tick('desk-labels'), at('07:35')));
    expect(standing(station, 'desk-labels')?.status).toBe('ticked');
    const elsewhere = { ...AT_OFFICE, reason: BOX, binding: null };
    expect(station.act(aside, at('07:36'), elsewhere)).toMatchObject({ error: { code: 'station-not-bound' } });
    expect(station.act(untick, at('07:36'), elsewhere)).toMatchObject({ error: { code: 'station-not-bound' } });
  });
});

describe('lists of the day', () => {
  it('[CL4] are written as a whole, by leaders, where there is a roster', () => {
    const station = createReadyRoom(2);
    const write = { type: 'writeSiteList', list: 'white-list', lines: BOX, count: 3 } as const;
    expect(station.act(write, at('07:30'))).toMatchObject({ error: { code: 'role-not-allowed' } });
    expect(station.act(write, at('07:30'), { actor: CHIEF, binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
    must(station.act(write, at('07:30'), { actor: CHIEF }));
    must(station.act({ ...write, count: 4 }, at('07:31'), { actor: CHIEF }));
    expect(station.state.site.checks.lists).toMatchObject({ 'white-list': { count: 4, lines: BOX } });
  });
});

describe('来访', () => {
  it('[CL5] is noted with role and time, and ends once', () => {
    const station = createReadyRoom(2);
    const note = { type: 'noteVisit', room: ROOM, role: 'inspector', name: BOX, about: null } as const;
    const [event] = must(station.act(note, at('08:40')));
    const visit = refOf(event);
    const [entry] = roomOf(station).checks.visits;
    if (entry === undefined) throw new Error('no visit');
    expect(entry).toMatchObject({ role: 'inspector', occurredAt: at('08:40') });
    expect(leftOf(roomOf(station).checks, entry)).toBeNull();
    const end = { type: 'endVisit', room: ROOM, visit } as const;
    expect(station.act({ ...end, visit: { ...visit, seq: 999 } }, at('08:50'))).toMatchObject({
      error: { code: 'visit-unknown' },
    });
    must(station.act(end, at('08:50')));
    expect(leftOf(roomOf(station).checks, entry)).toMatchObject({ occurredAt: at('08:50') });
    expect(station.act(end, at('08:55'))).toMatchObject({
      error: { code: 'visit-already-over', figures: { at: at('08:50') } },
    });
    // Told once more by another chain, the first time stands.
    station.record('VisitEnded', { visit }, at('08:58'));
    expect(leftOf(roomOf(station).checks, entry)).toMatchObject({ occurredAt: at('08:50') });
    const unbound = { binding: null };
    expect(station.act(note, at('08:59'), unbound)).toMatchObject({ error: { code: 'station-not-bound' } });
    expect(station.act(end, at('08:59'), unbound)).toMatchObject({ error: { code: 'station-not-bound' } });
  });
});
