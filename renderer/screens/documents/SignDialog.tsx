import { useState } from 'react';
import type { Answer } from '../../../shared/contract/call.ts';
import type { Receipt, StaffCard } from '../../../shared/contract/views.ts';
import type { Drawing } from '../../../shared/domain/drawing.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { SignaturePad } from '../../components/SignaturePad.tsx';
import { DRAWN_SIGNATURE } from '../../text/documents.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { useAct } from '../../stores/use-act.ts';

interface SignDialogProps {
  readonly signer: StaffCard;
  /** What he is asked to have read. */
  readonly what: string;
  readonly onSign: (drawing: Drawing) => Promise<Answer<Receipt>>;
  readonly onClose: () => void;
  /** The content has changed meanwhile: nothing is signed unseen. */
  readonly onStale: () => void;
}

/** One person signs by hand. Who signs is who acts, whoever works at the computer. */
export function SignDialog({ signer, what, onSign, onClose, onStale }: SignDialogProps) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const { busy, error, run } = useAct();

  async function sign(): Promise<void> {
    if (drawing === null) return;
    let isStale = false;
    const isSigned = await run('sign', async () => {
      const answer = await onSign(drawing);
      isStale = !answer.ok && answer.error.code === 'approval-stale';
      return answer;
    });
    if (isSigned) onClose();
    else if (isStale) onStale();
  }

  return (
    <FormDialog
      title={`${ROLE_LABELS[signer.role]} ${signer.name} 签名`}
      isOpen
      isWide
      isDismissable={drawing === null}
      onClose={onClose}
    >
      <p className="quiet">
        请 {signer.name} 本人确认已看过{what}，再签名。
      </p>
      <div className="dialog-body">
        <SignaturePad label={`${signer.name} 手写签名区`} onDraw={setDrawing} />
        <p className="quiet sign-honest">{DRAWN_SIGNATURE}</p>
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={drawing === null || busy !== null}
            onClick={() => void sign()}
          >
            {busy === null ? '确认签名' : '正在保存…'}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
