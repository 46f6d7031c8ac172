import { type ChangeEvent, useId, useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { paperCheckText } from '../../text/paper-check.ts';
import { CameraView } from './CameraView.tsx';
import { CheckedView } from './CheckedView.tsx';
import { usePaperCheck } from './use-paper-check.ts';

/** 核验文书: opens from 文书打印, changes nothing. */
export function CheckPaper() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card paper-check-card" aria-label={paperCheckText.title}>
      <p className="quiet">{paperCheckText.openHint}</p>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {paperCheckText.open}
      </button>
      <FormDialog title={paperCheckText.title} isOpen={isOpen} onClose={() => setOpen(false)} isWide>
        <CheckForm onClose={() => setOpen(false)} />
      </FormDialog>
    </section>
  );
}

function CheckForm({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [hasCamera, setCamera] = useState(false);
  const check = usePaperCheck();
  const { checked, fault } = check;

  function toggleCamera(): void {
    check.clear();
    setCamera(!hasCamera);
  }

  return (
    <form
      className="paper-check"
      onSubmit={(event) => {
        event.preventDefault();
        // A scanner ends with Enter; the next page is scanned right over it.
        if (text.trim() !== '') void check.checkText(text).then(() => setText(''));
      }}
    >
      <div className="paper-check-ways">
        <TextField
          label={paperCheckText.field}
          value={text}
          onChange={setText}
          hint={paperCheckText.fieldHint}
          maxLength={4300}
          takesFocus
        />
        <button type="submit" className="button button-primary" disabled={check.isBusy || text.trim() === ''}>
          {check.isBusy ? paperCheckText.checking : paperCheckText.check}
        </button>
      </div>
      <div className="paper-check-ways">
        <FileButton
          label={paperCheckText.pdf}
          accept=".pdf,application/pdf"
          onFile={(file) => void check.checkFile(file)}
        />
        <FileButton
          label={paperCheckText.picture}
          accept="image/*,.tif,.tiff"
          onFile={(file) => void check.checkPicture(file)}
        />
        <button type="button" className="button" aria-pressed={hasCamera} onClick={toggleCamera}>
          {hasCamera ? paperCheckText.cameraOff : paperCheckText.camera}
        </button>
      </div>
      {hasCamera && <CameraView onFrame={check.tryFrame} onDone={() => setCamera(false)} />}
      {fault?.kind === 'refused' && <ErrorNotice error={fault.error} />}
      {fault?.kind === 'too-large' && <Notice tone="violation" what={paperCheckText.tooLarge} />}
      {checked === null && fault === null && !hasCamera && <p className="quiet">{paperCheckText.nothing}</p>}
      {checked !== null && <CheckedView checked={checked} />}
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </form>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

function FileButton({ label, accept, onFile }: FileButtonProps) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          event.target.value = ''; // the same file again is checked again
        }}
      />
      <label className="button" htmlFor={id}>
        {label}
      </label>
    </>
  );
}
