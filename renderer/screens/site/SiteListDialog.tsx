import { type FormEvent, useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText } from '../../text/checks.ts';
import type { CheckTexts } from './use-check-texts.ts';

interface SiteListDialogProps {
  readonly shown: CheckTexts['lists'][number];
  readonly onClose: () => void;
}

/** A list as it was given for this exam, a line each. */
export function SiteListDialog({ shown, onClose }: SiteListDialogProps) {
  const before = shown.lines.join('\n');
  const [text, setText] = useState(before);
  const { busy, error, run } = useAct();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if ((await run(shown.list, () => ask('checks.writeList', { list: shown.list, lines }))) !== null) onClose();
  }

  return (
    <FormDialog title={checkText.editList(shown.list)} isOpen onClose={onClose} isDismissable={text === before}>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <TextArea label={checkText.editHint} value={text} rows={12} maxLength={8000} onChange={setText} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {checkText.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={busy !== null}>
            {checkText.save}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
