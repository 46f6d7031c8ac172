import { type HTMLAttributes, type HTMLInputTypeAttribute, useEffect, useId, useRef } from 'react';
import { Mark } from './Mark.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly hint?: string;
  /** A sentence; shown and told once it is there. */
  readonly problem?: string | null;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** Where the first key of a form belongs. */
  readonly takesFocus?: boolean;
  readonly onBlur?: () => void;
}

/** One line of text with its label above and its problem below. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  problem = null,
  takesFocus = false,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const noteId = `${id}-note`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        ref={field}
        id={id}
        className="input figures"
        value={value}
        autoComplete={rest.autoComplete ?? 'off'}
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={noteId} className={problem === null ? 'field-hint' : 'field-problem'}>
        {problem !== null && <Mark shape="late" />}
        {problem ?? hint ?? ''}
      </p>
    </div>
  );
}

/** What is wrong with a field, with its shape. */
export function FieldProblem({ text }: { readonly text: string }) {
  return (
    <p className="field-problem">
      <Mark shape="late" />
      {text}
    </p>
  );
}

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
  readonly hint?: string;
  readonly onBlur?: () => void;
  readonly takesFocus?: boolean;
  /** It is typed to be recognised, not to be set. */
  readonly isKnown?: boolean;
}

/** A PIN of 4 to 8 digits; anything else does not get into the field. */
export function PinField({ onChange, isKnown = false, ...rest }: PinFieldProps) {
  return (
    <TextField
      {...rest}
      type="password"
      inputMode="numeric"
      autoComplete={isKnown ? 'off' : 'new-password'}
      maxLength={8}
      onChange={(value) => onChange(value.replace(/\D/g, ''))}
    />
  );
}
