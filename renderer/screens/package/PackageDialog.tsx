import { useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { makePackageText as words } from '../../text/package.ts';
import { HandOut } from './HandOut.tsx';
import type { HeldPackageView } from './use-held-package.ts';

interface PackageDialogProps {
  /** What is there to be handed out; null: one is to be made first. */
  readonly held: HeldPackageView | null;
  readonly onClose: () => void;
}

/** 生成考务数据包, then what was made: the file and the slips, both to be taken away before it is closed for good. */
export function PackageDialog({ held, onClose }: PackageDialogProps) {
  const [made, setMade] = useState(held);
  const wasMade = useStation((view) => view.state.site.packages.made !== null);
  // As it was when the dialog opened: the one being made is not one from before.
  const [isAgain] = useState(wasMade);
  const [isWide, setWide] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const isRunning = useRef(false);

  async function make(): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(null);
    const answer = await ask('package.make', {});
    const state = answer.ok ? await ask('package.state', {}) : answer;
    if (state.ok) setMade(state.value.held);
    else setError(state.error);
    isRunning.current = false;
    setBusy(false);
  }

  return (
    <FormDialog title={words.title} isOpen onClose={onClose} isWide={isWide} isDismissable={!isBusy}>
      {made === null ? (
        <div className="dialog-body">
          <p>{words.line}</p>
          <p>{words.codes}</p>
          {isAgain && <p>{words.startedBefore}</p>}
          <Notice tone="late" what={words.screen} />
          {error !== null && <ErrorNotice error={error} />}
          <div className="dialog-actions">
            <button type="button" className="button" disabled={isBusy} onClick={onClose}>
              {words.cancel}
            </button>
            <button
              type="button"
              className="button button-primary"
              disabled={isBusy}
              aria-busy={isBusy}
              onClick={() => void make()}
            >
              {isBusy ? words.making : words.make}
            </button>
          </div>
        </div>
      ) : (
        <HandOut held={made} onWide={setWide} onClose={onClose} />
      )}
    </FormDialog>
  );
}
