import { type ReactNode, useEffect, useRef } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MilestoneDone } from '../../../shared/domain/rail-progress.ts';
import type { DayInfo } from '../../../shared/domain/state.ts';
import { waitsForResume, waitsUntil } from '../../../shared/domain/timeline.ts';
import type { RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import { milestoneName, milestoneTitle } from '../../text/announcements.ts';
import { RAIL_WORDS, WHO_NAMES } from '../../text/day.ts';
import { shortTimeText } from '../../text/format.ts';
import { MilestonePending } from './MilestonePending.tsx';
import { PaperTag } from './PaperTag.tsx';
import { RailDone } from './RailDone.tsx';
import { RailDot, type RailLook } from './RailDot.tsx';

interface RailRowProps {
  readonly item: RailItem;
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly now: number;
  /** Null while it is open. */
  readonly done: MilestoneDone | null;
  /** The one to do now. */
  readonly isNow: boolean;
  /** Null where it cannot be confirmed from here now. */
  readonly onConfirm: (() => void) | null;
  readonly isBusy: boolean;
  readonly onError: (error: ContractError) => void;
  /** What belongs to it, open below; null while it is closed. */
  readonly detail: ReactNode;
  readonly detailId: string;
  readonly onToggle: () => void;
}

/** One item of the line: planned time, paper, name; actual time and person once it is done, or who is to do it. */
export function RailRow({
  item,
  day,
  timeline,
  now,
  done,
  isNow,
  onConfirm,
  isBusy,
  onError,
  detail,
  detailId,
  onToggle,
}: RailRowProps) {
  const { milestone } = item;
  const look = lookOf(item, timeline, now, done);
  const name = `${shortTimeText(milestone.at)} ${milestoneTitle(milestone, day.rules.values)}`;
  const row = useRef<HTMLLIElement>(null);
  const isOpen = detail !== null;
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li
      ref={row}
      className={isNow ? `rail-item rail-now rail-${look}` : `rail-item rail-${look}`}
      aria-current={isNow ? 'step' : undefined}
    >
      <RailTime milestone={milestone} />
      <RailDot state={isNow && look !== 'overdue' ? 'now' : look} />
      <PaperTag paper={milestone.paper} />
      <button
        type="button"
        className="rail-name"
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailId : undefined}
        onClick={onToggle}
      >
        {milestoneName(milestone, day.rules.values)}
      </button>
      <span className="rail-side">
        <MilestonePending milestone={milestone} timeline={timeline} />
        {onConfirm !== null && (
          <button
            type="button"
            className="button button-quiet"
            aria-label={`确认 ${name}`}
            disabled={isBusy}
            onClick={onConfirm}
          >
            确认
          </button>
        )}
        {done !== null && done.by !== 'time' ? (
          <RailDone done={done} name={name} onError={onError} />
        ) : (
          sideWord(item, timeline, look)
        )}
      </span>
      {detail}
    </li>
  );
}

function lookOf({ milestone, state }: RailItem, timeline: Timeline, now: number, done: MilestoneDone | null): RailLook {
  if (done?.by === 'time') return 'passed';
  return state === 'due' && milestone.at <= now && waitsUntil(timeline, milestone) > now ? 'waiting' : state;
}

function sideWord({ milestone }: RailItem, timeline: Timeline, look: RailLook): string {
  if (look === 'upcoming' && waitsForResume(timeline, milestone)) return RAIL_WORDS.paused;
  if (look === 'upcoming') return milestone.who === 'invigilator' ? '' : WHO_NAMES[milestone.who];
  if (look === 'waiting') return RAIL_WORDS.waiting(milestone.paper === 'theory' ? 'practical' : 'theory');
  return RAIL_WORDS[look];
}

/** The planned time as it stands; where the day has moved it, the one before stands struck out beside it. */
function RailTime({ milestone: { at, plannedAt } }: Pick<RailItem, 'milestone'>) {
  const isMoved = shortTimeText(at) !== shortTimeText(plannedAt);
  return (
    <span className="rail-times figures">
      <time className="rail-time">{shortTimeText(at)}</time>
      {isMoved && (
        <s className="rail-planned">
          <span className="visually-hidden">{RAIL_WORDS.planned}</span>
          {shortTimeText(plannedAt)}
        </s>
      )}
    </span>
  );
}
