import { TextField } from '../../components/TextField.tsx';

interface ReasonFieldProps {
  readonly label?: string;
  readonly usual: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Why: one of the usual reasons by a press, or in own words. */
export function ReasonField({ label = '原因', usual, value, onChange }: ReasonFieldProps) {
  return (
    <div className="reason">
      <TextField label={label} value={value} onChange={onChange} maxLength={200} />
      <div className="reason-usual">
        {usual.map((one) => (
          <button
            key={one}
            type="button"
            className="button button-small"
            aria-pressed={value === one}
            onClick={() => onChange(one)}
          >
            {one}
          </button>
        ))}
      </div>
    </div>
  );
}
