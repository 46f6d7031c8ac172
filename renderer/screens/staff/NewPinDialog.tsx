import { type FormEvent, useState } from 'react';
import type { StaffId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { NewPinFields, newPinProblem } from '../../components/NewPinFields.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { signIn } from '../../stores/sign-in.ts';
import { useAct } from '../../stores/use-act.ts';
import { newPinText as words } from '../../text/person.ts';

interface NewPinDialogProps {
  readonly staff: StaffId;
  readonly name: string;
  readonly onClose: () => void;
}

/** A new PIN for oneself, or by the chief for somebody who has forgotten his. */
export function NewPinDialog({ staff, name, onClose }: NewPinDialogProps) {
  const isOwn = useActing((store) => store.actor === staff);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useAct();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (newPinProblem(pin, again) !== null) return;
    if ((await act.run('pin', () => ask('staff.resetPin', { staff, pin }))) === null) return;
    // What proved him before went with the old PIN.
    if (isOwn) await signIn(staff, pin);
    onClose();
  }

  return (
    <FormDialog title={isOwn ? words.title : words.titleFor(name)} isOpen onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void save(event)} noValidate>
        <NewPinFields
          words={words}
          hint={words.hint}
          pin={pin}
          again={again}
          onPin={setPin}
          onAgain={setAgain}
          isChecked={isChecked}
          takesFocus
        />
        {act.error !== null && <ErrorNotice error={act.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={act.busy !== null}>
            {act.busy === null ? words.confirm : words.saving}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
