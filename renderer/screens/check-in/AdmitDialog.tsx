import type { CallOptions } from '../../../shared/contract/client.ts';
import { useState } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import type { Approval, Despite } from '../../../shared/domain/course-events.ts';
import type { Objection } from '../../../shared/domain/objections.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { missingText } from '../../text/course.ts';
import { OBJECTION_ACTS } from '../../text/seating.ts';
import { approvalOf, approvalOptions } from '../course/approval-draft.ts';
import { newApproval } from '../course/new-approval.ts';
import { ApprovalFields } from '../course/ApprovalFields.tsx';
import { ObjectionNotice } from './ObjectionNotice.tsx';
import type { EntryActs } from './use-entry-acts.ts';

/** What the chief said, as the entry carries it, and who or what stands for it. */
export interface Admitted {
  readonly despite: readonly Despite[];
  readonly approval: Approval;
  readonly options: Pick<CallOptions, 'second' | 'approvalCode'>;
}

interface AdmitDialogProps {
  readonly card: CandidateCard;
  readonly objections: readonly Objection[];
  readonly acts: Pick<EntryActs, 'isBusy' | 'error'>;
  /** Answers whether the entry stands. */
  readonly onAdmit: (admitted: Admitted) => Promise<boolean>;
  readonly onClose: () => void;
}

/** 主考准许入场: who let this person in all the same, by name. */
export function AdmitDialog({ card, objections, acts, onAdmit, onClose }: AdmitDialogProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [draft, setDraft] = useState(() => newApproval(staff, actor));
  const approval = approvalOf(draft);

  async function admit(): Promise<void> {
    if (typeof approval === 'string' || acts.isBusy) return;
    const options = approvalOptions(draft, approval);
    if (await onAdmit({ despite: objections.map(({ despite }) => despite), approval, options })) onClose();
  }

  return (
    <FormDialog title={OBJECTION_ACTS.admitTitle(card.name)} isOpen onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void admit();
        }}
      >
        <ObjectionNotice objections={objections} />
        <ApprovalFields draft={draft} onChange={setDraft} />
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <span className="quiet seating-missing">{typeof approval === 'string' ? missingText(approval) : ''}</span>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="submit"
            className="button button-primary"
            disabled={typeof approval === 'string' || acts.isBusy}
          >
            {acts.isBusy ? '正在保存…' : OBJECTION_ACTS.admitPrimary}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
