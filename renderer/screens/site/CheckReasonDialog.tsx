import { type FormEvent, useState } from 'react';
import { type CheckFacts, checkSentence } from '../../../shared/documents/check-words.ts';
import type { CheckStanding } from '../../../shared/domain/checks-state.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText as words, REASON_TITLES } from '../../text/checks.ts';

/** What is done to an item that needs a reason. */
export interface ReasonedAct {
  readonly type: keyof typeof REASON_TITLES;
  readonly standing: CheckStanding;
}

interface CheckReasonDialogProps {
  readonly act: ReasonedAct;
  readonly roomNo: RoomNo | null;
  readonly facts: CheckFacts;
  readonly onClose: () => void;
}

/** 不适用, or open again: why. */
export function CheckReasonDialog({ act: { type, standing }, roomNo, facts, onClose }: CheckReasonDialogProps) {
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const item = standing.item.id;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const method = type === 'setCheckAside' ? 'check.setAside' : 'check.untick';
    const saved = await run(item, () => ask(method, { room: roomNo, item }, { reason: reason.trim() }));
    if (saved !== null) onClose();
  }

  return (
    <FormDialog title={REASON_TITLES[type]} isOpen onClose={onClose} isDismissable={reason === ''}>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <p>{checkSentence(item, facts)}</p>
        <TextField
          label={words.reason}
          value={reason}
          maxLength={500}
          hint={words.reasonHint}
          takesFocus
          onChange={setReason}
        />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={reason.trim() === '' || busy !== null}>
            {words.save}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
