import { useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { CallOptions } from '../../../shared/contract/client.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { CommandId, StaffId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { noteActs } from '../../stores/seen-acts.ts';
import { ask, newCommandId } from '../../stores/send-command.ts';

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

type About = Pick<LastAct, 'seat' | 'name' | 'note'>;

/**
 * The acts at the door. One command id an intent and one intent at a time: a second press, a double click or a held
 * key is the same act. After an answer the next press is a new intent, for something has been learnt since.
 */
export function useEntryActs(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const [last, setLast] = useState<LastAct | null>(null);
  const running = useRef<CommandId | null>(null);

  async function run(
    kind: LastAct['kind'],
    about: About,
    send: (options: CallOptions) => Promise<Outcome>,
  ): Promise<boolean> {
    if (running.current !== null) return false;
    const command = newCommandId();
    running.current = command;
    setBusy(true);
    setError(null);
    const { actor } = useActing.getState();
    const answer = await send({ command });
    running.current = null;
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
    checkIn: (input: MethodInput<'checkIn.confirm'>, about: About, options: CallOptions = {}) =>
      run('checked-in', about, (own) => ask('checkIn.confirm', input, { ...options, ...own })),
    refuse: (input: MethodInput<'entry.refuse'>, about: About, options: CallOptions = {}) =>
      run('refused', about, (own) => ask('entry.refuse', input, { ...options, ...own })),
  };
}

type Outcome = { readonly ok: true; readonly value: Receipt } | { readonly ok: false; readonly error: ContractError };
export type EntryActs = ReturnType<typeof useEntryActs>;
