import { type FormEvent, useId, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { as, type RoomNo, type StaffId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { PinField } from '../../components/TextField.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { arriveText as words } from '../../text/staff.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { freeInvigilators } from './staff-groups.ts';

interface ArriveDialogProps {
  readonly room: RoomNo;
  readonly onClose: () => void;
}

/** 到岗: an invigilator who has no room yet signs in here and takes up his post; he acts from then on. */
export function ArriveDialog({ room, onClose }: ArriveDialogProps) {
  const id = useId();
  const staff = useStation((view) => view.staff);
  const state = useStation((view) => view.state);
  const waiting = freeInvigilators(state, staff).filter(({ leftAt }) => leftAt === null);
  const [who, setWho] = useState<StaffId | null>(waiting.length === 1 ? (waiting[0]?.staff ?? null) : null);
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  async function arrive(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (who === null || isBusy) return;
    setBusy(true);
    const failed = await takeUpPost(who, pin);
    setBusy(false);
    setError(failed);
    if (failed === null) onClose();
    else setPin('');
  }

  return (
    <FormDialog title={words.title} isOpen onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void arrive(event)}>
        <p className="quiet">{words.what(room)}</p>
        {waiting.length === 0 ? (
          <Notice tone="idle" what={words.nobody} />
        ) : (
          <>
            <div className="field">
              <label className="field-label" htmlFor={id}>
                {words.who}
              </label>
              <select
                id={id}
                className="input"
                value={who ?? ''}
                onChange={(event) => setWho(event.target.value === '' ? null : as<StaffId>(event.target.value))}
              >
                <option value="">{words.choose}</option>
                {waiting.map((card) => (
                  <option key={card.staff} value={card.staff}>
                    {card.name}
                  </option>
                ))}
              </select>
            </div>
            <PinField label={words.pin} value={pin} onChange={setPin} />
          </>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <DialogFoot
          confirm={words.confirm}
          isBusy={isBusy}
          isDisabled={who === null || pin.length < 4}
          onClose={onClose}
        />
      </form>
    </FormDialog>
  );
}

/** Null where he is at his post; else why not, and whoever acted before acts on. */
async function takeUpPost(staff: StaffId, pin: string): Promise<ContractError | null> {
  const before = useActing.getState();
  const signedIn = await ask('person.signIn', { staff, pin }, { actor: null });
  if (!signedIn.ok) return signedIn.error;
  before.take({ actor: staff, proof: signedIn.value.proof });
  const arrived = await ask('staff.arrive', {});
  if (!arrived.ok) {
    if (before.actor !== null && before.proof !== null) before.take({ actor: before.actor, proof: before.proof });
    else before.leave();
    return arrived.error;
  }
  await catchUp();
  return null;
}
