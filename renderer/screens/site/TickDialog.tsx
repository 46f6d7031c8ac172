import { type FormEvent, useState } from 'react';
import { checkAsks, type CheckFacts, checkSentence } from '../../../shared/documents/check-words.ts';
import type { CheckStanding } from '../../../shared/domain/checks-state.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText as words } from '../../text/checks.ts';

interface TickDialogProps {
  readonly standing: CheckStanding;
  readonly roomNo: RoomNo | null;
  readonly facts: CheckFacts;
  readonly onClose: () => void;
}

/** A tick that says something more: how many machines there are, who keeps the video. */
export function TickDialog({ standing: { item, wanted, entry }, roomNo, facts, onClose }: TickDialogProps) {
  const [typed, setTyped] = useState(entry?.count === undefined || entry.count === null ? '' : String(entry.count));
  const { busy, error, run } = useAct();
  const isCount = item.asks === 'count';
  const count = isCount && /^\d{1,4}$/.test(typed) ? Number(typed) : null;
  const isReady = isCount ? count !== null : typed.trim() !== '';

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const note = isCount ? null : typed.trim();
    const saved = await run(item.id, () => ask('check.tick', { room: roomNo, item: item.id, count, note }));
    if (saved !== null) onClose();
  }

  return (
    <FormDialog title={checkSentence(item.id, facts)} isOpen onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void save(event)}>
        <TextField
          label={checkAsks(item.id, facts)}
          value={typed}
          maxLength={isCount ? 4 : 500}
          {...(isCount ? { inputMode: 'numeric' as const } : {})}
          hint={wanted === null ? '' : words.wanted(wanted)}
          problem={isCount && typed !== '' && count === null ? words.countWrong : null}
          takesFocus
          onChange={setTyped}
        />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={!isReady || busy !== null}>
            {words.save}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
