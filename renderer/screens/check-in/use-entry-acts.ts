import { useState } from 'react';
import type { Answer } from '../../../shared/contract/call.ts';
import type { CallOptions } from '../../../shared/contract/client.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';

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

type Backfill = Pick<CallOptions, 'occurredAt' | 'second' | 'reason' | 'approvalCode'>;
type About = Pick<LastAct, 'seat' | 'name' | 'note'>;

/**
 * The acts at the door, one at a time: a second press, a double click or a held key while one is on its way is nothing.
 */
export function useEntryActs(onDone: () => void) {
  const { busy, error, setError, run: runOnce } = useAct();
  const [last, setLast] = useState<LastAct | null>(null);

  async function run(kind: LastAct['kind'], about: About, send: () => Promise<Answer<Receipt>>): Promise<boolean> {
    const { actor } = useActing.getState();
    const receipt = await runOnce(kind, send);
    if (receipt === null) return false;
    const event = receipt.events[0];
    if (event !== undefined) setLast({ ...about, event, actor, kind, at: receipt.at });
    onDone();
    return true;
  }

  return {
    isBusy: busy !== null,
    error,
    setError,
    last,
    checkIn: (input: MethodInput<'checkIn.confirm'>, about: About, options: Backfill = {}) =>
      run('checked-in', about, () => ask('checkIn.confirm', input, options)),
    refuse: (input: MethodInput<'entry.refuse'>, about: About) =>
      run('refused', about, () => ask('entry.refuse', input)),
  };
}

export type EntryActs = ReturnType<typeof useEntryActs>;
