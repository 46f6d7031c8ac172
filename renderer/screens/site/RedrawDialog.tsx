import { type FormEvent, useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkText } from '../../text/checks.ts';
import { lotText } from '../../text/lots.ts';
import { calledOf, isCalledTyped } from './called-number.ts';
import type { Lots } from './use-lots.ts';

interface RedrawDialogProps {
  readonly lots: Lots;
  readonly onClose: () => void;
}

/** Once more, with a reason; the draw before stays on record. */
export function RedrawDialog({ lots: { pool, rooms }, onClose }: RedrawDialogProps) {
  const [reason, setReason] = useState('');
  const [called, setCalled] = useState('');
  const isPackaged = useStation((view) => view.state.site.packages.made !== null);
  const { busy, error, run } = useAct();
  const places = rooms.reduce((sum, room) => sum + room.places, 0);
  const canDraw = reason.trim() !== '' && isCalledTyped(called) && busy === null;

  async function draw(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canDraw) return;
    const options = { reason: reason.trim() };
    if ((await run('draw', () => ask('lots.draw', { called: calledOf(called) }, options))) !== null) onClose();
  }

  return (
    <FormDialog title={lotText.againTitle} isOpen onClose={onClose} isDismissable={reason === ''}>
      <form className="dialog-body" onSubmit={(event) => void draw(event)}>
        <Notice tone="late" what={lotText.ready(pool.length, rooms.length, places)} todo={lotText.againWhy} />
        {isPackaged && <Notice tone="late" what={lotText.packaged} todo={lotText.packagedTodo} />}
        <TextField label={lotText.reason} value={reason} maxLength={500} takesFocus onChange={setReason} />
        <TextField
          label={lotText.called}
          value={called}
          inputMode="numeric"
          maxLength={12}
          problem={isCalledTyped(called) ? null : lotText.calledWrong}
          onChange={setCalled}
        />
        {error !== null && <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {checkText.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={!canDraw}>
            {lotText.draw}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}
