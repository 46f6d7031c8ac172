import { useId } from 'react';
import type { SeatingMode } from '../../../shared/domain/course-events.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { SEATING_MODES, seatingMeans } from '../../text/seating.ts';

interface SeatingModesProps {
  readonly earlier: PaperTimeline;
  readonly later: PaperTimeline;
  readonly value: SeatingMode | null;
  readonly onChange: (mode: SeatingMode) => void;
}

const MODES: readonly SeatingMode[] = ['stay', 're-enter'];

/** The two ways from one paper to the next, each with what it means. */
export function SeatingModes({ earlier, later, value, onChange }: SeatingModesProps) {
  const name = useId();
  return (
    <fieldset className="seating-modes">
      <legend className="visually-hidden">考生是否留座</legend>
      {MODES.map((mode) => (
        <label key={mode} className="choice seating-mode">
          <input type="radio" name={name} checked={value === mode} onChange={() => onChange(mode)} />
          <span className="seating-mode-text">
            <strong className="seating-mode-name">{SEATING_MODES[mode]}</strong>
            {seatingMeans(mode, earlier, later).map((line) => (
              <span key={line} className="seating-mode-line figures">
                {line}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
