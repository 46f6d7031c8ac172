import { countRoom } from '../../../shared/domain/attendance.ts';
import type { CandidateState, DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { nameOf, useEntryRows } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { REFUSAL_REASONS } from '../../text/check-in.ts';
import { seatText, shortTimeText } from '../../text/format.ts';
import { rulePlace } from '../../text/sources.ts';
import { useDutyDrafts } from '../collect/duty-drafts.ts';
import { useTaskKey } from './use-task-key.ts';

interface AbsenceCardProps {
  readonly room: RoomState;
  readonly day: DayInfo;
  readonly timeline: PaperTimeline;
  readonly people: readonly CandidateState[];
}

/** 缺考登记: everybody who is not there, by name, and one key for all of them. */
export function AbsenceCard({ room, day, timeline, people }: AbsenceCardProps) {
  const { paper } = timeline;
  const rows = useEntryRows(room, paper);
  const { heldBack, hold } = useDutyDrafts();
  const { busy, error, run } = useAct();
  const named = people.filter(({ candidate }) => !heldBack[paper].has(candidate)).map(({ candidate }) => candidate);
  const { present } = countRoom(room, paper);
  const canRecord = named.length > 0 && busy === null;
  const record = () => void run('absences', () => ask('absence.record', { room: room.room, paper, candidates: named }));
  useTaskKey(canRecord ? record : null);
  return (
    <>
      <p className="now-quiet">
        {shortTimeText(timeline.entryClosesAt)} 起不再入场。请当面核对空座；仍在核实的取消勾选，核实后再登记。
      </p>
      {people.length > present && (
        <Notice
          tone="late"
          what={`未到 ${people.length} 人，多于实到 ${present} 人。`}
          todo="若有人已入场而没有在本机签到，请先到「考生签到」补录。"
        />
      )}
      <ul className={people.length > 8 ? 'absentees absentees-many' : 'absentees'} aria-label="未到考生">
        {people.map((candidate) => {
          const row = rows.find((one) => one.candidate.candidate === candidate.candidate);
          const isNamed = !heldBack[paper].has(candidate.candidate);
          const refusal = row?.attendance.refusal ?? null;
          return (
            <li key={candidate.candidate}>
              <label className={isNamed ? 'absentee' : 'absentee absentee-held'}>
                <input
                  type="checkbox"
                  checked={isNamed}
                  onChange={(event) => hold(paper, candidate.candidate, !event.target.checked)}
                />
                <span className="absentee-seat figures">{seatText(candidate.seat)}</span>
                <span className="absentee-name">{row === undefined ? '' : nameOf(row)}</span>
                {!isNamed && <span className="tag tone-late">还在核实</span>}
                {refusal !== null && (
                  <span className="tag figures">
                    <Mark shape="forbidden" />
                    {shortTimeText(refusal.occurredAt)} 拒绝入场
                    {refusal.refusal === null ? '' : `（${REFUSAL_REASONS[refusal.refusal]}）`}
                  </span>
                )}
              </label>
            </li>
          );
        })}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
      <div className="now-foot">
        <button type="button" className="button button-primary" disabled={!canRecord} onClick={record}>
          {busy === null ? `登记缺考 ${named.length} 人` : '正在保存…'}
          <KeyHint name="F2" />
        </button>
        <p className="now-rule">
          按时到场而漏签的人，之后补录入场，缺考即取消
          <br />
          由监考员执行；{rulePlace('R35', day.rules.edition)}
        </p>
      </div>
    </>
  );
}
