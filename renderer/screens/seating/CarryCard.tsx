import { useState } from 'react';
import type { BackToBack } from '../../../shared/domain/seating.ts';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import { judgeEntry } from '../../../shared/domain/timeline.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useStation } from '../../stores/station-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { useNow } from '../../stores/use-now.ts';
import { CARRY_HINT, carryLabel, leftOutText } from '../../text/seating.ts';
import { useTaskKey } from '../day/use-task-key.ts';
import { CarryMap } from './CarryMap.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { LateCarryFields } from './LateCarryFields.tsx';
import { type LateCarry, lateCarryOf } from './late-carry.ts';
import { planCarry, seatedRange } from './seating-plan.ts';
import { useSeatingDrafts } from './seating-drafts.ts';

interface CarryCardProps {
  readonly room: RoomState;
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly passage: BackToBack;
}

/** 留座连场: first who is apart from the rest, then the room; one key for everybody who sits there. */
export function CarryCard({ room, day, timeline, passage }: CarryCardProps) {
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const { said, say, forget } = useSeatingDrafts();
  const { busy, error, run } = useAct();
  const [late, setLate] = useState<LateCarry>(() => ({
    when: null,
    time: '',
    reason: '',
    second: secondOf(staff, actor)?.staff ?? null,
  }));
  const plan = planCarry(room, timeline, { passage, now, said });
  const paper = passage.later;
  const { startsAt } = timeline.papers[paper];
  const verdict = judgeEntry(timeline.papers[paper], now);
  const range = seatedRange(plan, startsAt);
  const isLate = verdict.kind === 'late' && range !== null;
  const how = isLate ? lateCarryOf(late, range, now) : { missing: null, options: {} };
  const canConfirm = plan.chosen.size > 0 && busy === null && how.missing === null;

  async function confirm(): Promise<void> {
    const input = { room: room.room, paper, candidates: [...plan.chosen] };
    if ((await run('carry', () => ask('seating.carryOver', input, how.options))) !== null) forget();
  }

  useTaskKey(canConfirm ? () => void confirm() : null);
  return (
    <div className="carry">
      <DifferenceList differences={plan.differences} />
      {isLate && (
        <LateCarryFields late={late} onChange={setLate} range={range} minutes={verdict.lateMinutes} now={now} />
      )}
      <p className="now-quiet carry-hint">{CARRY_HINT}</p>
      <CarryMap
        room={room}
        paper={paper}
        seatsPerRoom={day.rules.values.seatsPerRoom}
        plan={plan}
        onToggle={(candidate) => say(candidate, !plan.chosen.has(candidate))}
      />
      {error !== null && <ErrorNotice error={error} />}
      <div className="now-foot carry-foot">
        <button type="button" className="button button-primary" disabled={!canConfirm} onClick={() => void confirm()}>
          <span className="figures">{busy === null ? carryLabel(plan.chosen.size) : '正在保存…'}</span>
          <KeyHint name="F2" />
        </button>
        <p className="carry-out figures">{how.missing ?? leftOutText(plan.carries, plan.chosen)}</p>
      </div>
    </div>
  );
}
