import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useNow } from '../../stores/use-now.ts';
import { announcement, milestoneName } from '../../text/announcements.ts';
import { doneLabel, WHO_LABELS } from '../../text/day.ts';
import { neatTimeText, spanText, spokenSpan } from '../../text/format.ts';
import { milestoneRuleText } from '../../text/rule-text.ts';
import { canConfirmFrom, minutesLeftOf, tooLateToSayFrom } from './rail-of.ts';
import { RoomRules } from './RoomRules.tsx';
import { TaskFrame } from './TaskFrame.tsx';
import { useConfirmMilestone } from './use-confirm-milestone.ts';
import { useTaskKey } from './use-task-key.ts';

interface NowCardProps {
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly room: RoomState | null;
  /** The item of the rail that comes first; null when all are done. */
  readonly item: RailItem | null;
}

/** The one thing to do: what, when, what to say, who, by which rule, and the one key that says it is done. */
export function NowCard({ day, timeline, room, item }: NowCardProps) {
  const now = useNow();
  const { busy, error, confirm } = useConfirmMilestone();
  const milestone = item?.milestone ?? null;
  const canConfirm = room !== null && milestone !== null && now >= canConfirmFrom(milestone) && busy === null;
  useTaskKey(canConfirm ? () => confirm(milestone) : null);
  if (item === null || milestone === null) return <DayDone />;
  const { kind, paper } = milestone;
  const planned = minutesLeftOf(milestone, timeline, milestone.at);
  // Read out late, the sentence still says how long it really is.
  const left = minutesLeftOf(milestone, timeline, Math.max(now, milestone.at));
  const text = announcement(kind, paper, day.rules.values, left);
  const isTooLate = text !== null && now >= tooLateToSayFrom(milestone, timeline);
  return (
    <TaskFrame
      paper={paper}
      title={milestoneName(kind, day.rules.values)}
      when={whenText(item, now)}
      tone={item.state === 'done' ? 'due' : item.state}
    >
      {text === null || isTooLate ? (
        <p className="now-quiet">
          {isTooLate ? '时机已过，不再宣读。当时已宣读的，请确认；没有宣读的，请报主考。' : '这一项不用宣读。'}
        </p>
      ) : (
        <blockquote className="now-text">{text}</blockquote>
      )}
      {kind === 'rules-reading' && !isTooLate && <RoomRules rules={day.rules} />}
      <div className="now-foot">
        {room !== null && (
          <button
            type="button"
            className="button button-primary"
            disabled={!canConfirm}
            onClick={() => confirm(milestone)}
          >
            {busy === milestone.id ? '正在保存…' : doneLabel(milestone.kind)}
            <KeyHint name="F2" />
          </button>
        )}
        {!canConfirm && busy === null && room !== null && (
          <span className="quiet figures">{neatTimeText(canConfirmFrom(milestone))} 起可以确认</span>
        )}
        <p className="now-rule">
          {WHO_LABELS[milestone.who]}；{milestoneRuleText(kind, paper, day.rules, planned)}
        </p>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </TaskFrame>
  );
}

function whenText({ milestone, state }: RailItem, now: number): string {
  const time = neatTimeText(milestone.at);
  if (milestone.at > now) return `${time}，还有 ${spanText(milestone.at - now)}`;
  const passed = now - milestone.at;
  if (state === 'overdue') return `${time}，已过 ${spokenSpan(passed)}`;
  return passed < 60_000 ? `${time}，现在` : `${time}，已到 ${spokenSpan(passed - (passed % 60_000))}`;
}

function DayDone() {
  return (
    <section className="card now now-done">
      <h2 className="now-title">今日时间轴已走完</h2>
      <p className="now-quiet">签到表和考场情况记录单都在「文书打印」里，签字后归档。</p>
    </section>
  );
}
