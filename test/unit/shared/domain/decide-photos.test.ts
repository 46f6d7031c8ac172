import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { as, type CommandId, type RoomNo, type SeatNo } from '../../../../shared/ids.ts';
import { DIGEST, personOf } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  createReadyRoom,
  createSimStation,
  must,
  ROOM,
  rosterOf,
  stationId,
} from '../../../support/sim-station.ts';

const SUMMARY = { session: as<CommandId>('session-1'), filed: 1, unmatched: 2, broken: 0, leftOut: BOX };
const SECOND_ROOM = as<RoomNo>('002');

function photo(n: number, sealedDigest = DIGEST) {
  return { candidate: candidateId(n), sealedDigest, width: 240, height: 320 };
}

function file(...photos: readonly ReturnType<typeof photo>[]): Command {
  return { type: 'filePhotos', photos, summary: SUMMARY };
}

describe('filing photos', () => {
  it('[D20] a photo goes to its person’s room, the batch to the site; the latest photo stands', () => {
    const station = createReadyRoom(2);
    const events = must(station.act(file(photo(1), photo(2)), at('07:30')));
    expect(events.map(({ type, room, paper }) => [type, room, paper])).toEqual([
      ['CandidatePhotoFiled', ROOM, null],
      ['CandidatePhotoFiled', ROOM, null],
      ['PhotosImported', null, null],
    ]);
    must(station.act(file(photo(2, 'e'.repeat(64))), at('07:31')));
    expect(personOf(station, 1).photo).toEqual(photo(1));
    expect(personOf(station, 2).photo).toEqual(photo(2, 'e'.repeat(64)));
    expect(station.state.site.photoImports).toEqual([SUMMARY, SUMMARY]);
    must(station.act(file(), at('07:32')));
    expect(station.state.site.photoImports).toHaveLength(3);
  });

  it('[D20] nobody’s photo is filed: not on the list, not on it any more, another room’s, or on a station of no room', () => {
    const station = createReadyRoom(2);
    must(station.act(rosterOf(1), at('07:30'), { actor: CHIEF }));
    for (const n of [2, 99]) {
      expect(station.act(file(photo(1), photo(n)), at('07:31'))).toMatchObject({
        error: { code: 'candidate-unknown', rule: 'D20' },
      });
    }
    expect(station.act(file(photo(1)), at('07:31'), { binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
    expect(station.act(file(photo(1)), at('07:31'), { binding: { kind: 'room', room: SECOND_ROOM } })).toMatchObject({
      error: { code: 'room-not-here', rule: 'D6' },
    });
    expect(personOf(station, 1).photo).toBeNull();
  });

  it('[D20] a photo stays with its person over a correction, a changed ticket and a move, also into another room', () => {
    const office = createReadyRoom(1);
    must(office.act(file(photo(1)), at('07:30')));
    const roster = { ...rosterOf(1), binding: { kind: 'office' } } as const;
    const [entry] = roster.entries;
    if (entry === undefined) throw new Error('nobody listed');
    const corrected = { ...entry, candidate: candidateId(77), personHash: 'c'.repeat(32) };
    must(office.act({ ...roster, entries: [corrected] }, at('07:31'), { actor: CHIEF }));
    expect(personOf(office, 1)).toMatchObject({ photo: photo(1), personHash: 'c'.repeat(32) });
    must(office.act(file(photo(77, 'e'.repeat(64))), at('07:32'), { actor: CHIEF }));
    expect(personOf(office, 1).photo).toEqual(photo(1, 'e'.repeat(64)));

    const otherSeat = must(
      office.act({ ...roster, entries: [{ ...corrected, seat: as<SeatNo>(5) }] }, at('07:32'), { actor: CHIEF }),
    );
    expect(otherSeat.map(({ type }) => type)).toEqual(['CandidateMoved', 'RosterImported']);
    expect(personOf(office, 1)).toMatchObject({ seat: 5, photo: photo(1, 'e'.repeat(64)) });

    must(office.act({ ...roster, entries: [{ ...corrected, room: SECOND_ROOM }] }, at('07:33'), { actor: CHIEF }));
    const [there] = Object.values(office.state.rooms[SECOND_ROOM]?.candidates ?? {});
    expect(there).toMatchObject({ standing: 'enrolled', photo: photo(1, 'e'.repeat(64)) });
    // The second photo goes to the room the person is in now, not to the one left.
    const [event] = must(office.act(file(photo(1)), at('07:34'), { actor: CHIEF }));
    expect(event?.room).toBe(SECOND_ROOM);
  });

  it('[D20] a photo that came before its person waits', () => {
    const first = createSimStation(stationId(3));
    first.record('CandidatePhotoFiled', photo(1), at('06:00'));
    const station = createReadyRoom(1);
    station.take(first.events, at('07:30'));
    expect(personOf(station, 1)).toMatchObject({ standing: 'enrolled', photo: photo(1) });
  });
});
