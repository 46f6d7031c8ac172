import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { UndoButton, useUndoSecondsLeft } from '../../components/UndoButton.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { nameOf, useEntryRows } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { seatText, shortTimeText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';

/** 缺考考生 as recorded, each with the way back; all at once within the short time. Nothing while there are none. */
export function AbsentPeople({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const absent = useEntryRows(room, paper).filter(({ attendance }) => attendance.status === 'absent');
  const [undoing, setUndoing] = useState<{ readonly target: EventRef; readonly name: string } | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const events = absent.flatMap(({ attendance: { act } }) => (act === null ? [] : [act]));
  if (absent.length === 0) return null;
  return (
    <section className="card" aria-label={`${PAPER_LABELS[paper]}缺考`}>
      <div className="card-head">
        <h2 className="card-title figures">
          {PAPER_LABELS[paper]} 已登记缺考 {absent.length} 人
        </h2>
        {events.length > 1 && <UndoAll targets={events} onError={setError} />}
      </div>
      <ul className="absent-list">
        {absent.map((row) => {
          const { act, refusal } = row.attendance;
          return (
            <li key={row.candidate.candidate} className="absent-row">
              <span className="figures missing-seat">{seatText(row.candidate.seat)}</span>
              <span className="absent-name">{nameOf(row)}</span>
              {refusal !== null && (
                <span className="quiet figures absent-note">{shortTimeText(refusal.occurredAt)} 拒绝入场</span>
              )}
              {act !== null && (
                <UndoButton
                  target={act.event}
                  actor={act.actor}
                  what={`${nameOf(row)} 缺考`}
                  onLate={() => setUndoing({ target: act.event, name: `${nameOf(row)} 缺考` })}
                  onError={setError}
                />
              )}
            </li>
          );
        })}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
      {undoing !== null && <LateUndoDialog {...undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

interface UndoAllProps {
  readonly targets: readonly { readonly event: EventRef; readonly actor: string | null }[];
  readonly onError: (error: ContractError) => void;
}

/** Takes back a whole 缺考登记 that was wrong, while each of its parts can still be taken back alone. */
function UndoAll({ targets, onError }: UndoAllProps) {
  const acting = useActing((store) => store.actor);
  const left = useUndoSecondsLeft(targets[0]?.event ?? null);
  const [isBusy, setBusy] = useState(false);
  if (left === 0 || targets.some(({ actor }) => actor !== acting)) return null;

  async function undoAll(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    for (const { event } of targets) {
      const answer = await ask('act.undo', { target: event });
      if (answer.ok) continue;
      onError(answer.error);
      break;
    }
    setBusy(false);
  }

  return (
    <button type="button" className="button button-quiet undo figures" disabled={isBusy} onClick={() => void undoAll()}>
      全部撤销 {String(left).padStart(2, '0')} 秒
    </button>
  );
}
