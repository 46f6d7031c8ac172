import { type FormEvent, useId, useState } from 'react';
import type { StaffCard } from '../../../shared/contract/views.ts';
import { as, type RoomNo, type StaffId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { PinField, TextField } from '../../components/TextField.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { shortTimeText } from '../../text/format.ts';
import { missingText } from '../../text/course.ts';
import { describeText, replaceText as words } from '../../text/staff.ts';
import { approvalOf } from '../course/approval-draft.ts';
import { ApprovalFields } from '../course/ApprovalFields.tsx';
import { newApproval } from '../course/new-approval.ts';
import { ReasonField } from '../course/ReasonField.tsx';
import { type Description, DescriptionFields, NO_DETAILS } from './DescriptionFields.tsx';
import { DialogFoot } from './DialogFoot.tsx';
import { freeInvigilators } from './staff-groups.ts';

interface ReplaceDialogProps {
  readonly leaving: StaffCard;
  readonly room: RoomNo;
  readonly onClose: () => void;
}

const NEW = 'new';

/** 更换监考员: who comes, the chief's opinion, and who approved it. */
export function ReplaceDialog({ leaving, room, onClose }: ReplaceDialogProps) {
  const id = useId();
  const staff = useStation((view) => view.staff);
  const state = useStation((view) => view.state);
  const actor = useActing((store) => store.actor);
  const free = freeInvigilators(state, staff);
  const noteOf = ({ staff: one, leftAt }: StaffCard) => {
    if (leftAt !== null) return words.wasHere(shortTimeText(leftAt));
    return state.site.staff[one]?.isTrained === true ? '' : words.untrained;
  };
  const [comes, setComes] = useState(free.length === 0 ? NEW : '');
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState<Description>({ isTrained: false, details: NO_DETAILS });
  const [opinion, setOpinion] = useState('');
  const [approval, setApproval] = useState(() => newApproval(staff, actor));
  const [isChecked, setChecked] = useState(false);
  const { busy, error, run } = useAct();
  const given = approvalOf(approval);
  const isComplete =
    typeof given !== 'string' &&
    opinion.trim() !== '' &&
    (comes === NEW ? name.trim() !== '' && pin.length >= 4 : comes !== '');
  const second = approval.how === 'phone' ? approval.second : null;

  async function replace(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (!isComplete || typeof given === 'string') return;
    const who =
      comes === NEW
        ? ({ kind: 'new', name: name.trim(), pin, ...said } as const)
        : ({ kind: 'listed', staff: as<StaffId>(comes) } as const);
    const input = { room, leaves: leaving.staff, comes: who, opinion: opinion.trim(), approval: given };
    const done = await run('replace', () => ask('staff.replace', input, { second }));
    if (done === null) return;
    await catchUp();
    onClose();
  }

  return (
    <FormDialog title={words.title(room)} isOpen isWide isDismissable={false} onClose={onClose}>
      <form className="dialog-body" noValidate onSubmit={(event) => void replace(event)}>
        <p className="staff-leaving">
          <span className="quiet">{words.leaves}</span>
          <strong>{leaving.name}</strong>
        </p>
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {words.comes}
          </label>
          <select id={id} className="input" value={comes} onChange={(event) => setComes(event.target.value)}>
            {free.length > 0 && <option value="">{words.choose}</option>}
            {free.map((card) => (
              <option key={card.staff} value={card.staff}>
                {card.name}
                {noteOf(card)}
              </option>
            ))}
            <option value={NEW}>{words.new}</option>
          </select>
        </div>
        {comes === NEW && (
          <div className="staff-newcomer">
            <div className="form-grid form-grid-2">
              <TextField
                label={describeText.name}
                maxLength={50}
                value={name}
                onChange={setName}
                problem={isChecked && name.trim() === '' ? describeText.missing.name : null}
              />
              <PinField
                label={describeText.pin}
                hint={describeText.pinHint}
                value={pin}
                onChange={setPin}
                problem={isChecked && pin.length < 4 ? describeText.missing.pin : null}
              />
            </div>
            <DescriptionFields value={said} onChange={setSaid} isInvigilator />
          </div>
        )}
        <ReasonField label={words.opinion} usual={words.usual} value={opinion} onChange={setOpinion} />
        <ApprovalFields draft={approval} onChange={setApproval} />
        <Notice tone="late" what={words.warning(leaving.name)} />
        {isChecked && typeof given === 'string' && <p className="field-problem">{missingText(given)}</p>}
        {error !== null && <ErrorNotice error={error} />}
        <DialogFoot
          confirm={words.confirm}
          isBusy={busy !== null}
          isDisabled={comes === '' || opinion.trim() === ''}
          onClose={onClose}
        />
      </form>
    </FormDialog>
  );
}
