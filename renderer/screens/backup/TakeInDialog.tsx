import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { refreshSetup } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { backupText, takeInText } from '../../text/backup.ts';
import { CopyList } from './CopyList.tsx';
import { FolderSearch } from './FolderSearch.tsx';
import { useCopies } from './use-copies.ts';

/** 并入: another computer's copy of this day brings what is not here. */
export function TakeInDialog({ onClose }: { readonly onClose: () => void }) {
  const { copies, error: searchError, search } = useCopies();
  const day = useStation((view) => view.status?.current?.day ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const [taken, setTaken] = useState<MethodOutput<'backup.takeIn'> | null>(null);
  const ofDay = copies?.filter((copy) => copy.day === day) ?? null;
  const folder = chosen ?? (ofDay?.length === 1 ? (ofDay[0]?.folder ?? null) : null);

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
      {ofDay === null && <p className="quiet">{backupText.searching}</p>}
      {ofDay?.length === 0 && <p>{takeInText.none}</p>}
      {ofDay !== null && ofDay.length > 0 && (
        <CopyList
          label={backupText.hasCopies}
          copies={ofDay}
          chosen={folder}
          onChoose={setChosen}
          objection={() => null}
        />
      )}
      <FolderSearch isBusy={copies === null} onSearch={(named) => void search(named)} />
      {taken !== null && (
        <Notice tone={taken.fault === null ? 'present' : 'late'} what={takeInText.added(taken.added)}>
          {taken.fault !== null && <p className="notice-todo">{takeInText.broken}</p>}
        </Notice>
      )}
      {(error ?? searchError) !== null && <ErrorNotice error={(error ?? searchError) as ContractError} />}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          关闭
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
