import { useLayoutEffect, useRef } from 'react';
import { useFunctionKey } from '../../components/use-function-key.ts';

/** Real milliseconds after a task has come on top in which F2 may still have been meant for the one before. */
const GUARD_MS = 400;

/**
 * F2 for the task on top, or another key for what else takes turns. Tasks take each other's place by themselves, at an instant or after a confirmation: a press in
 * the moment of the change is nothing, so that no double press and no late finger records what nobody has read.
 */
export function useTaskKey(act: (() => void) | null, key: 'F2' | 'F7' = 'F2'): void {
  const shownAtMs = useRef(Number.POSITIVE_INFINITY);
  // Before it is painted: counted from when somebody could see it, however busy the page is afterwards.
  useLayoutEffect(() => {
    shownAtMs.current = performance.now();
  }, []);
  useFunctionKey(
    key,
    act === null
      ? null
      : () => {
          if (performance.now() - shownAtMs.current >= GUARD_MS) act();
        },
  );
}
