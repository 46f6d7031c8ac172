import { PinField } from './TextField.tsx';

interface NewPinFieldsProps {
  readonly words: Readonly<Record<'pin' | 'again' | 'tooShort' | 'different', string>>;
  readonly hint: string;
  readonly pin: string;
  readonly again: string;
  readonly onPin: (pin: string) => void;
  readonly onAgain: (again: string) => void;
  /** Once somebody has tried to save: what is amiss is said. */
  readonly isChecked: boolean;
  readonly takesFocus?: boolean;
}

/** What a new PIN lacks; null where it may be saved. */
export function newPinProblem(pin: string, again: string): 'tooShort' | 'different' | null {
  if (pin.length < 4) return 'tooShort';
  return pin === again ? null : 'different';
}

/** A new PIN, typed twice. */
export function NewPinFields({
  words,
  hint,
  pin,
  again,
  onPin,
  onAgain,
  isChecked,
  takesFocus = false,
}: NewPinFieldsProps) {
  const problem = isChecked ? newPinProblem(pin, again) : null;
  return (
    <div className="form-grid form-grid-2">
      <PinField
        label={words.pin}
        hint={hint}
        value={pin}
        onChange={onPin}
        problem={problem === 'tooShort' ? words.tooShort : null}
        takesFocus={takesFocus}
      />
      <PinField
        label={words.again}
        value={again}
        onChange={onAgain}
        problem={problem === 'different' ? words.different : null}
      />
    </div>
  );
}
