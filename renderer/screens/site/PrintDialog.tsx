import { FormDialog } from '../../components/FormDialog.tsx';
import { printText } from '../../text/site-print.ts';
import type { usePrint } from './use-print.ts';

/** The paper in the browser's own reader: printed from there. */
export function PrintDialog({ title, print }: { readonly title: string; readonly print: ReturnType<typeof usePrint> }) {
  const { shown, close } = print;
  if (shown === null) return null;
  return (
    <FormDialog title={title} isOpen onClose={close} isWide>
      <div className="dialog-body">
        <p className="quiet">{printText.hint}</p>
        <iframe className="print-frame" src={`${shown.url}#navpanes=0&view=FitH`} title={shown.fileName} />
        <div className="dialog-actions">
          <a className="button" href={shown.url} download={shown.fileName}>
            {printText.save}
          </a>
          <button type="button" className="button button-primary" onClick={close}>
            {printText.close}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
