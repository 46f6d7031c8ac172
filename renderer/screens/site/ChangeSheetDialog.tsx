import { type FormEvent, useState } from 'react';
import type { SheetMaker } from '../../../shared/domain/official-sheet-events.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText } from '../../text/checks.ts';
import { officialSheetText as words } from '../../text/official-sheet.ts';

interface ChangeSheetDialogProps {
  readonly which: SheetMaker;
  readonly onClose: () => void;
}

/** Another 签到表 than the one that was printed already: why. */
export function ChangeSheetDialog({ which, onClose }: ChangeSheetDialogProps) {
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = await run('official', () => ask('officialSheet.choose', { which }, { reason: reason.trim() }));
    if (saved !== null) onClose();
  }

  return (
    <FormDialog title={words.changeTitle} isOpen onClose={onClose} isDismissable={reason === ''}>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <Notice tone="late" what={words.choices[which]} todo={words.changeWhy} />
        <TextField label={words.reason} value={reason} maxLength={500} takesFocus onChange={setReason} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {checkText.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={reason.trim() === '' || busy !== null}>
            {words.change}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
