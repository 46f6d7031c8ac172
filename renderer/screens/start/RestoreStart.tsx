import { useState } from 'react';
import type { FoundCopyView } from '../../../shared/contract/backup-methods.ts';
import type { ContractError } from '../../../shared/contract/call.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { restoreText } from '../../text/backup.ts';
import { CopyFinder } from '../backup/CopyFinder.tsx';
import { useCopies } from '../backup/use-copies.ts';

/** 从备份恢复: the stick of the computer that is gone, one copy, one key press; the 恢复单 is asked for next. */
export function RestoreStart({ onBack }: { readonly onBack: () => void }) {
  const choice = useCopies({ objection: objectionTo });
  const { folder } = choice;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  async function restore(): Promise<void> {
    if (folder === null || isBusy) return;
    setBusy(true);
    setError(null);
    const answer = await ask('backup.restore', { folder });
    if (answer.ok) await catchUp();
    setBusy(false);
    if (answer.ok)
      onBack(); // to where the code of the 恢复单 is asked for
    else setError(answer.error);
  }

  return (
    <main className="first">
      <div className="first-inner restore">
        <p className="first-brand">监考工作站</p>
        <h1 className="restore-title">{restoreText.title}</h1>
        <p className="restore-steps">{restoreText.steps}</p>
        <CopyFinder label={restoreText.found} none={restoreText.none} choice={choice} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions restore-actions">
          <button type="button" className="button" disabled={isBusy} onClick={onBack}>
            {restoreText.back}
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={folder === null || isBusy}
            aria-busy={isBusy}
            onClick={() => void restore()}
          >
            {isBusy ? restoreText.restoring : restoreText.restore}
          </button>
        </div>
        <p className="quiet">{restoreText.stopOld}</p>
      </div>
    </main>
  );
}

function objectionTo({ isHere, hasKey }: FoundCopyView): string | null {
  if (isHere) return restoreText.isHere;
  return hasKey ? null : restoreText.noKey;
}
