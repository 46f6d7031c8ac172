import { useEffect, useId, useRef, useState } from 'react';
import type { DayInfo } from '../../../shared/domain/state.ts';
import type { MilestoneId, RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useNow } from '../../stores/use-now.ts';
import { AdjustButton } from '../course/AdjustButton.tsx';
import { canConfirmFrom, progressOf, type RailPlace, railOf } from './rail-of.ts';
import { RailDetail } from './RailDetail.tsx';
import { RailRow } from './RailRow.tsx';
import { railTasks } from './tasks.ts';
import { useConfirmMilestone } from './use-confirm-milestone.ts';

interface RailListProps extends RailPlace {
  readonly day: DayInfo;
  readonly timeline: Timeline;
}

/** Scrolls to the current item and the two before it: what was just done is there to be taken back. */
function showCurrent(card: HTMLElement | null): void {
  const item = card?.querySelector('[aria-current="step"]');
  if (item instanceof HTMLElement) card?.scrollTo({ top: item.offsetTop - ROOM_ABOVE_PX });
}

/** The title, and two items. */
const ROOM_ABOVE_PX = 108;

/** 今日时间轴: both papers in order of time; an item that is opened says all that belongs to it. */
export function RailList({ day, timeline, room, common }: RailListProps) {
  const now = useNow();
  const detailId = useId();
  const { busy, error, setError, confirm } = useConfirmMilestone(room === null);
  const [opened, setOpened] = useState<MilestoneId | null>(null);
  const place = { room, common };
  const rail = railOf(timeline, place, now);
  const done = progressOf(timeline, place, now);
  const card = useRef<HTMLElement>(null);
  const current = railTasks(rail, timeline, now)[0] ?? null;
  const currentId = current?.milestone.id ?? null;
  useEffect(() => showCurrent(card.current), [currentId]);
  const isShifted = timeline.milestones.some(({ at, plannedAt }) => at !== plannedAt);
  return (
    <section ref={card} className="card rail-card" aria-label="今日时间轴">
      <div className="rail-head">
        <h2 className="card-title">今日时间轴</h2>
        <span className="rail-acts">
          <AdjustButton />
          <button type="button" className="button button-quiet" onClick={() => showCurrent(card.current)}>
            回到现在
          </button>
        </span>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <ol className={isShifted ? 'rail rail-shifted' : 'rail'}>
        {rail.items.map((item) => {
          const { milestone } = item;
          const { id } = milestone;
          const canConfirm = room !== null && item !== current && isOpen(item, timeline, now);
          return (
            <RailRow
              key={id}
              item={item}
              day={day}
              timeline={timeline}
              now={now}
              done={done[id] ?? null}
              isNow={item === current}
              onConfirm={canConfirm ? () => confirm(milestone) : null}
              isBusy={busy !== null}
              onError={setError}
              detail={
                opened === id ? (
                  <RailDetail id={detailId} milestone={milestone} day={day} timeline={timeline} {...place} />
                ) : null
              }
              detailId={detailId}
              onToggle={() => setOpened(opened === id ? null : id)}
            />
          );
        })}
      </ol>
    </section>
  );
}

function isOpen(item: RailItem, timeline: Timeline, now: number): boolean {
  const isDue = item.state === 'due' || item.state === 'overdue';
  return isDue && now >= canConfirmFrom(item.milestone, timeline);
}
