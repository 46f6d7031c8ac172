import { useState } from 'react';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { DOCUMENT_LABELS } from '../../text/documents.ts';
import { CORRECTING } from '../../text/signed-papers.ts';
import { ReasonField } from '../course/ReasonField.tsx';
import type { ShownPaper } from './document-view.ts';

interface CorrectDialogProps {
  readonly room: RoomNo;
  readonly shown: ShownPaper;
  readonly corrects: EventRef;
  /** Once it is recorded, with its event. */
  readonly onOpened: (correction: EventRef) => void;
  readonly onClose: () => void;
}

/** 开更正单: why. What differs is found by the program. */
export function CorrectDialog({ room, shown, corrects, onOpened, onClose }: CorrectDialogProps) {
  const { busy, error, run } = useAct();
  const [why, setWhy] = useState('');
  const reason = why.trim();

  async function open(): Promise<void> {
    if (reason === '' || busy !== null) return;
    const input = { room, paper: shown.paper, corrects, why: reason };
    const receipt = await run('open', () => ask('correction.open', input));
    const [opened] = receipt?.events ?? [];
    if (opened !== undefined) onOpened(opened);
  }

  return (
    <FormDialog
      title={CORRECTING.title(DOCUMENT_LABELS[shown.kind])}
      isOpen
      isDismissable={reason === ''}
      onClose={onClose}
    >
      <p className="quiet">{CORRECTING.means}</p>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <ReasonField usual={CORRECTING.reasons} value={why} onChange={setWhy} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <span className="quiet">{reason === '' ? CORRECTING.noReason : ''}</span>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" className="button button-primary" disabled={reason === '' || busy !== null}>
            {busy === null ? CORRECTING.primary : CORRECTING.busy}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
