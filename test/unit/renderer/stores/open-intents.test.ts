import { describe, expect, it } from 'vitest';
import { createOpenIntents } from '../../../../renderer/stores/open-intents.ts';
import type { StoredEvent } from '../../../../shared/contract/views.ts';
import { as, type CommandId } from '../../../../shared/ids.ts';

function numbered(): () => CommandId {
  let count = 0;
  return () => as<CommandId>(`id-${(count += 1)}`);
}

/** Only what the intents look at. */
function recorded(command: string): StoredEvent {
  return { arrival: 1, hash: '', event: { command } } as unknown as StoredEvent;
}

describe('an intent', () => {
  it('pressed again before its answer is the same act, and after it a new one', () => {
    const intents = createOpenIntents(numbered());
    expect(intents.idOf('check in 1')).toBe('id-1');
    expect(intents.idOf('check in 1')).toBe('id-1');
    expect(intents.idOf('check in 2')).toBe('id-2');
    intents.answered('check in 1');
    expect(intents.idOf('check in 1')).toBe('id-3');
  });

  it('whose answer never came keeps its id, so that asking again cannot record it twice', () => {
    const intents = createOpenIntents(numbered());
    intents.idOf('confirm');
    intents.lost('confirm');
    expect(intents.idOf('confirm')).toBe('id-1');
  });

  it('that the journal shows as recorded is over: done, taken back and done again are three acts', () => {
    const intents = createOpenIntents(numbered());
    intents.idOf('confirm');
    intents.lost('confirm');
    intents.seen([recorded('of somebody else')]);
    expect(intents.idOf('confirm')).toBe('id-1');
    intents.seen([recorded('id-1')]);
    expect(intents.idOf('confirm')).toBe('id-2');
  });

  it('still waiting for its answer stays open when its event is pushed first', () => {
    const intents = createOpenIntents(numbered());
    intents.idOf('confirm');
    intents.seen([recorded('id-1')]);
    expect(intents.idOf('confirm')).toBe('id-1');
  });
});
