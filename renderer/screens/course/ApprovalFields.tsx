import { useId } from 'react';
import { as, type StaffId } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SecondField } from '../../components/WitnessFields.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { APPROVAL_LABELS, PHONE_APPROVAL } from '../../text/course.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { type ApprovalDraft, approversOf } from './approval-draft.ts';
import { nextCode } from './next-code.ts';

interface ApprovalFieldsProps {
  readonly draft: ApprovalDraft;
  readonly onChange: (draft: ApprovalDraft) => void;
}

/** 主考批准: who, and how the room knows; called, the second invigilator stands for it too. */
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
    <>
      <div className="approval-who">
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
          columns={3}
          value={draft.how}
          onChange={(how) => onChange({ ...draft, how })}
          choices={(['present', 'code', 'phone'] as const).map((value) => ({ value, label: APPROVAL_LABELS[value] }))}
        />
      </div>
      <How draft={draft} onChange={onChange} />
    </>
  );
}

/** What each way asks for; 电话批准 is read out and typed in. */
function How({ draft, onChange }: ApprovalFieldsProps) {
  const actor = useActing((store) => store.actor);
  const room = useRoomNo();
  // What was asked for under a number and then not done has spent it at the office, which nobody knows here.
  function takeNext(): void {
    const { state, status } = useStation.getState();
    onChange({ ...draft, code: '', number: nextCode(state, status?.binding ?? null, draft.number ?? 0) });
  }
  switch (draft.how) {
    case null:
      return null;
    case 'present':
      return draft.approver === actor ? null : <p className="quiet">{PHONE_APPROVAL.byPin}</p>;
    case 'phone':
      return <p className="quiet">{PHONE_APPROVAL.called}</p>;
    case 'code': {
      if (draft.number === null) return <p className="approval-none">{PHONE_APPROVAL.none}</p>;
      const number = String(draft.number).padStart(2, '0');
      return (
        <div className="approval-exchange">
          <div className="approval-request">
            <span className="field-label">{PHONE_APPROVAL.request}</span>
            <strong className="approval-number figures">{number}</strong>
            <span className="quiet">{PHONE_APPROVAL.say(room ?? '', number)}</span>
            <button type="button" className="button button-small button-quiet" onClick={takeNext}>
              {PHONE_APPROVAL.next}
            </button>
          </div>
          <TextField
            label={PHONE_APPROVAL.code}
            value={draft.code}
            onChange={(code) => onChange({ ...draft, code })}
            inputMode="numeric"
            maxLength={12}
            hint={PHONE_APPROVAL.hint}
          />
        </div>
      );
    }
  }
}
