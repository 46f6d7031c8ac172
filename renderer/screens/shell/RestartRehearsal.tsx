import { type FormEvent, useState } from 'react';
import type { Edition } from '../../../shared/domain/rules.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { useDay } from '../../stores/room-view.ts';
import { rehearsalText } from '../../text/rehearsal.ts';
import { EditionPicker } from '../start/RehearsalChoices.tsx';
import { restartRehearsal } from '../start/rehearsal-set-up.ts';

/** Another rehearsal from its beginning; what the last one recorded stays in the folder. */
export function RestartRehearsal() {
  const current = useDay()?.rules.edition ?? 'R2022';
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Edition | null>(null);
  const edition = chosen ?? current;

  function restart(event: FormEvent): void {
    event.preventDefault();
    setOpen(false);
    void restartRehearsal(edition);
  }

  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
        {rehearsalText.again}
      </button>
      <FormDialog title={rehearsalText.restart} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="rehearsal-again" onSubmit={restart}>
          <p>{rehearsalText.againLine}</p>
          <EditionPicker edition={edition} onChange={setChosen} />
          <div className="dialog-actions">
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {rehearsalText.cancel}
            </button>
            <button type="submit" className="button button-primary">
              {rehearsalText.restart}
            </button>
          </div>
        </form>
      </FormDialog>
    </>
  );
}
