import { useState } from 'react';
import { isExpected } from '../../../shared/domain/attendance.ts';
import type { PaperId, SeatNo } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ask } from '../../stores/send-command.ts';
import { ACT_HINTS, PRIMARY_LABELS, REASONS } from '../../text/course.ts';
import { ChangeForm } from './ChangeForm.tsx';
import type { CourseSpot } from './course-spot.ts';
import { SeatPicker } from './SeatPicker.tsx';
import { parseMinutes } from './parse-minutes.ts';
import { MinutesField } from './StepField.tsx';

interface ExtendFormProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  /** Chosen beforehand: the person from whose panel this was opened. */
  readonly seats: readonly SeatNo[] | null;
  readonly onClose: () => void;
}

/** 延时 of the whole room, or of some seats; the office gives it to every room alike. */
export function ExtendForm({ spot, paper, seats: given, onClose }: ExtendFormProps) {
  const [whom, setWhom] = useState<'room' | 'seats'>(given === null ? 'room' : 'seats');
  const [seats, setSeats] = useState<readonly SeatNo[]>(given ?? []);
  const [text, setText] = useState('');
  const minutes = parseMinutes(text);
  const isForSeats = whom === 'seats' && spot.scope !== null;
  const lacksSeats = isForSeats && seats.length === 0;
  const target = isForSeats ? seats : null;
  const taken = Object.values(spot.room.candidates)
    .filter((candidate) => isExpected(candidate, paper))
    .map(({ seat }) => seat)
    .sort((a, b) => a - b);
  return (
    <ChangeForm
      spot={spot}
      paper={paper}
      change={minutes === null || lacksSeats ? null : { kind: 'extend', seats: target, minutes }}
      missing={() => (lacksSeats ? 'seats' : minutes === null ? 'minutes' : null)}
      usual={REASONS.extend}
      primary={PRIMARY_LABELS.extend}
      onSend={(said, options, { seen }) => {
        const whose = target === null ? null : [...target];
        return ask(
          'paper.extend',
          { room: spot.scope, paper, seats: whose, minutes: minutes ?? 0, ...said, seen },
          options,
        );
      }}
      onDone={onClose}
      onClose={onClose}
    >
      {() => (
        <>
          {spot.scope !== null && (
            <ChoiceList
              label="给谁延时"
              columns={2}
              value={whom}
              onChange={setWhom}
              choices={[
                { value: 'room', label: '全考场' },
                { value: 'seats', label: '部分座位' },
              ]}
            />
          )}
          {isForSeats && <SeatPicker taken={taken} chosen={seats} onChange={setSeats} />}
          <MinutesField label="延长" value={text} onChange={setText} takesFocus={!isForSeats} hint={ACT_HINTS.extend} />
        </>
      )}
    </ChangeForm>
  );
}
