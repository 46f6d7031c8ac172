import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { as, type DocumentId, type PaperId, type RoomNo, type StaffId } from '../../../../shared/ids.ts';
import { DIGEST, handOut, roomOf, undo } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  rosterOf,
  type SimStation,
} from '../../../support/sim-station.ts';

const OFFICE = { actor: CHIEF, binding: { kind: 'office' } } as const;
const SECOND_ROOM = as<RoomNo>('002');

function createOffice(): SimStation {
  const station = createReadyRoom(2);
  must(
    station.act(
      {
        ...rosterOf(2, SECOND_ROOM, 11),
        binding: OFFICE.binding,
        entries: [...rosterOf(2).entries, ...rosterOf(2, SECOND_ROOM, 11).entries],
      },
      at('07:05'),
      { actor: CHIEF },
    ),
  );
  return station;
}

function drawn(room: RoomNo, paper: PaperId = 'theory') {
  const document = as<DocumentId>(`document-${room}-${paper}`);
  return { document, kind: 'sign-in-sheet', room, paper, pages: 2, viewDigest: DIGEST, heads: [] } as const;
}

function sitePapers(...papers: readonly ReturnType<typeof drawn>[]): Command {
  return { type: 'issueSitePapers', papers };
}

describe('the exam office', () => {
  it('[D19] a sheet is handed out in the office, once a paper, and can be taken back', () => {
    const station = createOffice();
    const [event] = must(station.act(handOut(), at('07:30'), OFFICE));
    expect(event).toMatchObject({
      type: 'SheetHandedOut',
      room: ROOM,
      paper: 'theory',
      data: { kind: 'sign-in-sheet' },
    });
    expect(roomOf(station).handedOut).toMatchObject({ theory: { actor: CHIEF, at: at('07:30') } });
    expect(station.act(handOut(), at('07:31'), OFFICE)).toMatchObject({
      error: { code: 'already-handed-out', rule: 'D19', figures: { at: at('07:30') } },
    });
    must(station.act(handOut({ paper: 'practical' }), at('07:31'), OFFICE));
    must(station.act(handOut({ room: SECOND_ROOM }), at('07:31'), OFFICE));
    const [taken] = must(station.act(undo(event), at('07:31'), OFFICE));
    expect(taken).toMatchObject({ room: ROOM, paper: 'theory' });
    expect(roomOf(station).handedOut).toMatchObject({ practical: { at: at('07:31') } });
    must(station.act(handOut(), at('07:32'), OFFICE));
  });

  it('[D19] a room hands nothing out and prints for no other room; nor does a station that is not bound', () => {
    const station = createReadyRoom(2);
    for (const command of [handOut(), sitePapers(drawn(ROOM))]) {
      expect(station.act(command, at('07:30'), { actor: CHIEF })).toMatchObject({
        error: { code: 'office-only', rule: 'D19' },
      });
      expect(station.act(command, at('07:30'), { actor: CHIEF, binding: null })).toMatchObject({
        error: { code: 'station-not-bound', rule: 'D6' },
      });
      expect(station.act(command, at('07:30'), { ...OFFICE, actor: INVIGILATOR_1 })).toMatchObject({
        error: { code: 'role-not-allowed', rule: 'D1' },
      });
    }
    const elsewhere = as<RoomNo>('099');
    expect(station.act(handOut({ room: elsewhere }), at('07:30'), OFFICE)).toMatchObject({
      error: { code: 'room-not-here' },
    });
    expect(station.act(sitePapers(drawn(ROOM), drawn(elsewhere)), at('07:30'), OFFICE)).toMatchObject({
      error: { code: 'room-not-here', figures: { room: '099' } },
    });
  });

  it('[D10] the papers of a site are numbered room by room, also where one comes twice', () => {
    const station = createOffice();
    must(station.act({ type: 'issuePaper', ...drawn(ROOM) }, at('07:30'), OFFICE));
    const events = must(
      station.act(
        sitePapers(drawn(ROOM), drawn(SECOND_ROOM), drawn(ROOM), drawn(ROOM, 'practical')),
        at('07:31'),
        OFFICE,
      ),
    );
    expect(events.map((event) => [event.room, event.paper, event.type === 'PaperIssued' && event.data.copy])).toEqual([
      [ROOM, 'theory', 2],
      [SECOND_ROOM, 'theory', 1],
      [ROOM, 'theory', 3],
      [ROOM, 'practical', 1],
    ]);
    expect(station.act(sitePapers(), at('07:32'), OFFICE).ok).toBe(false);
  });

  it('[D2] who witnesses an act in the office is of the room that it is of, its undo too', () => {
    const station = createOffice();
    const elsewhere = as<StaffId>('staff-of-002');
    const enlisted = { type: 'enlistStaff', staff: elsewhere, role: 'invigilator', room: SECOND_ROOM } as const;
    must(station.act({ ...enlisted, person: BOX, pin: BOX }, at('07:10'), OFFICE));
    const late = (second: StaffId) => ({ ...OFFICE, second, reason: BOX, occurredAt: at('08:10') });
    const refused = { error: { code: 'second-person-not-in-room', rule: 'D2' } };
    expect(station.act(checkIn(1), at('08:20'), late(elsewhere))).toMatchObject(refused);
    const [entry] = must(station.act(checkIn(1), at('08:20'), late(INVIGILATOR_2)));
    const witnessed = (second: StaffId) => ({ ...OFFICE, second, reason: BOX });
    expect(station.act(undo(entry), at('08:30'), witnessed(elsewhere))).toMatchObject(refused);
    must(station.act(undo(entry), at('08:30'), witnessed(INVIGILATOR_2)));
  });
});
