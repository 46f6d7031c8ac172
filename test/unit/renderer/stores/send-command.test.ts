import { afterEach, expect, it, vi } from 'vitest';
import type { Answer } from '../../../../shared/contract/call.ts';
import { as, type StaffId } from '../../../../shared/ids.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A page whose station answers when it is told to. */
async function openPage() {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  const { useActing } = await import('../../../../renderer/stores/acting-store.ts');
  const { linkStation } = await import('../../../../renderer/stores/station-link.ts');
  const { ask } = await import('../../../../renderer/stores/send-command.ts');
  let answer: (answer: Answer<never>) => void = () => undefined;
  linkStation({
    invoke: () => new Promise((resolve) => (answer = resolve)),
    subscribe: () => () => undefined,
    connectionState: () => 'connecting',
    onConnection: () => () => undefined,
  });
  const signedOut = () => answer({ ok: false, error: { code: 'signed-out', rule: 'PP1', figures: {} } });
  return { ask, useActing, signedOut };
}

const first = { actor: as<StaffId>('first'), proof: 'proof of the first' };
const second = { actor: as<StaffId>('second'), proof: 'proof of the second' };

it('[PP1] whose sign-in is over is asked for his PIN', async () => {
  const { ask, useActing, signedOut } = await openPage();
  useActing.getState().take(first);
  const asked = ask('contacts.read', {});
  signedOut();
  await asked;
  expect(useActing.getState()).toMatchObject({ actor: null, last: 'first' });
});

it('[PP1] an answer to who was here before does not send away who has signed in since', async () => {
  const { ask, useActing, signedOut } = await openPage();
  useActing.getState().take(first);
  const asked = ask('contacts.read', {});
  useActing.getState().take(second);
  signedOut();
  await asked;
  expect(useActing.getState()).toMatchObject(second);
});
