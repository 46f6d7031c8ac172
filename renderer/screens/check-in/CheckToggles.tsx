import type { EntryChecks } from '../../../shared/domain/events.ts';
import { Mark } from '../../components/Mark.tsx';
import { CHECK_LABELS } from '../../text/check-in.ts';

interface CheckTogglesProps {
  readonly checks: EntryChecks;
  readonly onChange: (checks: EntryChecks) => void;
}

/** The three looks at the door, in order unless the invigilator says otherwise. */
export function CheckToggles({ checks, onChange }: CheckTogglesProps) {
  return (
    <fieldset className="looks">
      <legend className="visually-hidden">三项核对</legend>
      <Toggle
        label={CHECK_LABELS.ticket}
        isOk={checks.ticket === 'ok'}
        otherWord="未带"
        onToggle={(isOk) => onChange({ ...checks, ticket: isOk ? 'ok' : 'missing' })}
      />
      <Toggle
        label={CHECK_LABELS.idDocument}
        isOk={checks.idDocument === 'ok'}
        otherWord="未带"
        onToggle={(isOk) => onChange({ ...checks, idDocument: isOk ? 'ok' : 'missing' })}
      />
      <Toggle
        label={CHECK_LABELS.face}
        isOk={checks.face === 'match'}
        otherWord="存疑"
        onToggle={(isOk) => onChange({ ...checks, face: isOk ? 'match' : 'doubt' })}
      />
    </fieldset>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOk: boolean;
  readonly otherWord: string;
  readonly onToggle: (isOk: boolean) => void;
}

function Toggle({ label, isOk, otherWord, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      className={isOk ? 'look look-ok' : 'look look-not'}
      aria-pressed={isOk}
      onClick={() => onToggle(!isOk)}
    >
      <Mark shape={isOk ? 'done' : 'late'} />
      {label}
      <span className="look-word">{isOk ? '' : otherWord}</span>
    </button>
  );
}
