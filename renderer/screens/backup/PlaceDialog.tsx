import { useEffect, useState } from 'react';
import type { BackupState, DriveView } from '../../../shared/contract/backup-methods.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { backupText } from '../../text/backup.ts';

interface PlaceDialogProps {
  readonly place: string | null;
  readonly onChosen: (state: BackupState) => void;
  readonly onClose: () => void;
}

/** Which stick or folder takes the copies; the first one is made before the dialog closes. */
export function PlaceDialog({ place, onChosen, onClose }: PlaceDialogProps) {
  const [drives, setDrives] = useState<readonly DriveView[] | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  function take(found: readonly DriveView[]): void {
    setDrives(found);
    // One stick only needs no choice.
    if (found.length === 1) setPicked(found[0]?.path ?? null);
  }

  useEffect(() => {
    let isCurrent = true;
    void findDrives().then((found) => {
      if (isCurrent) take(found);
    });
    return () => {
      isCurrent = false;
    };
  }, []);

  async function search(): Promise<void> {
    setDrives(null);
    take(await findDrives());
  }

  async function choose(wanted: string | null): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    const answer = await ask('backup.choose', { place: wanted });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    onChosen(answer.value);
    onClose();
  }

  const wanted = typed.trim() === '' ? picked : typed.trim();
  return (
    <FormDialog title={backupText.choose.replace('…', '')} isOpen onClose={onClose}>
      <form
        className="place-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== null) void choose(wanted);
        }}
      >
        {drives === null && <p className="quiet">{backupText.searching}</p>}
        {drives?.length === 0 && <p>{backupText.noDrives}</p>}
        {drives !== null && drives.length > 0 && (
          <ChoiceList
            label={backupText.drives}
            choices={drives.map(({ path, name, freeBytes, hasCopies }) => ({
              value: path,
              label: (
                <>
                  <strong>{name}</strong>　{path}　{backupText.free(freeBytes)}
                  {hasCopies && `　${backupText.hasCopies}`}
                </>
              ),
            }))}
            value={typed.trim() === '' ? picked : null}
            onChange={(path) => {
              setPicked(path);
              setTyped('');
            }}
          />
        )}
        <button type="button" className="button button-quiet" onClick={() => void search()}>
          {backupText.again}
        </button>
        <TextField
          label={backupText.other}
          hint={backupText.otherHint}
          value={typed}
          onChange={setTyped}
          maxLength={1000}
        />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          {place !== null && (
            <button
              type="button"
              className="button button-danger-quiet"
              disabled={isBusy}
              onClick={() => void choose(null)}
            >
              {backupText.stop}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {backupText.cancel}
          </button>
          <button
            type="submit"
            className="button button-primary"
            disabled={wanted === null || isBusy}
            aria-busy={isBusy}
          >
            {isBusy ? backupText.running : backupText.use}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}

async function findDrives(): Promise<readonly DriveView[]> {
  const answer = await ask('backup.drives', {});
  return answer.ok ? answer.value.drives : [];
}
