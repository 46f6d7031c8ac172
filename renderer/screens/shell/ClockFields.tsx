import { useId } from 'react';
import { isOnDutyIn } from '../../../shared/domain/roles.ts';
import { as, type StaffId } from '../../../shared/ids.ts';
import { TextField } from '../../components/TextField.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { clockDialogText as words } from '../../text/clock.ts';
import { dateText } from '../../text/format.ts';
import { ROLE_LABELS } from '../../text/words.ts';

interface OfficialTimeFieldsProps {
  readonly dates: readonly string[];
  readonly date: string;
  readonly onDate: (date: string) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is typed is no time of day. */
  readonly isWrong: boolean;
}

/** 标准时间, typed ahead and confirmed as that second comes. */
export function OfficialTimeFields({ dates, date, onDate, text, onText, isWrong }: OfficialTimeFieldsProps) {
  const id = useId();
  return (
    <div className="clock-official">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {words.date}
        </label>
        <select id={id} className="input figures" value={date} onChange={(event) => onDate(event.target.value)}>
          {dates.map((one) => (
            <option key={one} value={one}>
              {dateText(one)}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={words.time}
        value={text}
        onChange={onText}
        inputMode="numeric"
        maxLength={8}
        takesFocus
        hint={words.timeHint}
        problem={isWrong && text.trim().length >= 6 ? words.timeProblem : null}
      />
    </div>
  );
}

interface SecondFieldProps {
  readonly second: StaffId | null;
  readonly onChange: (second: StaffId | null) => void;
}

/** The second person, of this room's staff. */
export function SecondField({ second, onChange }: SecondFieldProps) {
  const id = useId();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const room = useRoomNo();
  const others = staff.filter((card) => card.staff !== actor && isOnDutyIn(card, room));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.second}
      </label>
      <select
        id={id}
        className="input"
        value={second ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : as<StaffId>(event.target.value))}
      >
        <option value="">{words.secondNone}</option>
        {others.map((card) => (
          <option key={card.staff} value={card.staff}>
            {card.name}（{ROLE_LABELS[card.role]}）
          </option>
        ))}
      </select>
    </div>
  );
}
