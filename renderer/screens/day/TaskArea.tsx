import { useState } from 'react';
import type { DayInfo } from '../../../shared/domain/state.ts';
import type { PaperTimeline, Timeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { useNow } from '../../stores/use-now.ts';
import { milestoneName } from '../../text/announcements.ts';
import { DUTY_TITLES, dutyLine } from '../../text/collect.ts';
import { sinceText } from '../../text/format.ts';
import { PAUSED } from '../../text/day.ts';
import { seatingLine } from '../../text/seating.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { CollectCard } from '../collect/CollectCard.tsx';
import { useDutyDrafts } from '../collect/duty-drafts.ts';
import { SeatingTask } from '../seating/SeatingTask.tsx';
import { AbsenceCard } from './AbsenceCard.tsx';
import { NowCard } from './NowCard.tsx';
import { PausedCard } from './PausedCard.tsx';
import type { RailPlace } from './rail-of.ts';
import { RecordDutyCard } from './RecordDutyCard.tsx';
import { RegistrationCard } from './RegistrationCard.tsx';
import { SystemSettingCard } from './SystemSettingCard.tsx';
import { TaskFrame } from './TaskFrame.tsx';
import { openTasks, type Task } from './tasks.ts';

interface TaskAreaProps extends RailPlace {
  readonly day: DayInfo;
  readonly timeline: Timeline;
}

/** A task that somebody has put first, and what stood there then: something more urgent takes the place again. */
interface Chosen {
  readonly key: string;
  readonly before: string;
}

/** The one thing to do now, and in one line what else waits. */
export function TaskArea({ day, timeline, room, common }: TaskAreaProps) {
  const now = useNow();
  const held = useDutyDrafts((drafts) => drafts.heldBack);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const heldBack = new Set([...held.theory, ...held.practical]);
  const tasks = openTasks({ timeline, room, common, now, heldBack });
  const [first] = tasks;
  const current = tasks.find(({ key }) => chosen?.key === key && chosen.before === first?.key) ?? first;
  const waiting = tasks.filter(
    (task) => task !== current && (task === first || isPressing(task)) && !standsIn(task, current),
  );
  const choose = (key: string) => setChosen({ key, before: first?.key ?? '' });
  return (
    <>
      <CurrentTask
        task={current ?? null}
        day={day}
        timeline={timeline}
        room={room}
        common={common}
        now={now}
        onChoose={choose}
      />
      {waiting.length > 0 && (
        <nav className="waiting" aria-label="还有待办">
          <span className="waiting-title">还有</span>
          {waiting.map((task) => (
            <button key={task.key} type="button" className="button button-small" onClick={() => choose(task.key)}>
              {isOverdue(task) && <Mark shape="late" />}
              {PAPER_LABELS[task.paper]} · {taskLine(task, day)}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}

/** What waits beside the first task: duties, and an item of the rail whose time is over. */
function isPressing(task: Task): boolean {
  return task.kind !== 'milestone' || isOverdue(task);
}

function isOverdue(task: Task): boolean {
  return task.kind === 'milestone' && task.item.state === 'overdue';
}

/** 收卷 has the paper's ticks of 监考管理系统 in its own form. */
function standsIn(task: Task, current: Task | undefined): boolean {
  if (task.kind !== 'duty' || current?.kind !== 'duty') return false;
  return task.duty.kind === 'registration' && current.duty.kind === 'collection' && task.paper === current.paper;
}

function taskLine(task: Task, day: DayInfo): string {
  switch (task.kind) {
    case 'paused':
      return PAUSED;
    case 'duty':
      return dutyLine(task.duty);
    case 'seating':
      return seatingLine(task.step);
    case 'milestone':
      return milestoneName(task.item.milestone, day.rules.values);
  }
}

interface CurrentTaskProps extends RailPlace {
  readonly task: Task | null;
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly now: number;
  readonly onChoose: (key: string) => void;
}

function CurrentTask({ task, day, timeline, room, common, now, onChoose }: CurrentTaskProps) {
  if (task?.kind === 'paused')
    return <PausedCard key={task.key} day={day} timeline={timeline.papers[task.paper]} since={task.since} />;
  if (task?.kind === 'seating')
    return <SeatingTask key={task.key} step={task.step} room={room} day={day} timeline={timeline} />;
  if (task === null || task.kind === 'milestone' || room === null)
    return (
      <NowCard
        key={task?.key ?? 'done'}
        day={day}
        timeline={timeline}
        room={room}
        common={common}
        item={task?.kind === 'milestone' ? task.item : null}
      />
    );
  const { duty, paper, since } = task;
  const paperTimeline: PaperTimeline = timeline.papers[paper];
  const isTimed = duty.kind === 'absences' || duty.kind === 'collection';
  const frame = {
    paper,
    title: DUTY_TITLES[duty.kind],
    when: isTimed ? sinceText(since, now) : '',
    tone: isTimed && now - since > OVERDUE_MS ? ('overdue' as const) : ('due' as const),
  };
  const place = { room, day, timeline: paperTimeline };
  return (
    <TaskFrame {...frame}>
      {duty.kind === 'system-setting' && (
        <SystemSettingCard key={task.key} room={room} timeline={paperTimeline} shifts={duty.shifts} />
      )}
      {duty.kind === 'absences' && <AbsenceCard key={task.key} {...place} people={duty.people} />}
      {duty.kind === 'collection' && (
        <CollectCard key={task.key} {...place} onAbsences={() => onChoose(`absences ${paper}`)} />
      )}
      {duty.kind === 'registration' && <RegistrationCard key={task.key} {...place} />}
      {duty.kind === 'room-record' && <RecordDutyCard key={task.key} {...place} />}
    </TaskFrame>
  );
}

/** As on the rail: two minutes past its instant a duty is late. */
const OVERDUE_MS = 120_000;
