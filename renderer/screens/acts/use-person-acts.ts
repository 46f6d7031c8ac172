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

/** What this page did last, for the line above the room and for F9. */
export interface LastAct {
  readonly event: EventRef;
  readonly actor: StaffId | null;
  /** Null where it is about the room. */
  readonly person: { readonly seat: number; readonly name: string } | null;
  /** "已交卷". */
  readonly what: string;
  /** Recorded at, guarded time. */
  readonly at: number;
}

/** Of whom an act is, and what is said of it once it stands. */
export type About = Pick<LastAct, 'person' | 'what'>;
/** A second person, and for a 补录 when it happened and why it is written late. */
export type ActOptions = Pick<CallOptions, 'occurredAt' | 'second' | 'reason'>;

/** The acts on a person, one at a time: a second press, a double click or a held key meanwhile is nothing. */
export function usePersonActs() {
  const { busy, error, setError, run: runOnce } = useAct();
  const [last, setLast] = useState<LastAct | null>(null);

  /** Answers the recorded event; null where nothing was recorded. */
  async function run(about: About, send: () => Promise<Answer<Receipt>>): Promise<EventRef | null> {
    const { actor } = useActing.getState();
    const receipt = await runOnce(about.what, send);
    const event = receipt?.events[0] ?? null;
    if (receipt !== null && event !== null) setLast({ ...about, event, actor, at: receipt.at });
    return event;
  }

  return {
    isBusy: busy !== null,
    error,
    setError,
    last,
    submit: (input: MethodInput<'submission.record'>, about: About, options: ActOptions = {}) =>
      run(about, () => ask('submission.record', input, options)),
    leave: (input: MethodInput<'leave.record'>, about: About, options: ActOptions = {}) =>
      run(about, () => ask('leave.record', input, options)),
    violate: (input: MethodInput<'violation.record'>, about: About, options: ActOptions = {}) =>
      run(about, () => ask('violation.record', input, options)),
    takeNote: (input: MethodInput<'note.take'>, about: About) => run(about, () => ask('note.take', input)),
    /** Not among what F9 takes back: the person goes to another seat by another approval. */
    changeSeat: (
      input: MethodInput<'seat.change'>,
      options: Pick<CallOptions, 'second' | 'approvalCode'>,
    ): Promise<Receipt | null> => runOnce('seat', () => ask('seat.change', input, options)),
    register: (input: MethodInput<'examSystem.register'>, about: About) =>
      run(about, () => ask('examSystem.register', input)),
  };
}

export type PersonActs = ReturnType<typeof usePersonActs>;
