import { useState } from 'react';
import { type Registrable, registrables } from '../../../shared/domain/collection.ts';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { findViolation } from '../../../shared/domain/violations.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { LateUndoDialog } from '../../components/LateUndoDialog.tsx';
import { Mark } from '../../components/Mark.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { nameOf } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { seatText, shortTimeText } from '../../text/format.ts';
import type { Registration } from './use-registration.ts';

interface RegistrationTicksProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly registration: Registration;
}

/** Every absence and violation of a paper, and whether it stands in 监考管理系统 too. A tick is recorded at once. */
export function RegistrationTicks({ room, paper, registration }: RegistrationTicksProps) {
  const cards = useStation((view) => view.cards);
  const staff = useStation((view) => view.staff);
  const { busy, register, setError } = registration;
  const [undoing, setUndoing] = useState<{ readonly target: EventRef; readonly name: string } | null>(null);
  return (
    <>
      <ul className="ticks" aria-label="监考管理系统登记">
        {registrables(room, paper).map((one) => {
          const { candidate, act, registered } = one;
          const name = nameOf({ candidate, card: cards[candidate.candidate] ?? null });
          const what = `${seatText(candidate.seat)} 座 ${name} ${actText(one)}`;
          return (
            <li key={eventKey(act.event)} className="tick">
              <label className="check">
                {registered === null ? (
                  <input
                    type="checkbox"
                    checked={false}
                    disabled={busy !== null}
                    aria-label={`${what} 已登记`}
                    onChange={() => register([act.event])}
                  />
                ) : (
                  <span className="ticked ink-present">
                    <Mark shape="done" />
                  </span>
                )}
                <span className={act.kind === 'absent' ? 'tick-mark ink-idle' : 'tick-mark ink-violation'}>
                  <Mark shape={act.kind === 'absent' ? 'absent' : 'violation'} />
                </span>
                <span>
                  <strong className="figures">{seatText(candidate.seat)}</strong> {name}
                  <span className="tick-what"> {actText(one)}</span>
                </span>
              </label>
              {registered !== null && (
                <span className="tick-done figures">
                  {shortTimeText(registered.occurredAt)} 已登记{' '}
                  {staff.find((card) => card.staff === registered.actor)?.name ?? ''}
                  <UndoButton
                    target={registered.event}
                    actor={registered.actor}
                    what={`登记 ${what}`}
                    onLate={() =>
                      setUndoing({ target: registered.event, name: `${seatText(candidate.seat)} 座 ${name} 登记` })
                    }
                    onError={setError}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {undoing !== null && <LateUndoDialog {...undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

function actText({ act, isOvertaken }: Registrable): string {
  const what = act.kind === 'absent' ? '缺考' : `违纪 ${act.code} ${findViolation(act.code)?.behaviour ?? ''}`;
  return isOvertaken ? `${what}（本机已更正，请在系统中撤销，再撤销这条登记）` : what;
}
