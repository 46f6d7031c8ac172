import type { Objection } from '../../../shared/domain/objections.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { timeText } from '../../text/format.ts';
import { OBJECTION_QUESTIONS } from '../../text/seating.ts';

const SHAPES: Readonly<Record<Objection['despite'], MarkShape>> = {
  'absent-before': 'absent',
  'eligibility-cancelled': 'cancelled',
};

/** What stands against this entry, large: nobody at the desk decides it, the chief is asked. */
export function ObjectionNotice({ objections }: { readonly objections: readonly Objection[] }) {
  return (
    <div className="objections" role="alert">
      {objections.map(({ despite, at }) => (
        <div key={despite} className="objection">
          <p className="objection-what">
            <Mark shape={SHAPES[despite]} />
            {OBJECTION_QUESTIONS[despite].what}
            <span className="objection-more figures">{timeText(at)} 登记</span>
          </p>
          <p className="objection-todo">{OBJECTION_QUESTIONS[despite].todo}</p>
        </div>
      ))}
    </div>
  );
}
