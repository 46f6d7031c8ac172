import { describe, expect, it } from 'vitest';
import { as, type StaffId } from '../../../../shared/ids.ts';
import {
  admit,
  approve,
  collect,
  DIGEST,
  enlistTechnician,
  markAbsent,
  roomOf,
  TECHNICIAN,
  undo,
} from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  type SimStation,
} from '../../../support/sim-station.ts';

const DEPUTY = as<StaffId>('staff-deputy');
const INSPECTOR = as<StaffId>('staff-inspector');

function createCollectedRoom(): SimStation {
  const station = createReadyRoom(1);
  enlistTechnician(station);
  for (const [staff, role] of [
    [DEPUTY, 'deputy'],
    [INSPECTOR, 'inspector'],
  ] as const) {
    must(
      station.act({ type: 'enlistStaff', staff, role, room: null, person: BOX, pin: BOX }, at('07:10'), {
        actor: CHIEF,
      }),
    );
  }
  admit(station, 1);
  must(station.act(collect(), at('10:00')));
  return station;
}

describe('signing the room record', () => {
  it('[D18] before the paper is collected there is nothing to sign', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    expect(station.act(approve(), at('10:00'))).toMatchObject({ error: { code: 'not-collected', rule: 'D18' } });
  });

  it.each([
    [INVIGILATOR_1, 'invigilator'],
    [TECHNICIAN, 'technician'],
    [CHIEF, 'chief'],
    [DEPUTY, 'chief'],
  ])('[D18] %s signs as %s', (actor, role) => {
    const station = createCollectedRoom();
    must(station.act(approve(), at('10:05'), { actor }));
    expect(roomOf(station).approvals).toMatchObject([
      { actor, role, kind: 'room-record', paper: 'theory', contentDigest: DIGEST, drawing: BOX, isUndone: false },
    ]);
  });

  it('[D18] an inspector does not sign', () => {
    const station = createCollectedRoom();
    expect(station.act(approve(), at('10:05'), { actor: INSPECTOR })).toMatchObject({
      error: { code: 'role-not-allowed', rule: 'D1' },
    });
  });

  it('[D18] a signature under one paper is none under the other', () => {
    const station = createCollectedRoom();
    must(station.act(approve(), at('10:05')));
    must(station.act({ ...markAbsent(1), paper: 'practical' }, at('10:40')));
    must(station.act(collect({ paper: 'practical' }), at('12:40')));
    must(station.act({ ...approve(), paper: 'practical' }, at('12:41')));
    expect(roomOf(station).approvals.map(({ paper }) => paper)).toEqual(['theory', 'practical']);
  });

  it('[D18] one signs the same content once; other content, or after taking it back, again', () => {
    const station = createCollectedRoom();
    const [first] = must(station.act(approve(), at('10:05')));
    expect(station.act(approve(), at('10:06'))).toMatchObject({
      error: { code: 'already-approved', figures: { at: at('10:05') } },
    });
    must(station.act(approve(), at('10:06'), { actor: INVIGILATOR_2 }));
    must(station.act(approve('e'.repeat(64)), at('10:06')));
    must(station.act(undo(first), at('10:06:05')));
    must(station.act(approve(), at('10:07')));
    expect(roomOf(station).approvals.map(({ actor, isUndone }) => [actor, isUndone])).toEqual([
      [INVIGILATOR_1, true],
      [INVIGILATOR_2, false],
      [INVIGILATOR_1, false],
      [INVIGILATOR_1, false],
    ]);
  });
});
