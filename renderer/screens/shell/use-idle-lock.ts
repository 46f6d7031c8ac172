import { useEffect } from 'react';
import { isAdmissionOpen } from '../../../shared/domain/admission.ts';
import { useActing } from '../../stores/acting-store.ts';
import { signOut } from '../../stores/sign-in.ts';
import { useStation } from '../../stores/station-store.ts';
import { nowExact } from '../../stores/use-now.ts';

/** Real milliseconds without a key or a pointer after which the acting person is taken to have left. */
const IDLE_MS = 10 * 60_000;
const LOOK_MS = 5000;

/** 锁屏 after ten quiet minutes; never while people are coming in. Clock, permits and alarms stay on the sheet. */
export function useIdleLock(): void {
  useEffect(() => {
    let lastMs = performance.now();
    const noteUse = () => {
      lastMs = performance.now();
    };
    const look = setInterval(() => {
      if (useActing.getState().actor === null) return noteUse();
      const { state, status } = useStation.getState();
      // Then the ten minutes begin when entry has ended.
      if (isAdmissionOpen(state, status?.binding ?? null, nowExact())) return noteUse();
      if (performance.now() - lastMs >= IDLE_MS) signOut();
    }, LOOK_MS);
    window.addEventListener('keydown', noteUse, { capture: true });
    window.addEventListener('pointerdown', noteUse, { capture: true });
    window.addEventListener('pointermove', noteUse, { capture: true });
    return () => {
      clearInterval(look);
      window.removeEventListener('keydown', noteUse, { capture: true });
      window.removeEventListener('pointerdown', noteUse, { capture: true });
      window.removeEventListener('pointermove', noteUse, { capture: true });
    };
  }, []);
}
