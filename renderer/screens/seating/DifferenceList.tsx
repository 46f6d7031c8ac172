import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { DIFFERENCE_HINTS, DIFFERENCE_LABELS, type Difference, differentPerson } from '../../text/seating.ts';
import type { CarryPlan } from './seating-plan.ts';

const SHAPES: Readonly<Record<Difference, MarkShape>> = {
  absent: 'absent',
  cancelled: 'cancelled',
  'ticket-held': 'violation',
  doubt: 'attention',
  left: 'left',
  writing: 'late',
  'only-later': 'expected',
};
const TONES: Readonly<Record<Difference, string>> = {
  absent: 'idle',
  cancelled: 'violation',
  'ticket-held': 'violation',
  doubt: 'late',
  left: 'idle',
  writing: 'late',
  'only-later': 'idle',
};

/** Who is apart from the rest, by name, and what is to be done about each. */
export function DifferenceList({ differences }: Pick<CarryPlan, 'differences'>) {
  const cards = useStation((view) => view.cards);
  if (differences.length === 0) return null;
  return (
    <ul className="differences" aria-label="不同情况">
      {differences.map(({ kind, people }) => (
        <li key={kind} className="difference">
          <span className={`difference-kind ink-${TONES[kind]}`}>
            <Mark shape={SHAPES[kind]} />
            <strong className="figures">
              {DIFFERENCE_LABELS[kind]} {people.length}
            </strong>
          </span>
          <span className="difference-people figures">
            {people.map((one) => (
              <span key={one.candidate.candidate}>
                {differentPerson(one, cards[one.candidate.candidate]?.name ?? '')}
              </span>
            ))}
          </span>
          <span className="difference-hint">{DIFFERENCE_HINTS[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
