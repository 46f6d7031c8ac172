import { type Shift, systemTargetOf, withdrawalOf } from '../../../shared/domain/course.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useStation } from '../../stores/station-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { useNow } from '../../stores/use-now.ts';
import { settingText, SYSTEM_SETTING, systemDeadlineText } from '../../text/course.ts';
import { knownToSystem } from './system-known.ts';

interface SystemSettingCardProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  /** What the exam system does not know yet. */
  readonly shifts: readonly Shift[];
}

/** 待考试系统确认: what 技术支持 sets in 监考管理系统, ticked one by one once it is. */
export function SystemSettingCard({ room, timeline, shifts }: SystemSettingCardProps) {
  const now = useNow();
  const { busy, error, run } = useAct();
  const technician = useStation((view) => view.staff).find(({ role }) => role === 'technician')?.staff ?? null;
  const [first] = shifts;

  function confirm(shift: Shift): void {
    const { paper } = timeline;
    const target = systemTargetOf(room.course, shift);
    void run(eventKey(shift.event), () =>
      ask('adjustment.setInSystem', { room: room.room, paper, target, technician }),
    );
  }

  useFunctionKey('F3', first === undefined || busy !== null ? null : () => confirm(first));
  const deadline = deadlineOf(room, timeline, shifts);
  return (
    <>
      <p className="now-quiet">{SYSTEM_SETTING.what}</p>
      <ul className="settings-due">
        {shifts.map((shift) => (
          <li key={eventKey(shift.event)} className="setting-due">
            <span className="setting-text figures">{settingText(shift, figuresOf(room, shift, timeline))}</span>
            <button
              type="button"
              className={shift === first ? 'button button-primary' : 'button'}
              disabled={busy !== null}
              onClick={() => confirm(shift)}
            >
              {busy === eventKey(shift.event) ? '正在保存…' : SYSTEM_SETTING.done}
              {shift === first && <KeyHint name="F3" />}
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
      {deadline !== null && (
        <p
          className={
            deadline.at - now < URGENT_MS ? 'setting-deadline setting-urgent figures' : 'setting-deadline figures'
          }
        >
          {systemDeadlineText(deadline.isStart, deadline.at, now)}
        </p>
      )}
    </>
  );
}

/** From when on the old end is near enough to be called urgent. */
const URGENT_MS = 10 * 60_000;

/** Until when it must be set: the start, or else the end, by which the exam system goes without it. */
function deadlineOf(room: RoomState, { paper }: PaperTimeline, shifts: readonly Shift[]) {
  const standing = shifts.filter((shift) => withdrawalOf(room.course, shift) === null);
  const known = knownToSystem(room, paper);
  if (known === null || standing.length === 0) return null;
  const isStart = standing.some(({ kind }) => kind === 'delay');
  return { isStart, at: isStart ? known.startsAt : known.endsAt };
}

/** What is to stand in the exam system: the end of its seats, where it is for some. */
function figuresOf({ course }: RoomState, shift: Shift, timeline: PaperTimeline) {
  const [seat] = shift.kind === 'extension' ? (shift.seats ?? []) : [];
  const { startsAt, endsAt } = seat === undefined ? timeline : timelineOfSeat(timeline, seat);
  return { startsAt, endsAt, isWithdrawn: withdrawalOf(course, shift) !== null };
}
