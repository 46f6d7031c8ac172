import type { MilestoneDone } from '../../../shared/domain/rail-progress.ts';
import { UndoButton } from '../../components/UndoButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import { timeText } from '../../text/format.ts';

interface RailDoneProps {
  readonly done: Exclude<MilestoneDone, { by: 'time' }>;
  /** What is taken back, for a screen reader. */
  readonly name: string;
  readonly onError: Parameters<typeof UndoButton>[0]['onError'];
}

/** When an item of the rail was really done, and by whom. What 收卷 or the record did is taken back there. */
export function RailDone({ done, name, onError }: RailDoneProps) {
  const staff = useStation((view) => view.staff);
  return (
    <>
      {done.by === 'confirm' && <UndoButton target={done.event} actor={done.actor} what={name} onError={onError} />}
      <span className="figures">{timeText(done.at)}</span> {staff.find((card) => card.staff === done.actor)?.name ?? ''}
    </>
  );
}
