import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restate } from '../../electron/station/package/restate.ts';
import { openAnomalies } from '../../shared/domain/anomalies.ts';
import { type Event } from '../../shared/domain/events.ts';
import { isPackageOutdated } from '../../shared/domain/package-state.ts';
import { partsForRoom, roomsWithPeople } from '../../shared/domain/package-parts.ts';
import type { DayState } from '../../shared/domain/state.ts';
import { as, type RoomNo, type SeatNo, type StaffId } from '../../shared/ids.ts';
import { compareEvents } from '../../shared/sync/hybrid-clock.ts';
import { createFold, foldEvents, type HashedEvent } from '../../shared/sync/merge.ts';
import {
  at,
  BOX,
  CHIEF,
  createSimStation,
  MAKE_DAY,
  must,
  rosterEntry,
  rosterOf,
  type SimStation,
  stationId,
} from '../support/sim-station.ts';

const ROOMS = ['001', '002', '003'].map((no) => as<RoomNo>(no));
const PEOPLE = 6;
/** Waits for the chief's 追认. */
const CALLED = { approver: CHIEF, how: 'phone' } as const;

/** One step of the office on the eve. */
type Step =
  | { readonly kind: 'roster'; readonly rooms: readonly number[]; readonly hash: number }
  | { readonly kind: 'staff'; readonly who: number; readonly room: number }
  | { readonly kind: 'pin' | 'announce' | 'photo' | 'tick' | 'seat'; readonly who: number }
  | { readonly kind: 'delay' | 'withdraw' | 'seating' | 'take-back'; readonly who: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('roster' as const),
    // Where each of the people sits; 3 = on the list no more. The first always stays: an empty roster is refused.
    rooms: fc.array(fc.nat(3), { minLength: PEOPLE, maxLength: PEOPLE }).map((rooms) => rooms.with(0, 0)),
    hash: fc.nat(1),
  }),
  fc.record({ kind: fc.constant('staff' as const), who: fc.nat(2), room: fc.nat(2) }),
  fc.record({ kind: fc.constantFrom('pin', 'announce', 'photo', 'tick', 'seat'), who: fc.nat(2) }),
  fc.record({ kind: fc.constantFrom('delay', 'withdraw', 'seating', 'take-back'), who: fc.nat(3) }),
);

function take(office: SimStation, one: Step, now: number): void {
  const staff = as<StaffId>(`staff-${'who' in one ? one.who : 0}`);
  const past = { room: null, actor: CHIEF } as const;
  switch (one.kind) {
    case 'roster': {
      const entries = one.rooms.flatMap((room, at) => {
        const no = ROOMS[room];
        const personHash = `${one.hash}${at}`.padStart(32, '0');
        return no === undefined ? [] : [rosterEntry(at + 1, { room: no, seat: as<SeatNo>(at + 1), personHash })];
      });
      const rooms = ROOMS.map((room) => ({ room, place: '实训楼', expected: one.rooms.length }));
      must(office.act({ ...rosterOf(0), binding: { kind: 'office' }, rooms, entries }, now, { actor: CHIEF }));
      return;
    }
    case 'staff': {
      const data = { staff, role: 'technician', room: ROOMS[one.room], person: BOX, pin: BOX };
      if (office.state.site.staff[staff] === undefined) office.record('StaffEnlisted', data, now, past);
      else office.record('StaffPosted', { staff, room: ROOMS[one.room], how: 'assigned' }, now, past);
      return;
    }
    case 'pin':
      office.record('PinReset', { staff, pin: { ...BOX, nonce: `A${one.who}==` } }, now, past);
      return;
    case 'announce':
      office.record('AnnouncementsLoaded', { texts: [{ kind: 'start', paper: null, text: `${one.who}` }] }, now, past);
      return;
    case 'photo': {
      const { room, candidate } = somebody(office, one.who);
      const data = { candidate, sealedDigest: `${one.who}`.repeat(64), width: 240, height: 320 };
      if (room !== null) office.record('CandidatePhotoFiled', data, now, { ...past, room });
      return;
    }
    case 'tick':
      office.record('CheckTicked', { item: 'R04', count: one.who, note: null }, now, {
        ...past,
        room: ROOMS[one.who] ?? null,
      });
      return;
    case 'seat': {
      const { room, candidate } = somebody(office, one.who);
      const data = { candidate, from: 1, to: 41 + (now % 7), why: BOX, approval: CALLED };
      if (room !== null) office.record('SeatChanged', data, now, { ...past, room, paper: 'theory' });
      return;
    }
    default:
      takeCourse(office, one, now);
  }
}

