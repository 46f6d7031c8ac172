import { attendanceOf, isExpected, isPresent, seatPosition } from '../../../shared/domain/attendance.ts';
import type { CancellationEntry } from '../../../shared/domain/course-state.ts';
import { cancellationOf } from '../../../shared/domain/eligibility.ts';
import type { CandidateState, RoomState } from '../../../shared/domain/state.ts';
import type { SeatState } from '../../../shared/domain/seat-state.ts';
import type { PaperTimeline, SeatEnd } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId, PaperId, SeatNo } from '../../../shared/ids.ts';

/** One place of the room as it is drawn, row by row from the front. */
export interface SeatCell {
  readonly seat: number;
  readonly row: number;
  readonly column: number;
  /** Null for an empty seat. */
  readonly candidate: CandidateState | null;
  /** 取消考试资格 of who sits there. */
  readonly cancellation: CancellationEntry | null;
}

/**
 * Every seat of the room, and nobody left out: as many seats as the rules want, or as the highest number in use. Who shares
 * a seat number with somebody, by whatever error, follows behind the last row.
 */
export function cellsOf(room: RoomState, paper: PaperId, seatsPerRoom: number): readonly SeatCell[] {
  const people = Object.values(room.candidates)
    .filter((candidate) => isExpected(candidate, paper) || isPresent(attendanceOf(candidate, paper)))
    .sort((a, b) => a.seat - b.seat);
  const bySeat = new Map<number, CandidateState>();
  const doubles: CandidateState[] = [];
  for (const candidate of people) {
    if (bySeat.has(candidate.seat)) doubles.push(candidate);
    else bySeat.set(candidate.seat, candidate);
  }
  const placed = (candidate: CandidateState | null) => ({
    candidate,
    cancellation: candidate === null ? null : cancellationOf(room, candidate.candidate),
  });
  const count = Math.max(seatsPerRoom, ...bySeat.keys());
  const cells = Array.from({ length: count }, (_, index): SeatCell => {
    const seat = index + 1;
    return { seat, ...seatPosition(seat), ...placed(bySeat.get(seat) ?? null) };
  });
  const rowsBefore = seatPosition(count).row;
  const extra = doubles.map((candidate, index): SeatCell => {
    const { row, column } = seatPosition(index + 1);
    return { seat: candidate.seat, row: rowsBefore + row, column, ...placed(candidate) };
  });
  return [...cells, ...extra];
}

/** The end that a seat has for itself; null where it ends with the room, or nobody writes there any more. */
export function ownEndOf({ seatEnds }: PaperTimeline, seat: SeatNo, { look }: SeatState): SeatEnd | null {
  if (look === 'left' || look === 'absent' || look === 'refused') return null;
  return seatEnds.find(({ seats }) => seats.includes(seat)) ?? null;
}

/**
 * Where a key leads from a person's seat: right and left in reading order, up and down in the column, Home and End in the
 * row; always to a seat with somebody on it. Null for a key that leads nowhere.
 */
export function seatAfterKey(cells: readonly SeatCell[], from: CandidateId, key: string): CandidateId | null {
  const taken = cells.filter((cell) => cell.candidate !== null);
  const place = taken.findIndex((cell) => cell.candidate?.candidate === from);
  const own = taken[place];
  if (own === undefined) return null;
  return targetOf(key, own, place, taken)?.candidate?.candidate ?? null;
}

function targetOf(key: string, own: SeatCell, place: number, taken: readonly SeatCell[]): SeatCell | undefined {
  const isInRow = (cell: SeatCell) => cell.row === own.row;
  const isInColumn = (cell: SeatCell) => cell.column === own.column;
  switch (key) {
    case 'ArrowRight':
      return taken[place + 1];
    case 'ArrowLeft':
      return taken[place - 1];
    case 'ArrowDown':
      return taken.find((cell) => isInColumn(cell) && cell.row > own.row);
    case 'ArrowUp':
      return taken.findLast((cell) => isInColumn(cell) && cell.row < own.row);
    case 'Home':
      return taken.find(isInRow);
    case 'End':
      return taken.findLast(isInRow);
    default:
      return undefined;
  }
}
