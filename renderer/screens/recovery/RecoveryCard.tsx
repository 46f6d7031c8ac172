import { useState } from 'react';
import type { RecoverySheet } from '../../../shared/domain/key-state.ts';
import { Mark } from '../../components/Mark.tsx';
import { HandOver } from '../../components/LeaderOnly.tsx';
import { useStation } from '../../stores/station-store.ts';
import { dayTimeText } from '../../text/format.ts';
import { recoveryCardText as words } from '../../text/recovery.ts';
import { type RecoveryAct, RecoveryDialogs } from './RecoveryDialogs.tsx';
import { useMayRecover, useRecoverySheet } from './use-recovery-sheet.ts';

/** 设置 → 恢复单: how it stands with the paper that opens the day anywhere, and the one thing to do next. */
export function RecoveryCard() {
  const sheet = useRecoverySheet();
  const mayAct = useMayRecover();
  const keptIn = useStation((view) => view.status?.keysKeptIn ?? 'files');
  const [open, setOpen] = useState<RecoveryAct | null>(null);
  return (
    <section className="card">
      <h2 className="card-title">{words.title}</h2>
      <p>{words.what}</p>
      <SheetState sheet={sheet} />
      {mayAct ? <Acts sheet={sheet} onOpen={setOpen} /> : <HandOver />}
      <p className="recovery-kept">{words.keptIn[keptIn]}</p>
      {mayAct && sheet !== null && sheet.checkedAt !== null && (
        <button type="button" className="button button-danger-quiet recovery-lock" onClick={() => setOpen('lock')}>
          {words.lock}
        </button>
      )}
      <RecoveryDialogs open={open} sheet={sheet} onOpen={setOpen} />
    </section>
  );
}

function SheetState({ sheet }: { readonly sheet: RecoverySheet | null }) {
  const by = useStation((view) => view.staff.find(({ staff }) => staff === sheet?.checkedBy)?.name);
  if (sheet === null) {
    return (
      <p className="field-problem recovery-state">
        <Mark shape="late" />
        {words.none}
      </p>
    );
  }
  if (sheet.checkedAt === null) return <p className="recovery-state">{words.unchecked(sheet.sheet)}</p>;
  return (
    <p className="recovery-state figures">
      <span className="tag tone-present">
        <Mark shape="done" />
        {words.checked(sheet.sheet, dayTimeText(sheet.checkedAt), by ?? '—')}
      </span>
    </p>
  );
}

interface ActsProps {
  readonly sheet: RecoverySheet | null;
  readonly onOpen: (dialog: RecoveryAct) => void;
}

function Acts({ sheet, onOpen }: ActsProps) {
  const button = (dialog: RecoveryAct, label: string, isPrimary = false) => (
    <button type="button" className={isPrimary ? 'button button-primary' : 'button'} onClick={() => onOpen(dialog)}>
      {label}
    </button>
  );
  if (sheet === null) return <div className="recovery-acts">{button('print-new', words.make, true)}</div>;
  if (sheet.checkedAt === null) {
    return (
      <div className="recovery-acts">
        {button('check', words.check, true)}
        {button('print-again', words.printAgain)}
        {button('print-new', words.replace)}
      </div>
    );
  }
  return (
    <div className="recovery-acts">
      {button('pin', words.lostPin)}
      {button('print-new', words.replace)}
    </div>
  );
}
