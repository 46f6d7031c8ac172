import { describe, expect, it } from 'vitest';
import { eventDataSchemas } from '../../../../shared/domain/events.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';
import { seatStateOf } from '../../../../shared/domain/seat-state.ts';
import { allViolations, violationsIn } from '../../../../shared/domain/violation-acts.ts';
import { findViolation, VIOLATIONS, violationsFor } from '../../../../shared/domain/violations.ts';
import { admit, backfilled, personOf, roomOf, undo, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_1,
  INVIGILATOR_2,
  MAKE_DAY_2021,
  must,
  rosterOf,
  stationId,
} from '../../../support/sim-station.ts';

const byTwo = { second: INVIGILATOR_2 };

describe('recording a violation', () => {
  it('[R41] a violation is recorded by both invigilators of the room, in either order', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    const [event] = must(station.act(violate(1, { held: BOX, isTicketHeld: true }), at('09:10'), byTwo));
    must(station.act(violate(1, { code: '61' }), at('09:11'), { actor: INVIGILATOR_2, second: INVIGILATOR_1 }));
    expect(event).toMatchObject({ type: 'ViolationRecorded', actor: INVIGILATOR_1, second: INVIGILATOR_2 });
    expect(violationsIn(personOf(station, 1), 'theory')).toMatchObject([
      { candidate: candidateId(1), code: '54', facts: BOX, held: BOX, isTicketHeld: true, second: INVIGILATOR_2 },
      { code: '61', held: null, isTicketHeld: false },
    ]);
    expect(seatStateOf(personOf(station, 1), 'theory')).toMatchObject({
      look: 'violation',
      violations: 2,
      warnings: 0,
    });
  });

  it.each([
    ['alone', { second: null }, 'two-invigilators-needed', 'R41'],
    ['with the chief', { second: CHIEF }, 'two-invigilators-needed', 'R41'],
    ['by the chief with an invigilator', { actor: CHIEF, second: INVIGILATOR_1 }, 'two-invigilators-needed', 'R41'],
    ['with oneself', { second: INVIGILATOR_1 }, 'second-person-same', 'D2'],
  ])('[R41] not %s', (_, people, code, rule) => {
    const station = createReadyRoom(1);
    admit(station, 1);
    expect(station.act(violate(1), at('09:10'), people)).toMatchObject({ error: { code, rule } });
  });

  it('[R41] not with an invigilator of another room, where the office records it', () => {
    const station = createReadyRoom(1);
    const other = as<StaffId>('staff-of-002');
    const office = { kind: 'office' } as const;
    const elsewhere = as<RoomNo>('002');
    must(
      station.act(
        {
          ...rosterOf(1, elsewhere, 11),
          binding: office,
          entries: [...rosterOf(1).entries, ...rosterOf(1, elsewhere, 11).entries],
        },
        at('07:05'),
        { actor: CHIEF },
      ),
    );
    must(
      station.act(
        { type: 'enlistStaff', staff: other, role: 'invigilator', room: elsewhere, person: BOX, pin: BOX },
        at('07:06'),
        { actor: CHIEF },
      ),
    );
    const byOffice = (second: StaffId) => station.act(violate(1), at('09:10'), { binding: office, second });
    expect(byOffice(other)).toMatchObject({ error: { code: 'second-person-not-in-room' } });
    must(byOffice(INVIGILATOR_2));
  });

  it('[R41] without the facts nothing is recorded; a warning needs none and one person', () => {
    const station = createReadyRoom(1);
    admit(station, 1);
    expect(station.act(violate(1, { facts: null }), at('09:10'), byTwo)).toMatchObject({
      error: { code: 'facts-missing', rule: 'R41' },
    });
    must(station.act(violate(1, { measure: 'warned', facts: null }), at('09:10')));
    expect(seatStateOf(personOf(station, 1), 'theory')).toMatchObject({ look: 'late', violations: 0, warnings: 1 });
  });

  it('[D14] the code is one of the day, and is warned for only where a warning may come first', () => {
    const station = createReadyRoom(1);
    const act = (code: string, measure: 'warned' | 'recorded') => {
      const result = station.act(violate(1, { code, measure }), at('09:10'), byTwo);
      return result.ok ? 'accepted' : result.error.code;
    };
    expect(act('99', 'recorded')).toBe('violation-code-unknown');
    expect(act('58', 'recorded')).toBe('violation-code-unknown');
    expect(act('61', 'warned')).toBe('violation-code-unknown');
    expect(act('61', 'recorded')).toBe('accepted');
    expect(act('X1', 'warned')).toBe('accepted');
    // C20: only R2022 forbids searching the network.
    expect(act('X5', 'recorded')).toBe('accepted');
    const earlier = createReadyRoom(1, stationId(1), MAKE_DAY_2021);
    expect(earlier.act(violate(1, { code: 'X5' }), at('09:10'), byTwo)).toMatchObject({
      error: { code: 'violation-code-unknown', rule: 'D14', figures: { code: 'X5' } },
    });
  });

  it('[D14] from the opening of the entry on, whether the person is in or not; not of one who left the list', () => {
    const station = createReadyRoom(2);
    expect(station.act(violate(1), at('07:59:59.999'), byTwo)).toMatchObject({
      error: { code: 'entry-not-open', figures: { opensAt: at('08:00') } },
    });
    must(station.act(violate(1), at('08:00'), byTwo));
    must(station.act(violate(1, { code: '53' }), at('18:00'), byTwo));
    expect(station.act(violate(1), at('08:30'), backfilled('07:59'))).toMatchObject({
      error: { code: 'entry-not-open' },
    });
    must(station.act(rosterOf(1), at('08:01'), { actor: CHIEF }));
    expect(station.act(violate(2), at('08:30'), byTwo)).toMatchObject({ error: { code: 'candidate-withdrawn' } });
    expect(station.act(violate(99), at('08:30'), byTwo)).toMatchObject({ error: { code: 'candidate-unknown' } });
  });

  it('[D14] every one of the room stays listed in order of recording, the undone ones among them', () => {
    const station = createReadyRoom(3);
    const [first] = must(station.act(violate(3), at('09:10'), byTwo));
    must(station.act(violate(1), at('09:11'), byTwo));
    must(station.act(undo(first), at('09:11:05')));
    expect(allViolations(roomOf(station), 'theory')).toMatchObject([
      { candidate: candidateId(3), isUndone: true },
      { candidate: candidateId(1), isUndone: false },
    ]);
    expect(allViolations(roomOf(station), 'practical')).toEqual([]);
    expect(violationsIn(personOf(station, 3), 'theory')).toEqual([]);
  });

  it('[C20] the catalogue is the edition’s, each code once, in the form that an event can carry', () => {
    const codes = VIOLATIONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const { code } = eventDataSchemas.ViolationRecorded.shape;
    expect(codes.filter((one) => !code.safeParse(one).success)).toEqual([]);
    const listed = (isNetSearchForbidden: boolean) => violationsFor({ isNetSearchForbidden }).map((kind) => kind.code);
    expect(listed(true)).toEqual(codes);
    expect(listed(false)).toEqual(codes.filter((one) => one !== 'X5'));
    expect(findViolation('X5')).toMatchObject({ class: 'discipline', article: '', mayWarn: true });
    expect(findViolation('58')).toBeUndefined();
    // Cheating is never only warned for.
    expect(VIOLATIONS.filter((kind) => kind.class === 'cheating' && kind.mayWarn)).toEqual([]);
  });
});
