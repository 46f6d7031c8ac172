import type { Attendance } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { nameOf, useEntryRows } from '../../stores/room-view.ts';
import { seatText } from '../../text/format.ts';

type SeatLook = 'expected' | 'present' | 'late' | 'doubtful' | 'refused' | 'absent';

const SHAPES: Readonly<Record<SeatLook, MarkShape>> = {
  expected: 'expected',
  present: 'present',
  late: 'late',
  doubtful: 'doubtful',
  refused: 'forbidden',
  absent: 'absent',
};
const WORDS: Readonly<Record<SeatLook, string>> = {
  expected: '未到',
  present: '在场',
  late: '迟到',
  doubtful: '存疑',
  refused: '拒绝入场',
  absent: '缺考',
};

/** Which seats are still empty, while nobody stands at the desk. */
export function RoomMap({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const rows = useEntryRows(room, paper);
  return (
    <ul className="room-map" aria-label="各座位">
      {rows.map((row) => {
        const look = lookOf(row.attendance);
        const { seat, candidate } = row.candidate;
        return (
          <li
            key={candidate}
            className={`room-seat room-seat-${look} figures`}
            title={`${seatText(seat)} 座 ${nameOf(row)}，${WORDS[look]}`}
          >
            {seatText(seat)}
            <Mark shape={SHAPES[look]} />
            <span className="visually-hidden">{WORDS[look]}</span>
          </li>
        );
      })}
    </ul>
  );
}

function lookOf({ status, hasDoubt }: Attendance): SeatLook {
  return hasDoubt ? 'doubtful' : status;
}