/** To one room, or (`who` 3) to the whole site. */
function takeCourse(office: SimStation, { kind, who }: Pick<Step, 'kind'> & { readonly who: number }, now: number) {
  const place = { room: ROOMS[who] ?? null, paper: 'theory', actor: CHIEF } as const;
  const { course } = (place.room === null ? undefined : office.state.rooms[place.room]) ?? office.state.site.common;
  const delay = course.adjustments.theory.at(-1);
  const seating = course.seatings.at(-1);
  const said = { why: BOX, approval: CALLED };
  if (kind === 'delay') office.record('PaperDelayed', { startsAt: at('09:30') + (now % 60_000), ...said }, now, place);
  if (kind === 'seating') office.record('SeatingChosen', { mode: 'keep-seats', approval: CALLED }, now, place);
  if (kind === 'withdraw' && delay !== undefined)
    office.record('AdjustmentWithdrawn', { target: delay.event, keptMs: 0, ...said }, now, place);
  if (kind === 'take-back' && seating !== undefined) {
    office.record('ActUndone', { target: seating.event }, now, place);
  }
}

function somebody(office: SimStation, who: number) {
  const room = Object.values(office.state.rooms).find(({ candidates }) => Object.keys(candidates).length > who);
  return { room: room?.room ?? null, candidate: Object.keys(room?.candidates ?? {})[who] };
}

/** A room's own chain, begun with what the office's package gave it. */
function roomOf(office: SimStation, room: RoomNo, n: number): readonly HashedEvent[] {
  const all = office.events.map(({ event }) => event).toSorted(compareEvents);
  const own = createSimStation(stationId(n));
  own.take(office.events, at('07:10'));
  own.record('StationBound', { binding: { kind: 'room', room } }, at('07:10'), { room: null, actor: null });
  const said = partsForRoom(office.state, room, all).map((event, index) => {
    const draft = restate(event, { nowMs: at('07:10'), timeInDoubt: false });
    const again = { ...draft, v: 1, day: event.day, station: own.id, epoch: 1, seq: 100 + index, command: null };
    return { event: again as Event, hash: `${n}${index}`.padEnd(64, '0') }; // a draft in its place is an event
  });
  return [...said, ...own.events];
}

/** What must be the same: who is on the staff, who sits where, when papers begin, and what is said aloud and still open. */
function peopleOf({ site, rooms }: DayState): unknown {
  const sitting = Object.entries(rooms).map(([no, room]) => {
    const { candidates, aliases, place, expected, timeline, course, seatChanges, checks, approved } = room;
    const seatings = course.seatings.map(({ occurredAt, isUndone }) => ({ occurredAt, isUndone }));
    const ticked = Object.values(checks.entries).map(({ says, count, occurredAt }) => ({ says, count, occurredAt }));
    const open = approved.toRatify.map(({ type, occurredAt }) => ({ type, occurredAt }));
    const changes = seatChanges.map(({ candidate, to, occurredAt }) => ({ candidate, to, occurredAt }));
    return [no, { candidates, aliases, place, expected, timeline, seatings, changes, ticked, open }];
  });
  return { staff: site.staff, day: site.day, texts: site.common.course.siteTexts, rooms: Object.fromEntries(sitting) };
}

