import { useId } from 'react';
import { isOnDutyIn } from '../../shared/domain/roles.ts';
import type { StaffId } from '../../shared/ids.ts';
import { as } from '../../shared/ids.ts';
import { useActing } from '../stores/acting-store.ts';
import { useRoomNo } from '../stores/room-view.ts';
import { useStation } from '../stores/station-store.ts';
import { TextField } from './TextField.tsx';
import { ROLE_LABELS } from '../text/words.ts';

/** Why, and who agrees: what an act needs that does not happen now. */
export interface Witness {
  readonly reason: string;
  readonly second: StaffId | null;
}

export function isComplete(witness: Witness): boolean {
  return witness.reason.trim() !== '' && witness.second !== null;
}

interface WitnessFieldsProps {
  readonly witness: Witness;
  readonly onChange: (witness: Witness) => void;
}

export function WitnessFields({ witness, onChange }: WitnessFieldsProps) {
  return (
    <>
      <TextField
        label="原因"
        value={witness.reason}
        maxLength={500}
        onChange={(reason) => onChange({ ...witness, reason })}
        hint="一句话，印在记录里"
      />
      <SecondField label="第二人" value={witness.second} onChange={(second) => onChange({ ...witness, second })} />
    </>
  );
}

interface SecondFieldProps {
  readonly label: string;
  readonly value: StaffId | null;
  readonly onChange: (second: StaffId | null) => void;
}

/** The second person of an act: anybody on duty here but the acting one. */
export function SecondField({ label, value, onChange }: SecondFieldProps) {
  const id = useId();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const room = useRoomNo();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : as<StaffId>(event.target.value))}
      >
        <option value="">请选择</option>
        {staff
          .filter((card) => card.staff !== actor && isOnDutyIn(card, room))
          .map((card) => (
            <option key={card.staff} value={card.staff}>
              {card.name}（{ROLE_LABELS[card.role]}）
            </option>
          ))}
      </select>
    </div>
  );
}
