import type { FormEvent } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { RecoveryFields, useRecoveryGroups } from '../../components/RecoveryFields.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkSheetText as words } from '../../text/recovery.ts';

/** The code typed back from paper, once. */
export function CheckSheetDialog({ sheet, onClose }: { readonly sheet: string; readonly onClose: () => void }) {
  const { groups, setGroups, isWhole, isEmpty } = useRecoveryGroups();
  const act = useAct();

  async function check(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isWhole) return;
    const receipt = await act.run('check', () => ask('recovery.checkSheet', { groups: [...groups] }));
    if (receipt !== null) onClose();
  }

  return (
    <FormDialog title={words.title} isOpen onClose={onClose} isDismissable={isEmpty}>
      <form className="dialog-body" onSubmit={(event) => void check(event)} noValidate>
        <p>{words.what(sheet)}</p>
        <RecoveryFields groups={groups} onChange={setGroups} takesFocus isProof />
        {act.error !== null && <ErrorNotice error={act.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.later}
          </button>
          <button type="submit" className="button button-primary" disabled={!isWhole || act.busy !== null}>
            {act.busy === null ? words.confirm : words.checking}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
