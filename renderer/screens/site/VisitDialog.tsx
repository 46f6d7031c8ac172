import { VISITOR_WORDS } from '../../../shared/documents/check-words.ts';
import { type FormEvent, useState } from 'react';
import { VISITOR_ROLES, type VisitorRole } from '../../../shared/domain/checklist-items.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { LateVisitFields } from './LateVisitFields.tsx';
import { useLateVisit } from './use-late-visit.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText, visitText } from '../../text/checks.ts';

interface VisitDialogProps {
  readonly roomNo: RoomNo | null;
  readonly onClose: () => void;
}

/** Who has come in, from now on. */
export function VisitDialog({ roomNo, onClose }: VisitDialogProps) {
  const [role, setRole] = useState<VisitorRole>('inspector');
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const late = useLateVisit();
  const { busy, error, run } = useAct();
  const isReady = name.trim() !== '' && late.options !== null && busy === null;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isReady || late.options === null) return;
    const input = { room: roomNo, role, name: name.trim(), about: about.trim() === '' ? null : about.trim() };
    if ((await run('visit', () => ask('visit.note', input, late.options ?? {}))) !== null) onClose();
  }

  return (
    <FormDialog title={visitText.note} isOpen onClose={onClose} isDismissable={name === '' && about === ''}>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <ChoiceList
          label={visitText.role}
          columns={3}
          value={role}
          onChange={setRole}
          choices={VISITOR_ROLES.map((value) => ({ value, label: VISITOR_WORDS[value] }))}
        />
        <TextField label={visitText.name} value={name} maxLength={50} takesFocus onChange={setName} />
        <TextField label={visitText.about} value={about} maxLength={500} onChange={setAbout} />
        <LateVisitFields late={late} />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {checkText.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={!isReady}>
            {checkText.save}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
