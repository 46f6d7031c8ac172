import { type FormEvent, useId, useState } from 'react';
import { as, type StaffId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { NewPinFields, newPinProblem } from '../../components/NewPinFields.tsx';
import { RecoveryFields, useRecoveryGroups } from '../../components/RecoveryFields.tsx';
import { FieldProblem } from '../../components/TextField.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { lostPinText as words } from '../../text/recovery.ts';
import { ROLE_LABELS } from '../../text/words.ts';

interface LostPinDialogProps {
  /** Whose PIN was asked for when it was not known. */
  readonly first?: StaffId | null;
  readonly onClose: () => void;
}

/** 忘记 PIN: the code of the 恢复单 in place of the old one. */
export function LostPinDialog({ first = null, onClose }: LostPinDialogProps) {
  const id = useId();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [whose, setWhose] = useState<StaffId | null>(first ?? actor);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isDone, setDone] = useState(false);
  const { groups, setGroups, isWhole, isEmpty } = useRecoveryGroups();
  const act = useAct();

  async function replace(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (whose === null || newPinProblem(pin, again) !== null || !isWhole) return;
    const input = { staff: whose, pin, groups: [...groups] };
    if ((await act.run('pin', () => ask('staff.replacePin', input))) !== null) setDone(true);
  }

  if (isDone) {
    const name = staff.find((card) => card.staff === whose)?.name ?? '';
    return (
      <FormDialog title={words.title} isOpen onClose={onClose}>
        <div className="dialog-body">
          <Notice tone="present" what={words.done(name)} />
          <div className="dialog-actions">
            <button type="button" className="button button-primary" onClick={onClose}>
              {words.close}
            </button>
          </div>
        </div>
      </FormDialog>
    );
  }
  return (
    <FormDialog title={words.title} isOpen onClose={onClose} isDismissable={isEmpty}>
      <form className="dialog-body" onSubmit={(event) => void replace(event)} noValidate>
        <p>{words.what}</p>
        <RecoveryFields groups={groups} onChange={setGroups} takesFocus />
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {words.whose}
          </label>
          <select
            id={id}
            className="input"
            value={whose ?? ''}
            onChange={(event) => setWhose(event.target.value === '' ? null : as<StaffId>(event.target.value))}
          >
            {whose === null && <option value="">{words.choose}</option>}
            {staff.map((card) => (
              <option key={card.staff} value={card.staff}>
                {card.name}（{ROLE_LABELS[card.role]}）
              </option>
            ))}
          </select>
          {isChecked && whose === null && <FieldProblem text={words.choose} />}
        </div>
        <NewPinFields
          words={words}
          hint={words.pinHint}
          pin={pin}
          again={again}
          onPin={setPin}
          onAgain={setAgain}
          isChecked={isChecked}
        />
        {act.error !== null && <ErrorNotice error={act.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={!isWhole || act.busy !== null}>
            {act.busy === null ? words.confirm : words.saving}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
