import { type ReactNode, useEffect, useId, useRef } from 'react';
import { LONGEST_MINUTES, parseMinutes } from './parse-minutes.ts';

interface Quick {
  readonly label: ReactNode;
  readonly value: string;
}

interface StepFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The next value down or up; null where there is none. */
  readonly step: (direction: -1 | 1) => string | null;
  readonly quick: readonly Quick[];
  readonly unit: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly takesFocus?: boolean;
}

/** A figure that is typed, stepped or taken from the usual ones. */
export function StepField({
  label,
  value,
  onChange,
  step,
  quick,
  unit,
  hint = '',
  problem = null,
  takesFocus = false,
}: StepFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    field.current?.focus();
    field.current?.select();
  }, [takesFocus]);
  const move = (direction: -1 | 1) => {
    const next = step(direction);
    if (next !== null) onChange(next);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="step">
        <button type="button" className="button step-button" aria-label={`${label}减少`} onClick={() => move(-1)}>
          <svg viewBox="0 0 16 16" className="mark" aria-hidden="true">
            <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          </svg>
        </button>
        <span className="step-value">
          <input
            ref={field}
            id={id}
            className="input step-input figures"
            value={value}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-note`}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              move(event.key === 'ArrowUp' ? 1 : -1);
            }}
          />
          {unit !== '' && <span className="step-unit">{unit}</span>}
        </span>
        <button type="button" className="button step-button" aria-label={`${label}增加`} onClick={() => move(1)}>
          <svg viewBox="0 0 16 16" className="mark" aria-hidden="true">
            <path d="M3 8h10M8 3v10" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          </svg>
        </button>
        <span className="step-quick">
          {quick.map((one) => (
            <button
              key={one.value}
              type="button"
              className="button button-small figures"
              aria-pressed={one.value === value}
              onClick={() => onChange(one.value)}
            >
              {one.label}
            </button>
          ))}
        </span>
      </div>
      <p id={`${id}-note`} className={problem === null ? 'field-hint' : 'field-problem'}>
        {problem ?? hint}
      </p>
    </div>
  );
}

interface MinutesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly quick?: readonly Quick[];
  readonly hint?: string;
  readonly takesFocus?: boolean;
}

const USUAL: readonly Quick[] = ['5', '10', '15'].map((value) => ({ label: value, value }));
/** 分钟. */
export function MinutesField({ value, quick = USUAL, ...rest }: MinutesFieldProps) {
  const minutes = parseMinutes(value);
  return (
    <StepField
      {...rest}
      value={value}
      quick={quick}
      unit="分钟"
      step={(direction) => String(Math.min(Math.max((minutes ?? 0) + direction, 1), LONGEST_MINUTES))}
      problem={value.trim() !== '' && minutes === null ? '请填写 1 到 1440 的整数' : null}
    />
  );
}
