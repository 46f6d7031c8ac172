import { PAPER_IDS, type PaperId } from '../../shared/ids.ts';
import { PAPER_LABELS } from '../text/words.ts';

interface PaperSwitchProps {
  readonly label: string;
  readonly value: PaperId;
  readonly onChange: (paper: PaperId) => void;
}

/** Which of the two papers a screen shows: two may run at once (C04). */
export function PaperSwitch({ label, value, onChange }: PaperSwitchProps) {
  return (
    <fieldset className="paper-switch">
      <legend className="visually-hidden">{label}</legend>
      {PAPER_IDS.map((one) => (
        <button
          key={one}
          type="button"
          className="paper-choice"
          aria-pressed={one === value}
          onClick={() => onChange(one)}
        >
          {PAPER_LABELS[one]}
        </button>
      ))}
    </fieldset>
  );
}
