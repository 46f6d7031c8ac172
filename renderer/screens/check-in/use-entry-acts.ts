import { useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { CallOptions } from '../../../shared/contract/client.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { noteActs } from '../../stores/seen-acts.ts';
import { ask } from '../../stores/send-command.ts';

/** What this page did last, for the large line and for F9. */
export interface LastAct {
  readonly event: EventRef;
  readonly actor: StaffId | null;
  readonly kind: 'checked-in' | 'refused';
  readonly seat: number | null;
  readonly name: string;
  /** Recorded at, guarded time. */
  readonly at: number;
  readonly note: string;
}

type Backfill = Pick<CallOptions, 'occurredAt' | 'second' | 'reason'>;
type About = Pick<LastAct, 'seat' | 'name' | 'note'>;

/**
 * The acts at the door, one at a time: a second press, a double click or a held key while one is on its way is nothing.
 */
export function useEntryActs(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const [last, setLast] = useState<LastAct | null>(null);
  const isRunning = useRef(false);

  async function run(kind: LastAct['kind'], about: About, send: () => Promise<Outcome>): Promise<boolean> {
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    setError(null);
    const { actor } = useActing.getState();
    const answer = await send();
    isRunning.current = false;
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return false;
    }
    noteActs(answer.value);
    const event = answer.value.events[0];
    if (event !== undefined) setLast({ ...about, event, actor, kind, at: answer.value.at });
    onDone();
    return true;
  }

  return {
    isBusy,
    error,
    setError,
    last,
    checkIn: (input: MethodInput<'checkIn.confirm'>, about: About, options: Backfill = {}) =>
      run('checked-in', about, () => ask('checkIn.confirm', input, options)),
    refuse: (input: MethodInput<'entry.refuse'>, about: About) =>
      run('refused', about, () => ask('entry.refuse', input)),
  };
}

type Outcome = { readonly ok: true; readonly value: Receipt } | { readonly ok: false; readonly error: ContractError };
export type EntryActs = ReturnType<typeof useEntryActs>;
