import { ChoiceList } from '../../components/ChoiceList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { WitnessFields } from '../../components/WitnessFields.tsx';
import { LATE_CARRY } from '../../text/seating.ts';
import { type LateCarry, seatedAt } from './late-carry.ts';
import type { SeatedRange } from './seating-plan.ts';

interface LateCarryFieldsProps {
  readonly late: LateCarry;
  readonly onChange: (late: LateCarry) => void;
  readonly range: SeatedRange;
  /** By which they would be late if they were confirmed now. */
  readonly minutes: number;
  readonly now: number;
}

/** The paper has begun: who sat there all the time is entered with the time that was, nobody is made late by a slow hand. */
export function LateCarryFields({ late, onChange, range, minutes, now }: LateCarryFieldsProps) {
  const isWrong = late.time.trim().length >= 3 && seatedAt(late.time, range, now) === null;
  return (
    <div className="carry-late">
      <ChoiceList
        label={LATE_CARRY.label}
        columns={2}
        value={late.when}
        onChange={(when) => onChange({ ...late, when })}
        choices={[
          { value: 'seated', label: LATE_CARRY.seated },
          { value: 'now', label: LATE_CARRY.now(minutes) },
        ]}
      />
      {late.when === 'seated' && (
        <div className="carry-late-fields">
          <TextField
            label={LATE_CARRY.time}
            value={late.time}
            onChange={(time) => onChange({ ...late, time })}
            inputMode="numeric"
            hint={LATE_CARRY.timeHint(range.from, range.before)}
            problem={isWrong ? LATE_CARRY.timeWrong : null}
          />
          <WitnessFields witness={late} onChange={(witness) => onChange({ ...late, ...witness })} />
        </div>
      )}
    </div>
  );
}
