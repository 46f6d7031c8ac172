import { signalOf } from '../../../shared/domain/rail-progress.ts';
import type { DayInfo } from '../../../shared/domain/state.ts';
import type { Milestone, RailItem, Timeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useNow } from '../../stores/use-now.ts';
import { milestoneName } from '../../text/announcements.ts';
import { doneLabel, SIGNAL_LABELS } from '../../text/day.ts';
import { neatTimeText, spanText, spokenSpan } from '../../text/format.ts';
import { milestoneWords } from './milestone-words.ts';
import { MilestonePending } from './MilestonePending.tsx';
import { canConfirmFrom, type RailPlace } from './rail-of.ts';
import { RoomRules } from './RoomRules.tsx';
import { TaskFrame } from './TaskFrame.tsx';
import { useConfirmMilestone } from './use-confirm-milestone.ts';
import { useTaskKey } from './use-task-key.ts';

interface NowCardProps extends RailPlace {
  readonly day: DayInfo;
  readonly timeline: Timeline;
  /** The item of the rail that comes first; null when all are done. */
  readonly item: RailItem | null;
}

/** The one thing to do: what, when, what to say, who, by which rule, and the one key that says it is done. */
export function NowCard({ day, timeline, room, common, item }: NowCardProps) {
  const now = useNow();
  const { busy, error, confirm } = useConfirmMilestone(room === null);
  const milestone = item?.milestone ?? null;
  const act = milestone === null ? null : actLabel(milestone, room === null);
  const canConfirm = act !== null && milestone !== null && now >= canConfirmFrom(milestone, timeline) && busy === null;
  useTaskKey(canConfirm ? () => confirm(milestone) : null);
  if (item === null || milestone === null) return <DayDone />;
  const { kind, paper } = milestone;
  const words = milestoneWords(milestone, { day, timeline, room, common, now });
  const canConfirmAt = canConfirmFrom(milestone, timeline);
  return (
    <TaskFrame
      paper={paper}
      title={milestoneName(milestone, day.rules.values)}
      when={whenText(item, now)}
      tone={item.state === 'done' ? 'due' : item.state}
    >
      <MilestonePending milestone={milestone} timeline={timeline} />
      {words.text === null || words.isTooLate ? (
        <p className="now-quiet">
          {words.isTooLate ? '时机已过，不再宣读。当时已宣读的，请确认；没有宣读的，请报主考。' : words.silentText}
        </p>
      ) : (
        <blockquote className="now-text">{words.text}</blockquote>
      )}
      {kind === 'rules-reading' && !words.isTooLate && <RoomRules rules={day.rules} />}
      <div className="now-foot">
        {act !== null && (
          <button
            type="button"
            className="button button-primary"
            disabled={!canConfirm}
            onClick={() => confirm(milestone)}
          >
            {busy === milestone.id ? '正在保存…' : act}
            <KeyHint name="F2" />
          </button>
        )}
        {act !== null && !canConfirm && busy === null && Number.isFinite(canConfirmAt) && (
          <span className="quiet figures">{neatTimeText(canConfirmAt)} 起可以确认</span>
        )}
        <p className="now-rule">
          {words.who}；{words.rule}
        </p>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </TaskFrame>
  );
}

/** What the one key says; null where it is not for this place to confirm. */
function actLabel({ kind }: Milestone, isOffice: boolean): string | null {
  if (!isOffice) return doneLabel(kind);
  const signal = signalOf(kind);
  return signal === null ? null : SIGNAL_LABELS[signal];
}

function whenText({ milestone, state }: RailItem, now: number): string {
  const time = neatTimeText(milestone.at);
  if (milestone.at > now) return `${time}，还有 ${spanText(milestone.at - now)}`;
  const passed = now - milestone.at;
  if (state === 'upcoming') return time;
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
