import { useId } from 'react';
import { as, type StaffId } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { SecondField } from '../../components/WitnessFields.tsx';
import { useStation } from '../../stores/station-store.ts';
import { APPROVAL_LABELS } from '../../text/course.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { type ApprovalDraft, approversOf } from './approval-draft.ts';

interface ApprovalFieldsProps {
  readonly draft: ApprovalDraft;
  readonly onChange: (draft: ApprovalDraft) => void;
}

/** 主考批准: who, and whether he stood by or was called; called, the second invigilator stands for it too. */
export function ApprovalFields({ draft, onChange }: ApprovalFieldsProps) {
  return (
    <>
      <ApproverFields draft={draft} onChange={onChange} />
      {draft.how === 'phone' && (
        <SecondField
          label="第二人（两人共同确认主考已电话批准）"
          value={draft.second}
          onChange={(second) => onChange({ ...draft, second })}
        />
      )}
    </>
  );
}

/** The same without the second person, where the form has named him already. */
export function ApproverFields({ draft, onChange }: ApprovalFieldsProps) {
  const id = useId();
  const approvers = approversOf(useStation((view) => view.staff));
  const set = (staff: string) => (staff === '' ? null : as<StaffId>(staff));
  return (
    <div className="course-pair">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          批准人
        </label>
        <select
          id={id}
          className="input"
          value={draft.approver ?? ''}
          onChange={(event) => onChange({ ...draft, approver: set(event.target.value) })}
        >
          <option value="">请选择</option>
          {approvers.map((card) => (
            <option key={card.staff} value={card.staff}>
              {card.name}（{ROLE_LABELS[card.role]}）
            </option>
          ))}
        </select>
      </div>
      <ChoiceList
        label="怎样批准"
        columns={2}
        value={draft.how}
        onChange={(how) => onChange({ ...draft, how })}
        choices={(['present', 'phone'] as const).map((value) => ({ value, label: APPROVAL_LABELS[value] }))}
      />
    </div>
  );
}
