import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { pinsText as words } from '../../text/staff.ts';
import { ROLE_LABELS } from '../../text/words.ts';

type People = MethodOutput<'staff.initialPins'>['people'];

/** Each newcomer's first PIN, once: what is closed here is nowhere any more. */
export function PinsDialog({ onClose }: { readonly onClose: () => void }) {
  const [people, setPeople] = useState<People>([]);
  const [isSafe, setSafe] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void ask('staff.initialPins', { forget: false }).then((answer) => {
      if (isCurrent && answer.ok) setPeople(answer.value.people);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  async function close(): Promise<void> {
    await ask('staff.initialPins', { forget: true });
    onClose();
  }
  const asText = people.map(({ name, role, room, pin }) => [name, ROLE_LABELS[role], room ?? '', pin].join('\t'));
  return (
    <FormDialog title={words.title} isOpen isWide isDismissable={false} onClose={() => void close()}>
      <div className="dialog-body">
        <p>{words.what}</p>
        <Notice tone="late" what={words.warning} />
        <section className="staff-preview staff-pins" tabIndex={0} aria-label={words.sheetTitle}>
          <h3 className="staff-pins-title">{words.sheetTitle}</h3>
          <table className="table">
            <thead>
              <tr>
                {Object.values(words.headings).map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map(({ staff, name, role, room, pin }) => (
                <tr key={staff}>
                  <th scope="row">{name}</th>
                  <td>{ROLE_LABELS[role]}</td>
                  <td className="figures">{room ?? ''}</td>
                  <td className="figures staff-pin">{pin}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <div className="dialog-foot">
          <label className="check">
            <input type="checkbox" checked={isSafe} onChange={(event) => setSafe(event.target.checked)} />
            {words.sure}
          </label>
          <div className="dialog-actions">
            <CopyButton text={asText.join('\n')} label={words.copy} />
            <button type="button" className="button" onClick={() => window.print()}>
              {words.print}
            </button>
            <button type="button" className="button button-primary" disabled={!isSafe} onClick={() => void close()}>
              {words.close}
            </button>
          </div>
        </div>
      </div>
    </FormDialog>
  );
}
