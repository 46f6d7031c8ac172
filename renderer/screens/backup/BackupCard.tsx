import { useEffect, useState } from 'react';
import type { BackupState } from '../../../shared/contract/backup-methods.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { refreshSetup } from '../../stores/station-link.ts';
import { backupText } from '../../text/backup.ts';
import { saveTrouble } from '../../text/save.ts';
import { PlaceDialog } from './PlaceDialog.tsx';
import { TakeInDialog } from './TakeInDialog.tsx';

/** How often the card looks again while it is open. */
const LOOK_EVERY_MS = 5000;

/** 备份: where the copies go and how new the newest one is. */
export function BackupCard() {
  const [state, setState] = useBackupState();
  const [open, setOpen] = useState<'place' | 'take-in' | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  async function run(): Promise<void> {
    setRunning(true);
    setError(null);
    const answer = await ask('backup.run', {});
    if (answer.ok) setState(answer.value);
    else setError(answer.error);
    setRunning(false);
  }

  function take(chosen: BackupState): void {
    setState(chosen);
    void refreshSetup(); // 今日考务 reminds nobody any more
  }

  const hasPlace = state !== null && state.place !== null;
  return (
    <section className="card backup-card" aria-label={backupText.title}>
      <h2 className="card-title">{backupText.title}</h2>
      <p>{backupText.line}</p>
      {state !== null && <StateLines state={state} />}
      {error !== null && <ErrorNotice error={error} />}
      <div className="backup-acts">
        {hasPlace && (
          <button
            type="button"
            className="button"
            disabled={isRunning}
            aria-busy={isRunning}
            onClick={() => void run()}
          >
            {isRunning ? backupText.running : backupText.now}
          </button>
        )}
        <button
          type="button"
          className={hasPlace ? 'button' : 'button button-primary'}
          onClick={() => setOpen('place')}
        >
          {hasPlace ? backupText.another : backupText.choose}
        </button>
        <button type="button" className="button button-quiet" onClick={() => setOpen('take-in')}>
          {backupText.takeIn}
        </button>
      </div>
      {open === 'place' && <PlaceDialog place={state?.place ?? null} onChosen={take} onClose={() => setOpen(null)} />}
      {open === 'take-in' && <TakeInDialog onClose={() => setOpen(null)} />}
    </section>
  );
}

function StateLines({ state }: { readonly state: BackupState }) {
  const { place, last, trouble, behind } = state;
  if (place === null) return <Notice tone="late" what={backupText.none} />;
  return (
    <>
      {trouble !== null && <Notice tone="late" {...saveTrouble(trouble)} />}
      <p className="backup-place">{backupText.place(place)}</p>
      <p className="figures">
        {last === null
          ? backupText.notYet
          : `${backupText.last(last.at, last.isOutside)}，${backupText.behind(behind)}`}
      </p>
    </>
  );
}

function useBackupState() {
  const [state, setState] = useState<BackupState | null>(null);
  const actor = useActing((store) => store.actor);
  useEffect(() => {
    if (actor === null) return undefined;
    let isCurrent = true;
    const look = () =>
      void ask('backup.state', {}).then((answer) => {
        if (isCurrent && answer.ok) setState(answer.value);
      });
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [actor]);
  return [state, setState] as const;
}
