import { useId } from 'react';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly className?: string;
}

/** Several lines of text with their label above and a hint below. */
export function TextArea({ label, value, onChange, hint = '', rows = 3, maxLength, className = '' }: TextAreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={`input ${className}`}
        rows={rows}
        maxLength={maxLength}
        value={value}
        spellCheck={false}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className="field-hint">
        {hint}
      </p>
    </div>
  );
}
