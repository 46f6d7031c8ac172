import { useMemo } from 'react';
import { attendanceOf, isExpected, seatPosition } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';

const COLUMNS = 8;
const CELL = 24;
const DESK_Y = 26;

interface SeatMapProps {
  readonly seat: number;
  readonly room: RoomState;
  readonly paper: PaperId;
}

/** Where to send the person: the room seen from the door's list, front at the top, the seat filled. The words stand beside it. */
export function SeatMap({ seat, room, paper }: SeatMapProps) {
  const seats = useMemo(() => {
    const taken = new Map<number, boolean>();
    for (const candidate of Object.values(room.candidates)) {
      if (!isExpected(candidate, paper)) continue;
      const { status } = attendanceOf(candidate, paper);
      taken.set(candidate.seat, status === 'present' || status === 'late');
    }
    return taken;
  }, [room, paper]);
  const rows = Math.max(5, ...[seat, ...seats.keys()].map((one) => seatPosition(one).row));
  const all = Array.from({ length: rows * COLUMNS }, (_, index) => index + 1);
  return (
    <svg className="seat-map" viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL + DESK_Y}`} aria-hidden="true">
      <rect className="seat-desk" x={CELL * 2} y="1" width={CELL * 4} height="20" rx="3" />
      <text className="seat-desk-word" x={CELL * 4} y="17">
        讲台
      </text>
      {all.map((one) => (
        <rect
          key={one}
          className={seatClass(one, seat, seats)}
          x={((one - 1) % COLUMNS) * CELL + 2}
          y={Math.floor((one - 1) / COLUMNS) * CELL + DESK_Y}
          width={CELL - 4}
          height={CELL - 4}
          rx="4"
        />
      ))}
    </svg>
  );
}

function seatClass(one: number, seat: number, seats: ReadonlyMap<number, boolean>): string {
  if (one === seat) return 'seat-own';
  const isTaken = seats.get(one);
  if (isTaken === undefined) return 'seat-none';
  return isTaken ? 'seat-taken' : 'seat-free';
}
