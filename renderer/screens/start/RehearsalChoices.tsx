import { EDITIONS, type Edition } from '../../../shared/domain/rules.ts';
import { rehearsalText } from '../../text/rehearsal.ts';
import { EDITION_LINES, EDITION_NAMES } from '../../text/sources.ts';
import type { RosterChoice } from './rehearsal-set-up.ts';

interface EditionPickerProps {
  readonly edition: Edition;
  readonly onChange: (edition: Edition) => void;
}

/** Which manual is rehearsed. */
export function EditionPicker({ edition, onChange }: EditionPickerProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{rehearsalText.edition}</legend>
      <div className="segments">
        {EDITIONS.map((value) => (
          <label key={value} className="segment">
            <input type="radio" name="edition" checked={edition === value} onChange={() => onChange(value)} />
            <span>{EDITION_NAMES[value]}</span>
          </label>
        ))}
      </div>
      <span className="field-hint">{EDITION_LINES[edition]}</span>
    </fieldset>
  );
}

const ROSTERS = [
  { value: 'invented', name: rehearsalText.invented, line: rehearsalText.inventedLine },
  { value: 'own', name: rehearsalText.own, line: rehearsalText.ownLine },
] as const;

interface RosterPickerProps {
  readonly roster: RosterChoice;
  readonly onChange: (roster: RosterChoice) => void;
}

/** Whose people are in the room. */
export function RosterPicker({ roster, onChange }: RosterPickerProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{rehearsalText.roster}</legend>
      <div className="choice-list rehearsal-rosters">
        {ROSTERS.map(({ value, name, line }) => (
          <label key={value} className="choice">
            <input type="radio" name="roster" checked={roster === value} onChange={() => onChange(value)} />
            <span className="choice-name">
              {name}
              <span className="choice-note">{line}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
