import { useState } from 'react';
import type { SeatNo } from '../../../shared/ids.ts';
import { TextField } from '../../components/TextField.tsx';
import { seatText } from '../../text/format.ts';
import { seatList } from '../../text/course.ts';
import { parseSeats } from './parse-seats.ts';

interface SeatPickerProps {
  /** Seats with somebody on them, in order. */
  readonly taken: readonly SeatNo[];
  readonly chosen: readonly SeatNo[];
  readonly onChange: (chosen: readonly SeatNo[]) => void;
}

/** Which seats: pressed on a small map of the room, or typed as "11-14". */
export function SeatPicker({ taken, chosen, onChange }: SeatPickerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const highest = taken.at(-1) ?? 0;
  const seats = typed === null ? chosen : parseSeats(typed, highest);
  const unknown = (seats ?? []).filter((seat) => !taken.includes(seat));
  const problem = problemOf(seats, unknown);

  function toggle(seat: SeatNo): void {
    setTyped(null);
    onChange(chosen.includes(seat) ? chosen.filter((one) => one !== seat) : [...chosen, seat].sort((a, b) => a - b));
  }

  return (
    <div className="seat-picker">
      <TextField
        label="座位号"
        value={typed ?? seatList(chosen)}
        takesFocus
        onChange={(text) => {
          setTyped(text);
          onChange((parseSeats(text, highest) ?? []).filter((seat) => taken.includes(seat)));
        }}
        hint={chosen.length === 0 ? '如 11-14, 20，或在下图点选' : `已选 ${chosen.length} 个座位`}
        problem={problem}
      />
      <ul className="seat-picker-map" aria-label="点选座位">
        {Array.from({ length: highest }, (_, index) => index + 1).map((number) => {
          const seat = taken.find((one) => one === number);
          return (
            <li key={number}>
              {seat === undefined ? (
                <span className="seat-pick seat-pick-empty" />
              ) : (
                <button
                  type="button"
                  className="seat-pick figures"
                  aria-pressed={chosen.includes(seat)}
                  aria-label={`${seatText(seat)} 座`}
                  onClick={() => toggle(seat)}
                >
                  {seatText(seat)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function problemOf(seats: readonly SeatNo[] | null, unknown: readonly SeatNo[]): string | null {
  if (seats === null) return '请写成 11-14, 20，不超过本考场的座位号';
  return unknown.length === 0 ? null : `没有考生：${seatList(unknown)} 座`;
}
