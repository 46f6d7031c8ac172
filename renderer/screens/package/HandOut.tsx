import { type ReactNode, useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import { bytesOf } from '../../components/bytes-of.ts';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { makePackageText as words } from '../../text/package.ts';
import { savePackage } from './save-package.ts';
import type { HeldPackageView } from './use-held-package.ts';

interface HandOutProps {
  readonly held: HeldPackageView;
  /** The slips lie open: the dialog takes more room. */
  readonly onWide: (isWide: boolean) => void;
  readonly onClose: () => void;
}

/** The file onto a stick, the slips onto paper: apart from each other, and then gone from here. */
export function HandOut({ held, onWide, onClose }: HandOutProps) {
  const { package: no } = held;
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState<'save' | 'print' | 'finish' | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  useEffect(() => {
    // The codes must not stay in the browser's memory.
    return () => {
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [url]);

  async function run(what: NonNullable<typeof busy>, act: () => Promise<ContractError | null>): Promise<void> {
    if (busy !== null) return;
    setBusy(what);
    setError(null);
    setError(await act());
    setBusy(null);
  }

  async function save(): Promise<ContractError | null> {
    const failed = await savePackage(no);
    if (failed === null) setSaved(true);
    return failed;
  }

  async function print(): Promise<ContractError | null> {
    const answer = await ask('package.readCodes', { package: no });
    if (!answer.ok) return answer.error;
    setUrl(URL.createObjectURL(new Blob([bytesOf(answer.value.bytes)], { type: 'application/pdf' })));
    onWide(true);
    return null;
  }

  async function finish(): Promise<ContractError | null> {
    const answer = await ask('package.forget', { package: no });
    if (!answer.ok) return answer.error;
    onClose();
    return null;
  }

  const hasBoth = isSaved && url !== null;
  return (
    <div className="dialog-body">
      <p>
        {words.done(no, held.rooms)}
        {words.steps}
      </p>
      <Step title={words.file} line={words.fileLine(sizeText(held.sizeBytes))} done={isSaved ? words.saved : null}>
        <button
          type="button"
          className={isSaved ? 'button' : 'button button-primary'}
          disabled={busy !== null}
          onClick={() => void run('save', save)}
        >
          {busy === 'save' ? words.saving : words.save}
        </button>
      </Step>
      <Step title={words.codesTitle} line={words.codesLine} done={url === null ? null : words.printed}>
        <button
          type="button"
          className={isSaved && url === null ? 'button button-primary' : 'button'}
          disabled={busy !== null}
          onClick={() => void run('print', print)}
        >
          {busy === 'print' ? words.printing : words.print}
        </button>
      </Step>
      {url !== null && (
        <>
          <p className="quiet">{words.hint}</p>
          <iframe
            className="recovery-frame package-frame"
            src={`${url}#navpanes=0&view=FitH`}
            title={words.frame(no)}
          />
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className="dialog-actions">
        <button type="button" className="button" disabled={busy !== null} onClick={onClose}>
          {words.later}
        </button>
        <button
          type="button"
          className={hasBoth ? 'button button-primary' : 'button'}
          disabled={!hasBoth || busy !== null}
          onClick={() => void run('finish', finish)}
        >
          {words.finish}
        </button>
      </div>
    </div>
  );
}

interface StepProps {
  readonly title: string;
  readonly line: string;
  readonly done: string | null;
  readonly children: ReactNode;
}

function Step({ title, line, done, children }: StepProps) {
  return (
    <div className="package-step">
      <div>
        <strong>{title}</strong>
        {done !== null && (
          <span className="tag tone-present">
            <Mark shape="done" />
            {done}
          </span>
        )}
        <p className="quiet">{line}</p>
      </div>
      {children}
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}
