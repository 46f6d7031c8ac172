import { isAwakeNeeded, timelineAt } from '../../shared/domain/awake.ts';
import { useStation } from './station-store.ts';
import { nowExact } from './use-now.ts';

/**
 * AL4: in a browser the page itself keeps the display awake while a paper is near or runs; on the desktop its host does.
 * Where the browser cannot or may not, nothing is said: the light 电源 never claims that it does.
 */
export function followKeepAwake(): void {
  let lock: WakeLockSentinel | null = null;
  let isAsking = false;
  let isRefused = false;

  async function look(): Promise<void> {
    if (isAsking) return;
    if (lock?.released === true) lock = null; // a page that was hidden has lost it
    const isNeeded = isNeededNow();
    if (isNeeded === (lock !== null) || (isNeeded && isRefused)) return;
    isAsking = true;
    try {
      if (lock !== null) await lock.release();
      lock = isNeeded ? await navigator.wakeLock.request('screen') : null;
    } catch {
      lock = null;
      isRefused = true; // a battery that is low: asked again when somebody comes back to the page
    } finally {
      isAsking = false;
    }
  }

  if (!('wakeLock' in navigator)) return;
  useStation.subscribe(() => void look()); // told once a second, by the clock
  document.addEventListener('visibilitychange', () => {
    isRefused = false;
    void look();
  });
}

function isNeededNow(): boolean {
  const { status, state } = useStation.getState();
  if (status?.host !== 'browser' || document.visibilityState !== 'visible') return false;
  return isAwakeNeeded(timelineAt(state, status.binding), nowExact());
}
