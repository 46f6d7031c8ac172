import { type FormEvent, useState } from 'react';
import type { DutyPhone } from '../../../shared/domain/person.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { FieldProblem, TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { phonesText as words } from '../../text/staff.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { useContacts } from './use-contacts.ts';

/** 值班电话, once it is known what stands there now. */
export function PhonesDialog({ onClose }: { readonly onClose: () => void }) {
  const contacts = useContacts();
  return (
    <FormDialog title={words.title} isOpen isWide isDismissable={false} onClose={onClose}>
      {contacts !== null && <PhonesForm known={contacts.duty} onClose={onClose} />}
    </FormDialog>
  );
}

interface Line extends DutyPhone {
  /** Tells the lines apart while they are typed. */
  readonly at: number;
}

const FIRST: readonly DutyPhone[] = words.first.map((label) => ({ label, name: '', phone: '' }));

function PhonesForm({ known, onClose }: { readonly known: readonly DutyPhone[]; readonly onClose: () => void }) {
  const [lines, setLines] = useState<readonly Line[]>(() =>
    (known.length === 0 ? FIRST : known).map((line, at) => ({ ...line, at })),
  );
  const [isChecked, setChecked] = useState(false);
  const { busy, error, run } = useAct();
  // A suggested line that nobody has filled in is none.
  const filled = lines.filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '');
  const isComplete = filled.every(({ label, phone }) => label.trim() !== '' && phone.trim() !== '');
  const set = (at: number, part: Partial<DutyPhone>) =>
    setLines((all) => all.map((line) => (line.at === at ? { ...line, ...part } : line)));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (!isComplete) return;
    const phones = filled.map(({ label, name, phone }) => ({ label, name, phone }));
    const done = await run('phones', () => ask('contacts.listPhones', { phones }));
    if (done !== null) onClose();
  }

  return (
    <form className="dialog-body" onSubmit={(event) => void save(event)}>
      <p className="quiet">{words.what}</p>
      <div className="phone-lines">
        {lines.map((line) => (
          <div key={line.at} className="phone-line">
            <TextField
              label={words.label}
              maxLength={40}
              value={line.label}
              onChange={(label) => set(line.at, { label })}
            />
            <TextField
              label={words.name}
              maxLength={50}
              value={line.name}
              onChange={(name) => set(line.at, { name })}
            />
            <TextField
              label={words.phone}
              inputMode="tel"
              maxLength={40}
              value={line.phone}
              onChange={(phone) => set(line.at, { phone })}
            />
            <button
              type="button"
              className="button button-small"
              aria-label={`${words.remove} ${line.label}`}
              onClick={() => setLines((all) => all.filter(({ at }) => at !== line.at))}
            >
              {words.remove}
            </button>
          </div>
        ))}
      </div>
      <button
        type="button"
        className="button button-small phone-add"
        onClick={() => setLines((all) => [...all, { label: '', name: '', phone: '', at: (all.at(-1)?.at ?? 0) + 1 }])}
      >
        {words.add}
      </button>
      {isChecked && !isComplete && <FieldProblem text={words.incomplete} />}
      {error !== null && <ErrorNotice error={error} />}
      <DialogFoot confirm={words.save} isBusy={busy !== null} onClose={onClose} />
    </form>
  );
}
