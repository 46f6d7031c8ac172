import type { CSSProperties, KeyboardEvent } from 'react';
import type { SeatState } from '../../../shared/domain/seat-state.ts';
import type { CandidateState } from '../../../shared/domain/state.ts';
import type { SeatEnd } from '../../../shared/domain/timeline-types.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { seatNotes, seatWord, tileWord } from '../../text/acts.ts';
import { neatTimeText, seatText } from '../../text/format.ts';
import { EMPTY_SEAT, seatEndNotes } from '../../text/seats.ts';
import { SEAT_SHAPES } from '../acts/seat-look.ts';

interface SeatTileProps {
  readonly candidate: CandidateState;
  /** '' where this page does not know it. */
  readonly name: string;
  readonly state: SeatState;
  /** Where this seat ends by itself; null where it ends with the room. */
  readonly end: SeatEnd | null;
  readonly isChosen: boolean;
  /** The one seat that Tab leads to; from there the arrows walk. */
  readonly isReachable: boolean;
  readonly style: CSSProperties;
  readonly onChoose: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One seat: number, shape, name, word. */
export function SeatTile({
  candidate,
  name,
  state,
  end,
  isChosen,
  isReachable,
  style,
  onChoose,
  onKey,
}: SeatTileProps) {
  const said = [
    `${seatText(candidate.seat)} 座 ${name}`,
    seatWord(state),
    ...seatNotes(state),
    ...seatEndNotes(end),
  ].join('，');
  return (
    <li className="seat-cell" style={style}>
      <button
        type="button"
        className={`seat seat-${state.look} seat-tone-${state.look}${end === null ? '' : ' seat-has-end'}`}
        data-candidate={candidate.candidate}
        tabIndex={isReachable ? 0 : -1}
        title={said}
        aria-pressed={isChosen}
        onClick={onChoose}
        onKeyDown={onKey}
      >
        <span className="visually-hidden">{said}</span>
        <span className="seat-top" aria-hidden="true">
          <span className="seat-no figures">{seatText(candidate.seat)}</span>
          <span className="seat-marks">
            {besides(state).map((shape) => (
              <Mark key={shape} shape={shape} />
            ))}
            <span className="seat-mark">
              <Mark shape={SEAT_SHAPES[state.look]} />
            </span>
          </span>
        </span>
        <span className="seat-name" aria-hidden="true">
          {name}
        </span>
        <span className="seat-word figures" aria-hidden="true">
          {tileWord(state)}
        </span>
        {end !== null && (
          <span className={end.isPending ? 'seat-end seat-end-pending figures' : 'seat-end figures'} aria-hidden="true">
            {neatTimeText(end.endsAt)}
          </span>
        )}
      </button>
    </li>
  );
}

/** Small shapes beside the large one: what else stands against this seat. */
function besides(state: SeatState): readonly MarkShape[] {
  const shapes: MarkShape[] = [];
  if (state.isSubmitted && (state.look === 'violation' || state.look === 'doubtful')) shapes.push('submitted');
  if (state.violations > 0 && state.look === 'left') shapes.push('violation');
  if (state.isCancelled && state.look !== 'cancelled') shapes.push('cancelled');
  if (state.hasDoubt && state.look !== 'doubtful') shapes.push('doubtful');
  if (state.warnings > 0) shapes.push('warned');
  return shapes;
}

/** A seat without anybody in this paper. */
export function EmptySeat({ seat, style }: { readonly seat: number; readonly style: CSSProperties }) {
  return (
    <li className="seat-cell" style={style}>
      <div className="seat seat-empty">
        <span className="seat-no figures">{seatText(seat)}</span>
        <span className="visually-hidden">{EMPTY_SEAT}</span>
      </div>
    </li>
  );
}
