import { useState } from 'react';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline, Timeline } from '../../../shared/domain/timeline-types.ts';
import { useNow } from '../../stores/use-now.ts';
import { milestoneTitle } from '../../text/announcements.ts';
import { DUTY_TITLES, dutyLine } from '../../text/collect.ts';
import { sinceText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { CollectCard } from '../collect/CollectCard.tsx';
import { useDutyDrafts } from '../collect/duty-drafts.ts';
import { AbsenceCard } from './AbsenceCard.tsx';
import { NowCard } from './NowCard.tsx';
import { RecordDutyCard } from './RecordDutyCard.tsx';
import { RegistrationCard } from './RegistrationCard.tsx';
import { TaskFrame } from './TaskFrame.tsx';
import { openTasks, type Task } from './tasks.ts';

interface TaskAreaProps {
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly room: RoomState | null;
}

/** A task that somebody has put first, and what stood there then: something more urgent takes the place again. */
interface Chosen {
  readonly key: string;
  readonly before: string;
}

/** The one thing to do now, and in one line what else waits. */
export function TaskArea({ day, timeline, room }: TaskAreaProps) {
  const now = useNow();
  const held = useDutyDrafts((drafts) => drafts.heldBack);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const heldBack = new Set([...held.theory, ...held.practical]);
  const tasks = openTasks({ timeline, room, now, heldBack });
  const [first] = tasks;
  const current = tasks.find(({ key }) => chosen?.key === key && chosen.before === first?.key) ?? first;
  const waiting = tasks.filter(
    (task) => task !== current && (task.kind === 'duty' || task === first) && !standsIn(task, current),
  );
  const choose = (key: string) => setChosen({ key, before: first?.key ?? '' });
  return (
    <>
      <CurrentTask task={current ?? null} day={day} timeline={timeline} room={room} now={now} onChoose={choose} />
      {waiting.length > 0 && (
        <nav className="waiting" aria-label="还有待办">
          <span className="waiting-title">还有</span>
          {waiting.map((task) => (
            <button key={task.key} type="button" className="button button-small" onClick={() => choose(task.key)}>
              {PAPER_LABELS[task.paper]} · {taskLine(task, day)}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}

/** 收卷 has the paper's ticks of 监考管理系统 in its own form. */
function standsIn(task: Task, current: Task | undefined): boolean {
  if (task.kind !== 'duty' || current?.kind !== 'duty') return false;
  return task.duty.kind === 'registration' && current.duty.kind === 'collection' && task.paper === current.paper;
}

function taskLine(task: Task, day: DayInfo): string {
  if (task.kind === 'duty') return dutyLine(task.duty);
  const { kind, paper } = task.item.milestone;
  return milestoneTitle(kind, paper, day.rules.values).split(' · ').at(-1) ?? '';
}

interface CurrentTaskProps {
  readonly task: Task | null;
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly room: RoomState | null;
  readonly now: number;
  readonly onChoose: (key: string) => void;
}

function CurrentTask({ task, day, timeline, room, now, onChoose }: CurrentTaskProps) {
  if (task === null || task.kind === 'milestone' || room === null)
    return (
      <NowCard
        key={task?.key ?? 'done'}
        day={day}
        timeline={timeline}
        room={room}
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
