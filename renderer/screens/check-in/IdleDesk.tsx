import { countRoom } from '../../../shared/domain/attendance.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { judgeEntry } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { UndoButton, useUndoSecondsLeft } from '../../components/UndoButton.tsx';
import { useNow } from '../../stores/use-now.ts';
import { HINTS } from '../../text/check-in.ts';
import { neatTimeText, seatText, spanText, timeText } from '../../text/format.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { RoomMap } from './RoomMap.tsx';
import type { LastAct } from './use-entry-acts.ts';

interface IdleDeskProps {
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly last: LastAct | null;
  readonly isUndone: boolean;
  readonly setError: (error: ContractError) => void;
}

const HINTS_UNTIL = 5;

/** Nobody on screen: what was done last, whether the door is open, and in the first minutes how it goes. */
export function IdleDesk({ room, timeline, last, isUndone, setError }: IdleDeskProps) {
  // As long as it can be taken back; then the door's own state counts again.
  const isFresh = useUndoSecondsLeft(last?.event ?? null) > 0;
  const isFirstMinutes = countRoom(room, timeline.paper).present < HINTS_UNTIL;
  return (
    <div className="idle">
      {isFresh && last !== null ? (
        <LastActLine last={last} isUndone={isUndone} setError={setError} />
      ) : (
        <DoorLine timeline={timeline} />
      )}
      <RoomMap room={room} paper={timeline.paper} />
      {isFirstMinutes && (
        <ol className="hints">
          {HINTS.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

function DoorLine({ timeline }: { readonly timeline: PaperTimeline }) {
  const now = useNow();
  const verdict = judgeEntry(timeline, now);
  const paper = PAPER_TITLES[timeline.paper];
  switch (verdict.kind) {
    case 'too-early':
      return (
        <Large
          what={`未到入场时间，还有 ${spanText(verdict.opensAt - now)}`}
          more={`${paper} ${neatTimeText(verdict.opensAt)} 开始入场；现在可以查找，不能确认。`}
        />
      );
    case 'closed':
      return (
        <Large what="禁止入场" more={`${paper} ${neatTimeText(verdict.closedAt)} 已截止；再有人来，请登记拒绝入场。`} />
      );
    case 'late':
      return (
        <Large what="已开考，请扫准考证" more={`按迟到登记，${neatTimeText(timeline.entryClosesAt)} 起禁止入场。`} />
      );
    case 'on-time':
      return <Large what="请扫准考证" more={`${paper}，${neatTimeText(timeline.startsAt)} 开考。`} />;
  }
}

function Large({ what, more }: { readonly what: string; readonly more: string }) {
  return (
    <div className="idle-door">
      <p className="idle-what figures">{what}</p>
      <p className="idle-more figures">{more}</p>
    </div>
  );
}

interface LastActLineProps {
  readonly last: LastAct;
  readonly isUndone: boolean;
  readonly setError: (error: ContractError) => void;
}

function LastActLine({ last, isUndone, setError }: LastActLineProps) {
  const isIn = last.kind === 'checked-in';
  const tone = isUndone ? 'idle' : isIn ? 'present' : 'violation';
  const act = isIn ? '签到' : '登记拒绝入场';
  return (
    <section className={`last-act tone-${tone}`}>
      <Mark shape={isUndone || isIn ? 'done' : 'forbidden'} />
      <output className="last-act-text">
        <span className="last-act-what">
          {last.seat !== null && <span className="figures">{seatText(last.seat)} 座 </span>}
          <span className="last-act-name">{last.name}</span>
          <span> {isUndone ? `的${act}已撤销` : `已${act}`}</span>
        </span>
        <span className="last-act-more figures">
          {timeText(last.at)}
          {isUndone ? '的记录保留，另加一条撤销' : `${last.note === '' ? '' : `，${last.note}`}，已存入本机`}
        </span>
      </output>
      {!isUndone && (
        <UndoButton target={last.event} actor={last.actor} what={last.name} hotkey="F9" onError={setError} />
      )}
    </section>
  );
}
