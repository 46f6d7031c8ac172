import { useState } from 'react';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { missingText } from '../../text/course.ts';
import { CANCELLATION } from '../../text/seating.ts';
import type { ActPlace } from '../acts/act-place.ts';
import { approvalOf, approvalOptions } from '../course/approval-draft.ts';
import { newApproval } from '../course/new-approval.ts';
import { ApprovalFields } from '../course/ApprovalFields.tsx';
import { ReasonField } from '../course/ReasonField.tsx';

interface CancelDialogProps {
  readonly place: ActPlace;
  /** "22 座 王芳". */
  readonly person: string;
  /** The violation that it rests on: its name, its number as on paper, what it was. */
  readonly violation: { readonly event: EventRef; readonly number: string; readonly what: string };
  readonly onClose: () => void;
}

/** 取消考试资格: the chief decides, on this violation; the reason and his name stand in the record. */
export function CancelDialog({ place, person, violation, onClose }: CancelDialogProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const { busy, error, run } = useAct();
  const [why, setWhy] = useState('');
  const [draft, setDraft] = useState(() => newApproval(staff, actor));
  const approval = approvalOf(draft);
  const missing = why.trim() === '' ? 'reason' : typeof approval === 'string' ? approval : null;

  async function cancel(): Promise<void> {
    if (missing !== null || typeof approval === 'string' || busy !== null) return;
    const options = approvalOptions(draft, approval);
    const input = { ...place, violation: violation.event, why: why.trim(), approval };
    if ((await run('cancel', () => ask('eligibility.cancel', input, options))) !== null) onClose();
  }

  return (
    <FormDialog title={CANCELLATION.title(person)} isOpen isDismissable={why === ''} onClose={onClose}>
      <p className="quiet">{CANCELLATION.means}</p>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void cancel();
        }}
      >
        <p className="violation-facts">
          <strong className="figures">{violation.number}</strong> {violation.what}
        </p>
        <ReasonField usual={CANCELLATION.reasons} value={why} onChange={setWhy} />
        <ApprovalFields draft={draft} onChange={setDraft} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <span className="quiet seating-missing">{missing === null ? '' : missingText(missing)}</span>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" className="button button-danger" disabled={missing !== null || busy !== null}>
            {busy === null ? CANCELLATION.primary : '正在保存…'}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
