import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/views.ts';
import type { Drawing } from '../../../shared/domain/drawing.ts';
import type { PaperId, RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { SignaturePad } from '../../components/SignaturePad.tsx';
import { ask } from '../../stores/send-command.ts';
import { DRAWN_SIGNATURE } from '../../text/documents.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { useAct } from '../../stores/use-act.ts';

interface SignDialogProps {
  readonly signer: StaffCard;
  /** What is signed: exactly the content that the preview showed. */
  readonly place: { readonly room: RoomNo; readonly paper: PaperId; readonly contentDigest: string };
  readonly onClose: () => void;
  /** The content has changed meanwhile: nothing is signed unseen. */
  readonly onStale: () => void;
}

/** One person signs by hand. Who signs is who acts, whoever works at the computer. */
export function SignDialog({ signer, place, onClose, onStale }: SignDialogProps) {
  const [seen] = useState(place);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const { busy, error, run } = useAct();

  async function sign(): Promise<void> {
    if (drawing === null) return;
    const input = { ...seen, drawing };
    let isStale = false;
    const isSigned = await run('sign', async () => {
      const answer = await ask('roomRecord.approve', input, { actor: signer.staff });
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
      <p className="quiet">请 {signer.name} 本人确认已看过记录单的内容，再签名。</p>
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
