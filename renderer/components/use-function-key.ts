import { useEffect, useLayoutEffect, useRef } from 'react';

/** Runs `act` on a function key anywhere on the screen, but not while a dialog is open or the key is held down. */
export function useFunctionKey(key: `F${number}`, act: (() => void) | null): void {
  const latest = useRef(act);
  // Before the screen is painted: a key pressed in the frame that shows the act must find it.
  useLayoutEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      // The browser's own meaning of the key (F7 caret browsing, F6 address bar) never applies here.
      event.preventDefault();
      if (event.repeat || event.isComposing || latest.current === null) return;
      // Under the sheet of sign-in too: what is pressed there is nobody's act.
      if (document.querySelector('[role="dialog"], [role="alertdialog"], dialog[open]') !== null) return;
      latest.current();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key]);
}
