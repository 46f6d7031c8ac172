import { useMemo } from 'react';
import { type SeatLook, seatStateOf } from '../../../shared/domain/seat-state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { SEAT_LOOK_LABELS } from '../../text/acts.ts';
import { SEAT_LOOKS, SEAT_SHAPES } from '../acts/seat-look.ts';
import type { SeatCell } from './seat-cells.ts';

/** What the shapes mean, and how many seats look so; the sum is everybody in this paper. */
export function SeatLegend({ cells, paper }: { readonly cells: readonly SeatCell[]; readonly paper: PaperId }) {
  const counts = useMemo(() => countLooks(cells, paper), [cells, paper]);
  return (
    <ul className="seat-legend" aria-label="图例与人数">
      {SEAT_LOOKS.map((look) => {
        const count = counts.get(look) ?? 0;
        return (
          <li key={look} className={count === 0 ? 'legend-item legend-none' : 'legend-item'}>
            <span className={`legend-mark seat-ink-${look}`}>
              <Mark shape={SEAT_SHAPES[look]} />
            </span>
            {SEAT_LOOK_LABELS[look]}
            <strong className="figures">{count}</strong>
          </li>
        );
      })}
    </ul>
  );
}

function countLooks(cells: readonly SeatCell[], paper: PaperId): ReadonlyMap<SeatLook, number> {
  const counts = new Map<SeatLook, number>();
  for (const { candidate } of cells) {
    if (candidate === null) continue;
    const { look } = seatStateOf(candidate, paper);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  return counts;
}
