import type { StaffDetails } from '../../../shared/domain/person.ts';
import { TextField } from '../../components/TextField.tsx';
import { describeText as words } from '../../text/staff.ts';

/** What is said of somebody, as it is being filled in. */
export interface Description {
  readonly isTrained: boolean;
  readonly details: StaffDetails;
}

export const NO_DETAILS: StaffDetails = { phone: '', major: '', department: '', classes: '', remark: '' };

interface DescriptionFieldsProps {
  readonly value: Description;
  readonly onChange: (value: Description) => void;
  /** Invigilators are trained and keep away from their own; of the others a telephone is enough. */
  readonly isInvigilator: boolean;
}

/** Training, telephone, and what the recusal goes by. */
export function DescriptionFields({ value, onChange, isInvigilator }: DescriptionFieldsProps) {
  const { details } = value;
  const set = (part: Partial<StaffDetails>) => onChange({ ...value, details: { ...details, ...part } });
  return (
    <>
      {isInvigilator && (
        <label className="check">
          <input
            type="checkbox"
            checked={value.isTrained}
            onChange={(event) => onChange({ ...value, isTrained: event.target.checked })}
          />
          {words.trained}
        </label>
      )}
      <div className="form-grid form-grid-2">
        <TextField
          label={words.phone}
          inputMode="tel"
          maxLength={40}
          value={details.phone}
          onChange={(phone) => set({ phone })}
        />
        <TextField
          label={words.department}
          maxLength={100}
          value={details.department}
          onChange={(department) => set({ department })}
        />
        {isInvigilator && (
          <>
            <TextField
              label={words.major}
              hint={words.majorHint}
              maxLength={200}
              value={details.major}
              onChange={(major) => set({ major })}
            />
            <TextField
              label={words.classes}
              hint={words.classesHint}
              maxLength={200}
              value={details.classes}
              onChange={(classes) => set({ classes })}
            />
          </>
        )}
        <TextField label={words.remark} maxLength={200} value={details.remark} onChange={(remark) => set({ remark })} />
      </div>
      {isInvigilator && <p className="quiet">{words.why}</p>}
    </>
  );
}
