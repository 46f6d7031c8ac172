import { type KeyboardEvent, useEffect, useRef } from 'react';
import { seatStateOf } from '../../../shared/domain/seat-state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId } from '../../../shared/ids.ts';
import { useStation } from '../../stores/station-store.ts';
import { ownEndOf, type SeatCell, seatAfterKey } from './seat-cells.ts';
import { EmptySeat, SeatTile } from './SeatTile.tsx';

interface SeatGridProps {
  readonly cells: readonly SeatCell[];
  readonly timeline: PaperTimeline;
  readonly chosen: CandidateId | null;
  readonly onChoose: (candidate: CandidateId) => void;
  /** Enter on a seat: on to its acts. */
  readonly onEnter: () => void;
}

/** The room from the front: arrow keys walk from person to person, the panel follows; Enter goes on to the acts. */
export function SeatGrid({ cells, timeline, chosen, onChoose, onEnter }: SeatGridProps) {
  const cards = useStation((view) => view.cards);
  const list = useRef<HTMLUListElement>(null);
  const first = cells.find((cell) => cell.candidate !== null)?.candidate?.candidate ?? null;
  const reachable = chosen ?? first;

  // A seat found by its number is brought into view without taking the focus from the field.
  useEffect(() => {
    if (chosen !== null) tileOf(list.current, chosen)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function onKey(event: KeyboardEvent, own: CandidateId): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(own);
      if (!event.repeat) onEnter();
      return;
    }
    const next = seatAfterKey(cells, own, event.key);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    tileOf(list.current, next)?.focus();
  }

  return (
    <div className="seat-scroll">
      <ul ref={list} className="seat-grid" aria-label="考场座位">
        {cells.map((cell) => {
          const { candidate, cancellation, row, column } = cell;
          const style = { gridRow: row, gridColumn: column <= AISLE_AFTER ? column : column + 1 };
          if (candidate === null) return <EmptySeat key={cell.seat} seat={cell.seat} style={style} />;
          const state = seatStateOf(candidate, timeline.paper, cancellation);
          return (
            <SeatTile
              key={candidate.candidate}
              candidate={candidate}
              name={cards[candidate.candidate]?.name ?? ''}
              state={state}
              end={ownEndOf(timeline, candidate.seat, state)}
              isChosen={candidate.candidate === chosen}
              isReachable={candidate.candidate === reachable}
              style={style}
              onChoose={() => onChoose(candidate.candidate)}
              onKey={(event) => onKey(event, candidate.candidate)}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** The aisle runs between the fourth and the fifth column. */
const AISLE_AFTER = 4;

function tileOf(list: HTMLElement | null, candidate: CandidateId): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-candidate="${candidate}"]`) ?? null;
}
