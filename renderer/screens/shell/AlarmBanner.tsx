import { useEffect, useRef } from 'react';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Mark } from '../../components/Mark.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { followSoundPermission } from '../../stores/alarm-sound.ts';
import { useAlarms } from '../../stores/alarm-store.ts';
import { useRoom, useTimeline } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { ALARM_KNOWN, ALARM_REGION, moreAlarms } from '../../text/alarms.ts';
import { progressOf } from '../day/rail-of.ts';
import { type AlarmWords, useStandingAlarms } from './use-standing-alarms.ts';

/** Real milliseconds after another alarm has come on top in which F1 may still have been meant for the one before. */
const GUARD_MS = 400;

/** Across the whole width under the strip: what has come due, until it is done or somebody has taken note of it. */
export function AlarmBanner() {
  useAlarmWatch();
  useFunctionKey('F1', null); // pressed once too often it must not open the browser's help
  const [first, ...others] = useStandingAlarms();
  return first === undefined ? null : <Alarm key={first.milestone.id} alarm={first} more={others.length} />;
}

function Alarm({ alarm, more }: { readonly alarm: AlarmWords; readonly more: number }) {
  const know = useAlarms((store) => store.know);
  const shownAtMs = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    shownAtMs.current = performance.now();
  }, []);
  useFunctionKey('F1', () => {
    if (performance.now() - shownAtMs.current >= GUARD_MS) know(alarm.milestone);
  });
  return (
    <section className={alarm.isMissed ? 'alarm alarm-missed' : 'alarm'} aria-label={ALARM_REGION}>
      <Mark shape="alarm" />
      <output className="alarm-words">
        <strong>{alarm.what}</strong>
        <span className="figures">{alarm.when}</span>
        <span className="alarm-who">{alarm.who}</span>
      </output>
      {more > 0 && <span className="alarm-more figures">{moreAlarms(more)}</span>}
      <button type="button" className="button alarm-known" onClick={() => know(alarm.milestone)}>
        {ALARM_KNOWN}
        <KeyHint name="F1" />
      </button>
    </section>
  );
}

/** Looks for alarms whenever a second has passed or the day has changed. */
function useAlarmWatch(): void {
  const day = useStation((view) => view.status?.current?.day ?? null);
  const timeline = useTimeline();
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  const now = useNow();
  const look = useAlarms((store) => store.look);
  useEffect(() => followSoundPermission(), []);
  useEffect(() => {
    if (day === null || timeline === null || now === 0) return;
    const { soundsDuringExam } = (room ?? common).course;
    look({ day, timeline, done: progressOf(timeline, { room, common }, now), soundsDuringExam, now });
  }, [day, timeline, room, common, now, look]);
}
