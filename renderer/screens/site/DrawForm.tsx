import { type FormEvent, useState } from 'react';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { lotText } from '../../text/lots.ts';
import { calledOf, isCalledTyped } from './called-number.ts';
import type { Lots } from './use-lots.ts';

/** Before the first draw: who is in it, a number if somebody calls one out, and the one act. */
export function DrawForm({ lots }: { readonly lots: Lots }) {
  const [called, setCalled] = useState('');
  const { busy, error, run } = useAct();
  const { pool, rooms } = lots;
  const places = rooms.reduce((sum, room) => sum + room.places, 0);
  const missing = places - pool.length;
  const canDraw = places > 0 && missing <= 0 && isCalledTyped(called) && busy === null;

  function draw(event: FormEvent): void {
    event.preventDefault();
    if (canDraw) void run('draw', () => ask('lots.draw', { called: calledOf(called) }));
  }

  return (
    <form className="card lots-form" onSubmit={draw}>
      <h2 className="lots-title">{lotText.title}</h2>
      <p className="figures">{places === 0 ? lotText.nobody : lotText.ready(pool.length, rooms.length, places)}</p>
      {missing > 0 && places > 0 && <Notice tone="late" what={lotText.short(missing)} todo={lotText.shortTodo} />}
      {pool.length > 0 && (
        <p className="quiet">
          {lotText.pool}：{pool.map(({ name }) => name).join('、')}
        </p>
      )}
      <TextField
        label={lotText.called}
        value={called}
        inputMode="numeric"
        maxLength={12}
        hint={lotText.calledHint}
        problem={isCalledTyped(called) ? null : lotText.calledWrong}
        onChange={setCalled}
      />
      {error !== null && <ErrorNotice error={error} />}
      <button type="submit" className="button button-primary" disabled={!canDraw}>
        {busy === null ? lotText.draw : lotText.drawing}
      </button>
    </form>
  );
}
