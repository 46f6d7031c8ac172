import { useState } from 'react';
import { papersNotCollected } from '../../../shared/domain/decide-keys.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { lockDayText as words } from '../../text/recovery.ts';

/** 锁存考核日, after all that it shuts was read: nothing but the sheet opens it again. */
export function LockDayDialog({ sheet, onClose }: { readonly sheet: string; readonly onClose: () => void }) {
  const state = useStation((view) => view.state);
  const binding = useStation((view) => view.status?.binding ?? null);
  const open = papersNotCollected(state, { binding }).length;
  const [hasSheet, setHasSheet] = useState(false);
  const [acceptsOpenPapers, setAccepts] = useState(false);
  const act = useAct();
  const isReady = hasSheet && (open === 0 || acceptsOpenPapers);

  async function lock(): Promise<void> {
    // Every page is told by the station and shows the locked day's screen.
    await act.run('lock', () => ask('day.lock', { acceptsOpenPapers }));
  }

  return (
    <FormDialog title={words.title} isOpen onClose={onClose}>
      <div className="dialog-body">
        <p>{words.what}</p>
        <ul className="lock-list">
          <li>{words.shut}</li>
          <li>{words.open}</li>
        </ul>
        <p>{words.again(sheet)}</p>
        <div className="lock-checks">
          <label className="check">
            <input type="checkbox" checked={hasSheet} onChange={(event) => setHasSheet(event.target.checked)} />
            {words.hasSheet}
          </label>
          {open > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={acceptsOpenPapers}
                onChange={(event) => setAccepts(event.target.checked)}
              />
              {words.openPapers(open)}
            </label>
          )}
        </div>
        {act.error !== null && <ErrorNotice error={act.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button
            type="button"
            className="button button-danger"
            disabled={!isReady || act.busy !== null}
            onClick={() => void lock()}
          >
            {act.busy === null ? words.confirm : words.locking}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
