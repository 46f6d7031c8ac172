import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { announcementCardText as words } from '../../text/announcement-file.ts';

interface AnnouncementRestoreProps {
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

/** 恢复自带指令, after a question: the site's file may not be at hand to take it back. */
export function AnnouncementRestore({ onClose, onRestored }: AnnouncementRestoreProps) {
  const { busy, error, run } = useAct();

  async function restore(): Promise<void> {
    if ((await run('restore', () => ask('announcements.load', { texts: [] }))) !== null) onRestored();
  }

  return (
    <FormDialog title={words.restoreTitle} isOpen onClose={onClose}>
      <div className="dialog-body">
        <p>{words.restoreLine}</p>
        <div className="dialog-foot">
          {error !== null && <ErrorNotice error={error} />}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={onClose}>
              {words.cancel}
            </button>
            <button
              type="button"
              className="button button-primary"
              disabled={busy !== null}
              onClick={() => void restore()}
            >
              {busy === null ? words.restore : words.saving}
            </button>
          </div>
        </div>
      </div>
    </FormDialog>
  );
}
