import { formatDate } from '../../../shared/domain/day-time.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { clockDialogText as words } from '../../text/clock.ts';
import { dateText, timeText } from '../../text/format.ts';
import { wallTime } from './clock-settings.ts';

/** Both clocks large, side by side: they are compared with a third by eye. */
export function ClockReadings() {
  const clock = useStation((view) => view.clock);
  const now = useNow();
  if (clock === null) return null;
  const wall = wallTime(clock, now);
  return (
    <div className="clock-readings">
      <Reading name={words.byProgram} instantMs={now} />
      <Reading name={words.byComputer} instantMs={wall} />
      <p className="clock-difference figures">{words.differs(wall - now)}</p>
    </div>
  );
}

function Reading({ name, instantMs }: { readonly name: string; readonly instantMs: number }) {
  return (
    <div className="clock-reading">
      <span className="field-label">{name}</span>
      <time className="clock-reading-time figures">{timeText(instantMs)}</time>
      <span className="quiet figures">{dateText(formatDate(instantMs))}</span>
    </div>
  );
}
