import { useState } from 'react';
import type { ContractError } from '../../shared/contract/call.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import { FormDialog } from './FormDialog.tsx';
import { ErrorNotice } from './Notice.tsx';
import { useActing } from '../stores/acting-store.ts';
import { secondOf } from '../stores/people-here.ts';
import { ask } from '../stores/send-command.ts';
import { useStation } from '../stores/station-store.ts';
import { isComplete, type Witness, WitnessFields } from './WitnessFields.tsx';

interface LateUndoDialogProps {
  /** Whose record, for the title. */
  readonly name: string;
  readonly target: EventRef;
  readonly onClose: () => void;
}

/** 撤销 after the short time, or of somebody else's act: why, and who agrees. Nothing is deleted by it. */
export function LateUndoDialog({ name, target, onClose }: LateUndoDialogProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [witness, setWitness] = useState<Witness>(() => ({
    reason: '',
    second: secondOf(staff, actor)?.staff ?? null,
  }));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  async function undo(): Promise<void> {
    if (isBusy || !isComplete(witness)) return;
    setBusy(true);
    const options = { second: witness.second, reason: witness.reason.trim() };
    const answer = await ask('act.undo', { target }, options);
    if (answer.ok) {
      onClose();
      return;
    }
    setError(answer.error);
    setBusy(false);
  }

  return (
    <FormDialog title={`撤销 ${name} 的记录`} isOpen isDismissable={witness.reason.trim() === ''} onClose={onClose}>
      <p className="quiet">原记录保留，另加一条撤销；须写明原因并由第二人同意。</p>
      <div className="dialog-body">
        <WitnessFields witness={witness} onChange={setWitness} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button button-danger"
            disabled={isBusy || !isComplete(witness)}
            onClick={() => void undo()}
          >
            {isBusy ? '正在保存…' : '撤销记录'}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