describe('a day that the office gave out in a package', () => {
  it('[PK4] office and rooms merged in any order are the office’s people and staff, without an anomaly, whatever it corrected before and since', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.array(step, { maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (before, since, order) => {
          const office = createSimStation(stationId(5));
          must(office.act(MAKE_DAY, at('06:00'), { actor: null }));
          const first: Step = { kind: 'roster', rooms: [0, 0, 1, 1, 2, 2], hash: 0 };
          for (const [index, one] of [first, ...before].entries()) take(office, one, at('06:01') + index * 1000);
          // Ids on both sides of the office's: whose word comes first at one place of the order is then tried both ways.
          const given = ROOMS.map((room, index) => roomOf(office, room, [1, 4, 8][index] ?? 9));
          for (const [index, one] of since.entries()) take(office, one, at('07:20') + index * 1000);
          const alone = peopleOf(office.state);
          const chains = [...given, office.events];
          const merged = order.reduce((fold, index) => foldEvents(fold, chains[index] ?? []), createFold());
          expect(peopleOf(merged.state)).toEqual(alone);
          expect(openAnomalies(merged.state)).toEqual(openAnomalies(office.state));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('[PK1] what a room is told names nobody but those on its list', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (before) => {
        const office = createSimStation(stationId(5));
        must(office.act(MAKE_DAY, at('06:00'), { actor: null }));
        const first: Step = { kind: 'roster', rooms: [0, 0, 1, 1, 2, 2], hash: 0 };
        for (const [index, one] of [first, ...before].entries()) take(office, one, at('06:01') + index * 1000);
        const all = office.events.map(({ event }) => event);
        for (const room of roomsWithPeople(office.state)) {
          const named = partsForRoom(office.state, room, all).flatMap(({ data }) =>
            'candidate' in data ? [data.candidate] : [],
          );
          const listed = Object.values(office.state.rooms[room]?.candidates ?? {}).filter(
            ({ standing }) => standing === 'enrolled',
          );
          expect(new Set(named)).toEqual(new Set(listed.map(({ candidate }) => candidate)));
        }
      }),
    );
  });

  it('[PK3] a package is outdated by what the office records after it was gathered, not by what rooms say again', () => {
    const office = createSimStation(stationId(5));
    must(office.act(MAKE_DAY, at('06:00'), { actor: null }));
    take(office, { kind: 'roster', rooms: [0, 0, 1, 1, 2, 2], hash: 0 }, at('06:01'));
    const make = (seq: number, now: number) => {
      const data = {
        package: '3F2A09',
        rooms: [{ room: '001', label: 'B' }],
        digest: '0'.repeat(64),
        heads: [{ station: office.id, epoch: 1, seq }],
      };
      office.record('PackageMade', data, now, { room: null, actor: CHIEF });
    };
    expect(isPackageOutdated(office.state.site)).toBe(false);
    make(office.events.length, at('06:02'));
    expect(isPackageOutdated(office.state.site)).toBe(false);
    const merged = foldEvents(createFold(), [...office.events, ...roomOf(office, as<RoomNo>('001'), 1)]);
    expect(isPackageOutdated(merged.state.site)).toBe(false);

    const gathered = office.events.length;
    take(office, { kind: 'staff', who: 1, room: 0 }, at('06:03'));
    expect(isPackageOutdated(office.state.site)).toBe(true);
    // Recorded while the next one was being sealed: it is in the file as little as before.
    make(gathered, at('06:04'));
    expect(isPackageOutdated(office.state.site)).toBe(true);
    make(office.events.length, at('06:05'));
    expect(isPackageOutdated(office.state.site)).toBe(false);
    office.record('SignalGiven', { signal: 'prepare' }, at('08:25'), { room: null, paper: 'theory' });
    expect(isPackageOutdated(office.state.site)).toBe(false);
  });
});
