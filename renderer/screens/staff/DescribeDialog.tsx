import { type FormEvent, useId, useState } from 'react';
import type { StaffDetails } from '../../../shared/domain/person.ts';
import { type Role, roleSchema } from '../../../shared/domain/events.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { PinField, TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useAct } from '../../stores/use-act.ts';
import { describeText as words, removeText } from '../../text/staff.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { type Description, DescriptionFields, NO_DETAILS } from './DescriptionFields.tsx';
import { DialogFoot } from './DialogFoot.tsx';
import { RoomSelect } from './RoomSelect.tsx';
import type { StaffMember } from './staff-groups.ts';

interface DescribeDialogProps {
  readonly member: StaffMember;
  readonly details: StaffDetails | null;
  /** Null for whom no list does without. */
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}

/** 说明 of somebody on the list. */
export function DescribeDialog({ member: { card, info }, details, onRemove, onClose }: DescribeDialogProps) {
  const [said, setSaid] = useState<Description>({ isTrained: info.isTrained, details: details ?? NO_DETAILS });
  const { busy, error, run } = useAct();
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await run('describe', () => ask('staff.describe', { staff: card.staff, ...said }));
    if (done !== null) onClose();
  }
  return (
    <FormDialog title={words.title(card.name)} isOpen isDismissable={false} onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <DescriptionFields value={said} onChange={setSaid} isInvigilator={info.role === 'invigilator'} />
        {onRemove !== null && (
          <p>
            <button type="button" className="button button-quiet button-small" onClick={onRemove}>
              {removeText.open}
            </button>
          </p>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <DialogFoot confirm={words.save} isBusy={busy !== null} onClose={onClose} />
      </form>
    </FormDialog>
  );
}

/** Roles that one person is added in; the chief made the day. */
const ADDED_ROLES = roleSchema.options.filter((role) => role !== 'chief');

/** 登记一人, all of it in one go. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('invigilator');
  const [room, setRoom] = useState<RoomNo | null>(null);
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState<Description>({ isTrained: false, details: NO_DETAILS });
  const [isChecked, setChecked] = useState(false);
  const { busy, error, run } = useAct();
  const isInvigilator = role === 'invigilator';
  const hasRoom = isInvigilator || role === 'technician';
  async function enlist(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '' || pin.length < 4) return;
    const input = { role, room: hasRoom ? room : null, name: name.trim(), pin, described: said };
    const done = await run('enlist', () => ask('staff.enlist', input));
    if (done === null) return;
    await catchUp();
    onClose();
  }
  return (
    <FormDialog title={words.addTitle} isOpen isDismissable={false} onClose={onClose}>
      <form className="dialog-body" noValidate onSubmit={(event) => void enlist(event)}>
        <div className="form-grid form-grid-2">
          <TextField
            label={words.name}
            maxLength={50}
            takesFocus
            value={name}
            onChange={setName}
            problem={isChecked && name.trim() === '' ? words.missing.name : null}
          />
          <PinField
            label={words.pin}
            hint={words.pinHint}
            value={pin}
            onChange={setPin}
            problem={isChecked && pin.length < 4 ? words.missing.pin : null}
          />
          <div className="field">
            <label className="field-label" htmlFor={id}>
              {words.role}
            </label>
            <select
              id={id}
              className="input"
              value={role}
              onChange={(event) => setRole(roleSchema.parse(event.target.value))}
            >
              {ADDED_ROLES.map((one) => (
                <option key={one} value={one}>
                  {ROLE_LABELS[one]}
                </option>
              ))}
            </select>
          </div>
          {hasRoom && (
            <RoomSelect
              label={words.room}
              none={isInvigilator ? words.noRoom : words.anyRoom}
              value={room}
              onChange={setRoom}
            />
          )}
        </div>
        <DescriptionFields value={said} onChange={setSaid} isInvigilator={isInvigilator} />
        {error !== null && <ErrorNotice error={error} />}
        <DialogFoot confirm={words.enlist} isBusy={busy !== null} onClose={onClose} />
      </form>
    </FormDialog>
  );
}
