import { type FormEvent, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { APPROVAL_CODES, type PhoneApprovalKind } from '../../../shared/domain/package-events.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { shortTimeText } from '../../text/format.ts';
import { PHONE_APPROVAL_KINDS, phoneApprovalKindText, phoneApprovalText as words } from '../../text/package.ts';

interface PhoneApprovalDialogProps {
  readonly rooms: readonly RoomNo[];
  readonly onClose: () => void;
}

interface Given extends MethodOutput<'approvalCode.read'> {
  readonly room: RoomNo;
  readonly number: number;
  /** The request had been answered before: the same code, for what it was given then. */
  readonly isAgain: boolean;
}

/** Who calls, which request, what for; then the code, large, to be read out. */
export function PhoneApprovalDialog({ rooms, onClose }: PhoneApprovalDialogProps) {
  const [given, setGiven] = useState<Given | null>(null);
  return (
    <FormDialog title={words.dialog} isOpen onClose={onClose}>
      {given === null ? (
        <RequestForm rooms={rooms} onGiven={setGiven} onClose={onClose} />
      ) : (
        <CodeToRead given={given} onNext={() => setGiven(null)} onClose={onClose} />
      )}
    </FormDialog>
  );
}

interface RequestFormProps extends PhoneApprovalDialogProps {
  readonly onGiven: (given: Given) => void;
}

function RequestForm({ rooms, onGiven, onClose }: RequestFormProps) {
  const [room, setRoom] = useState<RoomNo | null>(rooms.length === 1 ? (rooms[0] ?? null) : null);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<PhoneApprovalKind | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const number = requestNumber(typed);
  const isAmiss = typed.trim() !== '' && number === null;

  async function answer(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || room === null || number === null || kind === null) return;
    setBusy(true);
    setError(null);
    const recorded = await ask('approvalCode.answer', { room, number, kind });
    const isAgain = !recorded.ok && recorded.error.code === 'approval-already-answered';
    const code = recorded.ok || isAgain ? await ask('approvalCode.read', { room, number }) : recorded;
    setBusy(false);
    if (code.ok) onGiven({ ...code.value, room, number, isAgain });
    else setError(code.error);
  }

  return (
    <form className="dialog-body" onSubmit={(event) => void answer(event)} noValidate>
      <ChoiceList
        label={words.room}
        columns={4}
        value={room}
        onChange={setRoom}
        choices={rooms.map((no) => ({ value: no, label: <span className="figures">{no}</span> }))}
      />
      <TextField
        label={words.number}
        hint={words.numberHint}
        inputMode="numeric"
        maxLength={4}
        value={typed}
        onChange={setTyped}
        problem={isAmiss ? words.numberWrong : null}
        takesFocus={rooms.length === 1}
      />
      <ChoiceList
        label={words.kind}
        columns={3}
        value={kind}
        onChange={setKind}
        choices={PHONE_APPROVAL_KINDS.map((value) => ({ value, label: phoneApprovalKindText(value) }))}
      />
      {error !== null && <ErrorNotice error={error} />}
      <div className="dialog-actions">
        <button type="button" className="button" disabled={isBusy} onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="submit"
          className="button button-primary"
          disabled={isBusy || room === null || number === null || kind === null}
        >
          {isBusy ? words.answering : words.answer}
        </button>
      </div>
    </form>
  );
}

interface CodeToReadProps {
  readonly given: Given;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

function CodeToRead({ given: { room, number, kind, code, at, isAgain }, onNext, onClose }: CodeToReadProps) {
  const what = phoneApprovalKindText(kind);
  return (
    <div className="dialog-body">
      <p className="figures">{words.readOut(room, String(number).padStart(2, '0'), what)}</p>
      <p className="approval-code figures" aria-label={words.code}>
        <span>{code.slice(0, 4)}</span> <span>{code.slice(4)}</span>
      </p>
      {isAgain && <Notice tone="late" what={words.again(shortTimeText(at), what)} />}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onNext}>
          {words.next}
        </button>
        <button type="button" className="button button-primary" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </div>
  );
}

/** The two digits as the room says them, full-width ones too; null where they name no request. */
function requestNumber(typed: string): number | null {
  const digits = typed.normalize('NFKC').trim();
  const number = /^\d{1,2}$/.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= APPROVAL_CODES ? number : null;
}
