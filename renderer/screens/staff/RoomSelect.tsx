import { useId, useMemo } from 'react';
import { as, type RoomNo } from '../../../shared/ids.ts';
import { useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';

interface RoomSelectProps {
  readonly label: string;
  /** What no room is called. */
  readonly none: string;
  readonly value: RoomNo | null;
  readonly onChange: (room: RoomNo | null) => void;
  /** Said beside a room in the list: "须回避". */
  readonly noteOf?: (room: RoomNo) => string;
}

/** A room of this station, or none. */
export function RoomSelect({ label, none, value, onChange, noteOf = () => '' }: RoomSelectProps) {
  const id = useId();
  const all = useStation((view) => view.state.rooms);
  const own = useRoomNo();
  const rooms = useMemo(
    () =>
      Object.values(all)
        .map(({ room }) => room)
        .filter((room) => own === null || room === own)
        .toSorted(),
    [all, own],
  );
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input figures"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : as<RoomNo>(event.target.value))}
      >
        <option value="">{none}</option>
        {rooms.map((room) => (
          <option key={room} value={room}>
            {room}
            {noteOf(room)}
          </option>
        ))}
      </select>
    </div>
  );
}
