import { useEffect, useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { RecoverySheet } from '../../../shared/domain/key-state.ts';
import { bytesOf } from '../../components/bytes-of.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { printSheetText as words } from '../../text/recovery.ts';

interface PrintSheetDialogProps {
  readonly sheet: RecoverySheet | null;
  /** A new secret, in place of `sheet`; else that one once more. */
  readonly makesNew: boolean;
  readonly onClose: () => void;
  readonly onPrinted: () => void;
}

interface Shown {
  readonly sheet: string;
  readonly url: string;
}

/** The sheet in the page's own reader, behind a warning: a teacher's screen is often mirrored on the wall. */
export function PrintSheetDialog({ sheet, makesNew, onClose, onPrinted }: PrintSheetDialogProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  useEffect(() => {
    // The code must not stay in the browser's memory.
    return () => {
      if (shown !== null) URL.revokeObjectURL(shown.url);
    };
  }, [shown]);

  async function show(): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(null);
    const wanted =
      makesNew || sheet === null ? await issue(sheet?.sheet ?? null) : { ok: true as const, value: sheet.sheet };
    const answer = wanted.ok ? await ask('recovery.readSheet', { sheet: wanted.value }) : wanted;
    if (answer.ok && wanted.ok) {
      const file = new Blob([bytesOf(answer.value.bytes)], { type: 'application/pdf' });
      setShown({ sheet: wanted.value, url: URL.createObjectURL(file) });
    } else if (!answer.ok) setError(answer.error);
    isRunning.current = false;
    setBusy(false);
  }

  return (
    <FormDialog title={words.title} isOpen onClose={onClose} isWide={shown !== null}>
      <div className="dialog-body">
        {shown === null ? (
          <>
            <Notice tone="late" what={words.warning} todo={words.noSave} />
            {makesNew && sheet !== null && <p>{words.replacing(sheet.sheet)}</p>}
            {error !== null && <ErrorNotice error={error} />}
          </>
        ) : (
          <>
            <p className="quiet">
              {words.hint}
              {words.noSave}
            </p>
            <iframe
              className="recovery-frame"
              src={`${shown.url}#navpanes=0&view=FitH`}
              title={words.frame(shown.sheet)}
            />
          </>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {shown === null ? words.cancel : words.close}
          </button>
          {shown === null ? (
            <button type="button" className="button button-primary" disabled={isBusy} onClick={() => void show()}>
              {isBusy ? words.making : words.show}
            </button>
          ) : (
            <button type="button" className="button button-primary" onClick={onPrinted}>
              {words.done}
            </button>
          )}
        </div>
      </div>
    </FormDialog>
  );
}

async function issue(replaces: string | null) {
  const answer = await ask('recovery.issueSheet', { replaces });
  return answer.ok ? { ok: true as const, value: answer.value.sheet } : answer;
}
