import type { DayInfo } from '../../../shared/domain/state.ts';
import { nextChange, permitsAt } from '../../../shared/domain/timeline.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { useDay, useRoomNo, useTimeline } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { moreAlarms } from '../../text/alarms.ts';
import { shieldText as words } from '../../text/big.ts';
import { clockWords } from '../../text/clock.ts';
import { shortMilestone } from '../../text/day.ts';
import { spanText, timeText } from '../../text/format.ts';
import { PAPER_LABELS, PAPER_TITLES } from '../../text/words.ts';
import { PermitChips } from './PermitChips.tsx';
import { permitWords } from './permit-words.ts';
import { stripPapers, stripWindow } from './strip-papers.ts';
import { useStandingAlarms } from './use-standing-alarms.ts';

/** What is never covered: the clock, what comes next, what is allowed, and what stands against going on. */
export function ShieldSheet({ title = words.title }: { readonly title?: string }) {
  const day = useDay();
  const timeline = useTimeline();
  const now = useNow();
  return (
    <div className="shield-sheet">
      <h1 className="shield-title">{title}</h1>
      <time className="shield-clock figures">{now === 0 ? '' : timeText(now)}</time>
      {day !== null && timeline !== null && <Phase day={day} timeline={timeline} now={now} />}
      <Alerts />
    </div>
  );
}

interface PhaseProps {
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly now: number;
}

function Phase({ day, timeline, now }: PhaseProps) {
  const roomNo = useRoomNo();
  const { main, second } = stripPapers(timeline, now);
  const next = nextChange(timeline, now);
  const { pausedSince } = stripWindow(main, now);
  const hasSecond = second !== null && now >= (second.milestones[0]?.at ?? second.startsAt);
  const rules = day.rules.values;
  return (
    <>
      <p className="shield-paper">
        {PAPER_TITLES[main.paper]}
        {roomNo !== null && <span className="shield-room">{roomNo} 考场</span>}
      </p>
      <p className="shield-count figures">
        {pausedSince !== null && (
          <>
            {PAPER_LABELS[main.paper]}已暂停 <strong>{spanText(now - pausedSince)}</strong>
          </>
        )}
        {pausedSince === null && next !== null && (
          <>
            距{PAPER_LABELS[next.paper]}
            {shortMilestone(next.kind)} <strong>{spanText(next.at - now)}</strong>
          </>
        )}
      </p>
      {(hasSecond ? [main, second] : [main]).map((paper) => (
        <div key={paper.paper} className="shield-permits">
          {hasSecond && <span>{PAPER_LABELS[paper.paper]}</span>}
          <PermitChips words={permitWords(permitsAt(paper, rules, now), paper, now)} edition={day.rules.edition} />
        </div>
      ))}
    </>
  );
}

/** The banners of the console, to be read; what is to be pressed waits until the sheet is lifted. */
function Alerts() {
  const clock = useStation((view) => view.clock);
  const connection = useStation((view) => view.connection);
  const clockSays = clock === null ? null : clockWords(clock);
  const [alarm, ...more] = useStandingAlarms();
  return (
    <output className="shield-alerts">
      {alarm !== undefined && (
        <Alert
          what={[alarm.what, alarm.when, ...(more.length > 0 ? [moreAlarms(more.length)] : [])].join('，')}
          isAlarm
        />
      )}
      {clockSays !== null && <Alert what={clockSays.what} />}
      {connection !== 'connected' && <Alert what={words.reconnecting} />}
    </output>
  );
}

function Alert({ what, isAlarm = false }: { readonly what: string; readonly isAlarm?: boolean }) {
  return (
    <p className={isAlarm ? 'shield-alert shield-alarm figures' : 'shield-alert'}>
      <Mark shape="attention" />
      {what}
    </p>
  );
}
