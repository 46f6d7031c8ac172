import { describe, expect, it } from 'vitest';
import { labelsFor, otherRoomsFor } from '../../../../shared/domain/package-parts.ts';
import type { PackageCommand } from '../../../../shared/domain/package-commands.ts';
import { as, type RoomNo, type SeatNo } from '../../../../shared/ids.ts';
import {
  at,
  candidateId,
  CHIEF,
  createReadyRoom,
  createSimStation,
  MAKE_DAY,
  must,
  rosterEntry,
  rosterOf,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const [FIRST, SECOND] = ['001', '002'].map((no) => as<RoomNo>(no)) as [RoomNo, RoomNo]; // two numbers
const ROOMS = [
  { room: FIRST, label: 'B' },
  { room: SECOND, label: 'C' },
];
const MAKE: PackageCommand = {
  type: 'makePackage',
  package: '3F2A09',
  rooms: ROOMS,
  digest: 'a'.repeat(64),
  heads: [],
};
const ANSWER: PackageCommand = { type: 'answerPhoneApproval', room: FIRST, number: 7, kind: 'seat' };

function office(): SimStation {
  const station = createSimStation(stationId(5));
  must(station.act(MAKE_DAY, at('06:00'), { actor: null }));
  const entries = [FIRST, FIRST, SECOND].map((room, index) =>
    rosterEntry(index + 1, { room, seat: as<SeatNo>(index + 1) }),
  );
  const rooms = [FIRST, SECOND].map((room) => ({ room, place: '', expected: 2 }));
  must(station.act({ ...rosterOf(0), binding: { kind: 'office' }, rooms, entries }, at('06:01'), { actor: CHIEF }));
  return station;
}

const act = (station: SimStation, command: PackageCommand, time = '07:00') =>
  station.act(command, at(time), { actor: CHIEF });

describe('a package', () => {
  it('[PK1] is made in the exam office and nowhere else, for rooms with people', () => {
    expect(must(act(office(), MAKE))).toMatchObject([
      { type: 'PackageMade', room: null, data: { package: '3F2A09', rooms: ROOMS } },
    ]);
    expect(act(createReadyRoom(2), MAKE)).toMatchObject({ ok: false, error: { code: 'office-only', rule: 'PK1' } });
    const unbound = createSimStation(stationId(6));
    must(unbound.act(MAKE_DAY, at('06:00'), { actor: null }));
    expect(act(unbound, MAKE)).toMatchObject({ ok: false, error: { code: 'station-not-bound' } });
    expect(act(office(), { ...MAKE, rooms: [] })).toMatchObject({ ok: false, error: { code: 'roster-empty' } });
  });

  it('[PK1] tells a room where everybody else sits, by every ticket that he has had', () => {
    const station = office();
    const entries = [
      rosterEntry(1, { room: FIRST }),
      rosterEntry(2, { room: FIRST }),
      // The same person by the ID number, with another ticket.
      rosterEntry(9, { room: SECOND, seat: as<SeatNo>(3), idHash: rosterEntry(3).idHash }),
    ];
    must(
      station.act({ ...rosterOf(0), binding: { kind: 'office' }, rooms: [], entries }, at('06:30'), { actor: CHIEF }),
    );
    expect(otherRoomsFor(station.state, FIRST)).toEqual({ [SECOND]: [candidateId(3), candidateId(9)] });
    expect(otherRoomsFor(station.state, SECOND)).toEqual({ [FIRST]: [candidateId(1), candidateId(2)] });
  });
});

describe('the short names of stations', () => {
  it('[PK4] no chain and no room has another’s, and a room keeps the one that an earlier package gave it', () => {
    expect(labelsFor([FIRST, SECOND], {}, ['A', 'C'])).toEqual([
      { room: FIRST, label: 'B' },
      { room: SECOND, label: 'D' },
    ]);
    const more = Array.from({ length: 30 }, (_, index) => as<RoomNo>(`1${index}`));
    const labels = labelsFor([...more, SECOND], { [SECOND]: 'B' }, ['A']).map(({ label }) => label);
    expect(new Set(labels).size).toBe(31);
    expect(labels.slice(23, 26)).toEqual(['Z', 'AA', 'AB']);
    expect(labels.at(-1)).toBe('B');
  });

  it('[PK4] the first package that holds a room names its station', () => {
    const station = office();
    must(act(station, MAKE));
    must(act(station, { ...MAKE, package: '0A1B2C', rooms: [{ room: FIRST, label: 'Z' }] }));
    expect(station.state.site.packages).toMatchObject({
      made: { package: '0A1B2C', rooms: [FIRST] },
      labels: { [FIRST]: 'B', [SECOND]: 'C' },
    });
  });
});

describe('an approval by telephone', () => {
  it('[PK5] is answered once a request; asked again, what it was for is told', () => {
    const station = office();
    must(act(station, MAKE));
    expect(must(act(station, ANSWER, '09:12'))).toMatchObject([
      { type: 'PhoneApprovalAnswered', room: null, data: { room: FIRST, number: 7, kind: 'seat' } },
    ]);
    expect(act(station, { ...ANSWER, kind: 'delay' }, '09:20')).toMatchObject({
      ok: false,
      error: { code: 'approval-already-answered', figures: { number: 7, kind: 'seat', at: at('09:12') } },
    });
    expect(must(act(station, { ...ANSWER, number: 8 }))).toHaveLength(1);
    expect(must(act(station, { ...ANSWER, room: SECOND }))).toHaveLength(1);
    expect(station.state.site.packages.answers[FIRST]?.[7]).toEqual({ kind: 'seat', at: at('09:12'), actor: CHIEF });
  });

  it('[PK5] a room that has no package has no codes, and rooms give none', () => {
    const station = office();
    expect(act(station, ANSWER)).toMatchObject({ ok: false, error: { code: 'package-not-made' } });
    must(act(station, { ...MAKE, rooms: ROOMS.slice(1) }));
    expect(act(station, ANSWER)).toMatchObject({ ok: false, error: { code: 'package-not-made' } });
    const nowhere = { ...ANSWER, room: as<RoomNo>('999') };
    expect(act(station, nowhere)).toMatchObject({ ok: false, error: { code: 'room-not-here' } });
    expect(act(createReadyRoom(2), ANSWER)).toMatchObject({ ok: false, error: { code: 'office-only', rule: 'PK5' } });
  });
});
