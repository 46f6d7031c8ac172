import type { SeatState } from '../../../shared/domain/seat-state.ts';
import { Mark } from '../../components/Mark.tsx';
import { seatNotes, seatWord } from '../../text/acts.ts';
import { SEAT_SHAPES } from './seat-look.ts';

/** How a person stands in a paper, by shape, colour and word, and what else is to be known. */
export function SeatTag({ state }: { readonly state: SeatState }) {
  return (
    <span className="seat-tags">
      <span className={`tag seat-tone-${state.look} figures`}>
        <Mark shape={SEAT_SHAPES[state.look]} />
        {seatWord(state)}
      </span>
      {seatNotes(state).map((note) => (
        <span key={note} className="tag figures">
          {note}
        </span>
      ))}
    </span>
  );
}
