import { useMemo } from 'react';
import { type SeatLook, seatStateOf } from '../../../shared/domain/seat-state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { SEAT_LOOK_LABELS } from '../../text/acts.ts';
import { neatTimeText } from '../../text/format.ts';
import { seatEndLegend } from '../../text/seats.ts';
import { SEAT_LOOKS, SEAT_SHAPES } from '../acts/seat-look.ts';
import type { SeatCell } from './seat-cells.ts';

interface SeatLegendProps {
  readonly cells: readonly SeatCell[];
  readonly timeline: PaperTimeline;
}

/** What the shapes mean, and how many seats look so; the sum is everybody in this paper. */
export function SeatLegend({ cells, timeline }: SeatLegendProps) {
  const { paper } = timeline;
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
      {timeline.seatEnds.map(({ endsAt, seats, isPending }) => (
        <li key={endsAt} className="legend-item">
          <span className={isPending ? 'seat-end seat-end-pending figures' : 'seat-end figures'}>
            {neatTimeText(endsAt)}
          </span>
          {seatEndLegend(isPending)}
          <strong className="figures">{seats.length}</strong>
        </li>
      ))}
    </ul>
  );
}

function countLooks(cells: readonly SeatCell[], paper: PaperId): ReadonlyMap<SeatLook, number> {
  const counts = new Map<SeatLook, number>();
  for (const { candidate, cancellation } of cells) {
    if (candidate === null) continue;
    const { look } = seatStateOf(candidate, paper, cancellation);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  return counts;
}
