import { useEffect, useRef } from 'react';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { milestoneName, milestoneTitle } from '../../text/announcements.ts';
import { shortTimeText, timeText } from '../../text/format.ts';
import { canConfirmFrom, railOf } from './rail-of.ts';
import { PaperTag } from './PaperTag.tsx';
import { RailDot } from './RailDot.tsx';
import { useConfirmMilestone } from './use-confirm-milestone.ts';

interface RailListProps {
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly room: RoomState | null;
}

const STATE_WORDS: Readonly<Record<RailItem['state'], string>> = {
  done: '已完成',
  overdue: '已过时',
  due: '现在',
  upcoming: '',
};

/** Scrolls to the current item and the two before it: what was just done is there to be taken back. */
function showCurrent(card: HTMLElement | null): void {
  const item = card?.querySelector('[aria-current="step"]');
  if (item instanceof HTMLElement) card?.scrollTo({ top: item.offsetTop - ROOM_ABOVE_PX });
}

/** The title, and two items. */
const ROOM_ABOVE_PX = 108;

/** 今日时间轴: both papers in order of time, what is done with its actual time and person. */
export function RailList({ day, timeline, room }: RailListProps) {
  const now = useNow();
  const { busy, error, setError, confirm } = useConfirmMilestone();
  const rail = railOf(timeline, room, now);
  const card = useRef<HTMLElement>(null);
  const currentId = rail.now?.milestone.id ?? null;
  useEffect(() => showCurrent(card.current), [currentId]);
  return (
    <section ref={card} className="card rail-card" aria-label="今日时间轴">
      <div className="rail-head">
        <h2 className="card-title">今日时间轴</h2>
        <button type="button" className="button button-quiet" onClick={() => showCurrent(card.current)}>
          回到现在
        </button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <ol className="rail">
        {rail.items.map((item) => (
          <li
            key={item.milestone.id}
            className={item === rail.now ? 'rail-item rail-now' : `rail-item rail-${item.state}`}
            aria-current={item === rail.now ? 'step' : undefined}
          >
            <time className="rail-time figures">{shortTimeText(item.milestone.at)}</time>
            <RailDot state={item === rail.now ? 'now' : item.state} />
            <PaperTag paper={item.milestone.paper} />
            <span className="rail-name">{milestoneName(item.milestone.kind, day.rules.values)}</span>
            <span className="rail-side">
              {room !== null && item !== rail.now && isOpen(item, now) && (
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={`确认 ${spokenName(item.milestone, day)}`}
                  disabled={busy !== null}
                  onClick={() => confirm(item.milestone)}
                >
                  确认
                </button>
              )}
              {room !== null && item.state === 'done' ? (
                <DoneBy room={room} id={item.milestone.id} name={spokenName(item.milestone, day)} onError={setError} />
              ) : (
                STATE_WORDS[item.state]
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Names an item for a screen reader: both papers have one of each kind. */
function spokenName({ at, kind, paper }: RailItem['milestone'], day: DayInfo): string {
  return `${shortTimeText(at)} ${milestoneTitle(kind, paper, day.rules.values)}`;
}

function isOpen(item: RailItem, now: number): boolean {
  return item.state !== 'done' && item.state !== 'upcoming' && now >= canConfirmFrom(item.milestone);
}

interface DoneByProps {
  readonly room: RoomState;
  readonly id: RailItem['milestone']['id'];
  readonly name: string;
  readonly onError: Parameters<typeof UndoButton>[0]['onError'];
}

function DoneBy({ room, id, name, onError }: DoneByProps) {
  const staff = useStation((view) => view.staff);
  const done = room.confirmed[id];
  if (done === undefined) return null;
  return (
    <>
      <UndoButton target={done.event} actor={done.actor} what={name} onError={onError} />
      <span className="figures">{timeText(done.occurredAt)}</span>{' '}
      {staff.find((card) => card.staff === done.actor)?.name ?? ''}
    </>
  );
}
