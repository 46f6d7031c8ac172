import { describe, expect, it } from 'vitest';
import { cellsOf, ownEndOf, seatAfterKey } from '../../../../renderer/screens/seats/seat-cells.ts';
import type { RoomState } from '../../../../shared/domain/state.ts';
import { as, type SeatNo } from '../../../../shared/ids.ts';
import { did, extend, paperOf, seats } from '../../../support/course-acts.ts';
import { seatStateOf } from '../../../../shared/domain/seat-state.ts';
import { admit, markAbsent, personOf, roomOf } from '../../../support/paper-acts.ts';
import { at, createReadyRoom, must } from '../../../support/sim-station.ts';

/** A room of this many people, seats 1, 2, 3 … */
function roomWith(people: number): RoomState {
  return roomOf(createReadyRoom(people));
}

describe('the seats of a room', () => {
  it('are as many as the rules want, drawn in rows of eight, empty ones too', () => {
    const cells = cellsOf(roomWith(27), 'theory', 40);
    expect(cells).toHaveLength(40);
    expect(cells.filter((cell) => cell.candidate !== null)).toHaveLength(27);
    expect(cells[9]).toMatchObject({ seat: 10, row: 2, column: 2 });
  });

  it('are more where more are in use', () => {
    const cells = cellsOf(roomWith(60), 'theory', 40);
    expect(cells).toHaveLength(60);
    expect(cells.at(-1)).toMatchObject({ seat: 60, row: 8, column: 4 });
  });

  it('leave out nobody who shares a seat number', () => {
    const room = roomWith(9);
    const [one, two] = Object.values(room.candidates);
    if (one === undefined || two === undefined) throw new Error('a room of two at least');
    const doubled = { ...room, candidates: { ...room.candidates, [two.candidate]: { ...two, seat: one.seat } } };
    const cells = cellsOf(doubled, 'theory', 9);
    expect(cells.filter((cell) => cell.seat === one.seat)).toHaveLength(2);
    expect(cells.at(-1)).toMatchObject({ row: 3, column: 1, candidate: { candidate: two.candidate } });
  });

  it('show only those who take the paper', () => {
    const room = roomWith(2);
    const [one] = Object.values(room.candidates);
    if (one === undefined) throw new Error('nobody');
    const other = { ...room, candidates: { [one.candidate]: { ...one, papers: ['practical'] as const } } };
    expect(cellsOf(other, 'theory', 8).every((cell) => cell.candidate === null)).toBe(true);
  });
});

describe('the arrow keys', () => {
  const station = createReadyRoom(20);
  const seatOf = (n: number) => personOf(station, n).candidate;
  /** Seats 1 to 20 without 2 and 10. */
  const room = roomOf(station);
  const people = Object.values(room.candidates).filter(({ seat }) => seat !== 2 && seat !== 10);
  const cells = cellsOf(
    { ...room, candidates: Object.fromEntries(people.map((one) => [one.candidate, one])) },
    'theory',
    24,
  );
  const after = (seat: number, key: string) => {
    const id = seatAfterKey(cells, seatOf(seat), key);
    return people.find((one) => one.candidate === id)?.seat ?? null;
  };

  it('walk to the next person in reading order, over empty seats', () => {
    expect(after(1, 'ArrowRight')).toBe(as<SeatNo>(3));
    expect(after(9, 'ArrowLeft')).toBe(8);
    expect(after(20, 'ArrowRight')).toBeNull();
  });

  it('stay in the column up and down', () => {
    expect(after(18, 'ArrowUp')).toBeNull();
    expect(after(3, 'ArrowDown')).toBe(11);
    expect(after(19, 'ArrowUp')).toBe(11);
  });

  it('go to the ends of the row, and no other key leads anywhere', () => {
    expect(after(12, 'Home')).toBe(9);
    expect(after(12, 'End')).toBe(16);
    expect(after(12, 'a')).toBeNull();
  });
});

describe('the end of a seat', () => {
  it('[D25] stands on the seats that end by themselves, and not where nobody writes', () => {
    const station = createReadyRoom(3);
    admit(station, 1, 2);
    did(station, extend(5, { seats: seats(2, 3) }), '09:10');
    must(station.act(markAbsent(3), at('09:11')));
    const endOf = (n: number) => {
      const person = personOf(station, n);
      return ownEndOf(paperOf(station), person.seat, seatStateOf(person, 'theory'))?.endsAt ?? null;
    };
    expect([endOf(1), endOf(2), endOf(3)]).toEqual([null, at('10:05'), null]);
  });
});
