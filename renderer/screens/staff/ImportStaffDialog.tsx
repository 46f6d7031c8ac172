import { useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { StaffProblem } from '../../../shared/domain/staff-import.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { errorText } from '../../text/errors.ts';
import type { ErrorText } from '../../text/error-words.ts';
import { describeText, importStaffText as words, staffFileText, staffProblemText } from '../../text/staff.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { AnnouncementFile, type PickedFile } from '../settings/AnnouncementFile.tsx';

type Preview = MethodOutput<'staff.previewList'>;

interface ImportStaffDialogProps {
  readonly onClose: () => void;
  /** What was done, and whether there are first PINs to hand out. */
  readonly onDone: (said: string, hasPins: boolean) => void;
}

/** 导入考务人员: what the list says, and then the press. */
export function ImportStaffDialog({ onClose, onDone }: ImportStaffDialogProps) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refused, setRefused] = useState<ErrorText | null>(null);
  const [accepts, setAccepts] = useState(false);
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null);
  const known = preview?.people.filter(({ isKnown }) => isKnown).length ?? 0;
  const leftOut = preview === null ? 0 : preview.personRows - preview.people.length;
  const canImport = preview !== null && preview.people.length > 0 && busy === null && (leftOut === 0 || accepts);

  async function read({ name, bytes }: PickedFile): Promise<void> {
    setBusy('reading');
    setRefused(null);
    setPreview(null);
    setAccepts(false);
    const answer = await ask('staff.previewList', { fileName: name, bytes });
    setBusy(null);
    if (answer.ok) setPreview(answer.value);
    else setRefused(fileErrorText(answer.error, name));
  }

  async function commit(): Promise<void> {
    if (!canImport) return;
    setBusy('importing');
    const answer = await ask('staff.import', { preview: preview.preview, acceptLeftOut: accepts });
    setBusy(null);
    if (!answer.ok) {
      setRefused(errorText(answer.error));
      return;
    }
    await catchUp();
    onDone(words.done(answer.value.added, answer.value.described), answer.value.added > 0);
  }

  return (
    <FormDialog title={words.title} isOpen isWide isDismissable={preview === null} onClose={onClose}>
      <div className="dialog-body">
        <p className="quiet">{words.what}</p>
        <div className="settings-acts">
          <AnnouncementFile
            label={busy === 'reading' ? words.reading : words.pick}
            isDisabled={busy !== null}
            onPick={(file) => void read(file)}
            onUnreadable={(name) => setRefused(fileErrorText(TOO_LARGE, name))}
          />
        </div>
        {refused !== null && <Notice tone="violation" {...refused} />}
        {preview !== null && <PreviewView preview={preview} />}
        <div className="dialog-foot">
          {leftOut > 0 && (
            <label className="check">
              <input type="checkbox" checked={accepts} onChange={(event) => setAccepts(event.target.checked)} />
              {words.acceptLeftOut(leftOut)}
            </label>
          )}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={onClose}>
              {describeText.cancel}
            </button>
            {preview !== null && (
              <button
                type="button"
                className="button button-primary"
                disabled={!canImport}
                onClick={() => void commit()}
              >
                {busy === 'importing'
                  ? words.importing
                  : preview.people.length === 0
                    ? words.nothing
                    : words.confirm(preview.people.length - known, known)}
              </button>
            )}
          </div>
        </div>
      </div>
    </FormDialog>
  );
}

const TOO_LARGE = { code: 'roster-file-refused', rule: '', figures: { reason: 'file-too-large' } } as const;

function fileErrorText(error: ContractError, fileName: string): ErrorText {
  if (error.code !== 'roster-file-refused') return errorText(error);
  const reason = String(error.figures['reason']);
  const known = Object.entries(staffFileText).find(([name]) => name === reason)?.[1] ?? staffFileText.other;
  return { what: `「${fileName}」${known[0]}`, todo: known[1] };
}

const SHAPES: Readonly<Record<StaffProblem['severity'], readonly [MarkShape, string]>> = {
  error: ['forbidden', 'violation'],
  warning: ['late', 'late'],
  note: ['off', 'accent'],
};

function PreviewView({ preview: { people, problems, personRows } }: { readonly preview: Preview }) {
  const known = people.filter(({ isKnown }) => isKnown).length;
  const sums = [
    [words.sums.people, personRows],
    [words.sums.taken, people.length],
    [words.sums.known, known],
    [words.sums.left, personRows - people.length],
  ] as const;
  return (
    <>
      <dl className="card preview-sums staff-sums">
        {sums.map(([label, value]) => (
          <div key={label} className="sum">
            <dd className="sum-value figures">{value}</dd>
            <dt className="quiet">{label}</dt>
          </div>
        ))}
      </dl>
      {(['error', 'warning', 'note'] as const).map((severity) => {
        const found = problems.filter((problem) => problem.severity === severity);
        if (found.length === 0) return null;
        const [shape, tone] = SHAPES[severity];
        return (
          <details key={severity} className="card" open={severity !== 'note'}>
            <summary className="card-summary">
              <span className={`tag tone-${tone}`}>
                <Mark shape={shape} />
                {found.length}
              </span>
              {words.severities[severity]}
            </summary>
            <ul className="problem-list">
              {found.map((problem) => (
                <li key={`${problem.row} ${problem.code}`}>{staffProblemText(problem)}</li>
              ))}
            </ul>
          </details>
        );
      })}
      <section className="staff-preview" tabIndex={0} aria-label={words.sums.taken}>
        <table className="table">
          <tbody>
            {people.map(({ row, name, role, room }) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                <td>{ROLE_LABELS[role]}</td>
                <td className="figures">{room ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
