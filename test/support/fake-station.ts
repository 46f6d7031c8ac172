import type { Answer } from '../../shared/contract/call.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { ok } from '../../shared/result.ts';

/** A station that holds nothing: it notes what reached it and says what it is told to say. */
export interface FakeStation extends Station {
  readonly calls: { readonly method: string; readonly call: unknown }[];
  /** What the next calls answer; default: ok(null). */
  answer: (method: string, call: unknown) => Promise<Answer<unknown>>;
  push(push: Push): void;
}

export function createFakeStation(): FakeStation {
  const listeners = new Set<(push: Push) => void>();
  const station: FakeStation = {
    calls: [],
    answer: async () => ok(null),
    dispatch(method, call) {
      station.calls.push({ method, call });
      return station.answer(method, call);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (push) => listeners.forEach((listener) => listener(push)),
    close: async () => {},
  };
  return station;
}

/** A push of the exam clock, told apart from others by its instant. */
export function clockPush(nowMs: number): Push {
  return { push: 'clock', clock: { nowMs, rate: 1, timeInDoubt: false, notice: null } };
}
