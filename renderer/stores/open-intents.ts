import type { StoredEvent } from '../../shared/contract/views.ts';
import type { CommandId } from '../../shared/ids.ts';

/**
 * One command id an intent. An intent is open from its first press until its answer: pressed again meanwhile it is the
 * same act. After an answer the next press is a new intent, for something has been learnt since. Where the line was lost
 * for good the intent stays open, until the journal shows it recorded or the same is asked again.
 */
export interface OpenIntents {
  /** The id under which to send what `key` says. */
  idOf(key: string): CommandId;
  answered(key: string): void;
  /** The line was given up: whether it was recorded is not known here. */
  lost(key: string): void;
  /** What the journal shows as recorded is no longer open: the same words pressed again mean a new act. */
  seen(events: readonly StoredEvent[]): void;
}

export function createOpenIntents(newId: () => CommandId): OpenIntents {
  const open = new Map<string, CommandId>();
  const lost = new Map<CommandId, string>();

  function close(key: string): void {
    const id = open.get(key);
    if (id !== undefined) lost.delete(id);
    open.delete(key);
  }

  return {
    idOf(key) {
      const id = open.get(key) ?? newId();
      open.set(key, id);
      return id;
    },
    answered: close,
    lost(key) {
      const id = open.get(key);
      if (id !== undefined) lost.set(id, key);
    },
    seen(events) {
      if (lost.size === 0) return;
      for (const { event } of events) {
        const key = event.command === null ? undefined : lost.get(event.command);
        if (key !== undefined) close(key);
      }
    },
  };
}
