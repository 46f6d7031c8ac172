import { EDITIONS, type Edition } from '../../../shared/domain/rules.ts';
import { FieldProblem } from '../../components/TextField.tsx';
import { EDITION_LINES, EDITION_NAMES } from '../../text/sources.ts';

interface EditionChoiceProps {
  readonly edition: Edition | null;
  /** The choice is still to be made, and that is to be shown. */
  readonly isOpen: boolean;
  readonly onChange: (edition: Edition) => void;
}

/** Which manual the day goes by, with what differs in one line. */
export function EditionChoice({ edition, isOpen, onChange }: EditionChoiceProps) {
  return (
    <fieldset className="card" data-open={isOpen || undefined}>
      <legend className="visually-hidden">手册版本</legend>
      <h2 className="card-title" aria-hidden="true">
        手册版本
      </h2>
      {isOpen && <FieldProblem text="请选择手册版本" />}
      <div className="choice-list">
        {EDITIONS.map((value) => (
          <label key={value} className="choice edition">
            <input
              type="radio"
              name="edition"
              value={value}
              checked={edition === value}
              onChange={() => onChange(value)}
            />
            <span className="edition-name">{EDITION_NAMES[value]}</span>
            <span className="quiet">{EDITION_LINES[value]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
