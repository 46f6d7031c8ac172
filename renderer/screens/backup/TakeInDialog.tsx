import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { refreshSetup } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { backupText, takeInText } from '../../text/backup.ts';
import { CopyFinder } from './CopyFinder.tsx';
import { useCopies } from './use-copies.ts';

/** 并入: another computer's copy of this day brings what is not here. */
export function TakeInDialog({ onClose }: { readonly onClose: () => void }) {
  const day = useStation((view) => view.status?.current?.day ?? null);
  const choice = useCopies({ isWanted: (copy) => copy.day === day });
  const { folder } = choice;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const [taken, setTaken] = useState<MethodOutput<'backup.takeIn'> | null>(null);

  async function takeIn(): Promise<void> {
    if (folder === null || isBusy) return;
    setBusy(true);
    setError(null);
    setTaken(null);
    const answer = await ask('backup.takeIn', { folder });
    if (answer.ok) setTaken(answer.value);
    else setError(answer.error);
    // Its own epoch may be another now, where it had lost its tail without knowing.
    await refreshSetup();
    setBusy(false);
  }

  return (
    <FormDialog title={takeInText.title} isOpen onClose={onClose}>
      <p>{takeInText.line}</p>
      <CopyFinder label={backupText.hasCopies} none={takeInText.none} choice={choice} />
      {taken !== null && (
        <Notice tone={taken.fault === null ? 'present' : 'late'} what={takeInText.added(taken.added)}>
          {taken.fault !== null && <p className="notice-todo">{takeInText.broken}</p>}
        </Notice>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {takeInText.close}
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={folder === null || isBusy}
          aria-busy={isBusy}
          onClick={() => void takeIn()}
        >
          {isBusy ? takeInText.taking : takeInText.take}
        </button>
      </div>
    </FormDialog>
  );
}
