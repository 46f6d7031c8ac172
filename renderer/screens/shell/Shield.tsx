import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useShield } from '../../stores/shield-store.ts';
import { shieldText as words } from '../../text/big.ts';
import { ShieldSheet } from './ShieldSheet.tsx';
import { shieldStroke } from './shield-keys.ts';

/**
 * 遮挡: a calm sheet over the whole console, dialogs included, with what the room needs and no name. The browser's own
 * modal layer lies over everything and makes what is under it dead to pointer and focus; keys are kept from it here.
 */
export function Shield() {
  const isCovered = useShield((store) => store.isCovered);
  useShieldKey();
  return isCovered ? createPortal(<Cover />, document.body) : null;
}

function useShieldKey(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const { isCovered, cover } = useShield.getState();
      const stroke = shieldStroke(isCovered, event);
      if (stroke === 'pass') return;
      event.stopImmediatePropagation();
      if (stroke !== 'keep-from-page') event.preventDefault();
      if (stroke === 'toggle') cover(!isCovered);
    }
    function onKeyUp(event: KeyboardEvent): void {
      if (useShield.getState().isCovered) event.stopImmediatePropagation();
    }
    // Before anybody else hears of it.
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
    };
  }, []);
}

function Cover() {
  const sheet = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: then the focus goes back to where it was.
  useLayoutEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    dialog?.focus(); // not the button: the sheet has no frame around it
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={sheet}
      className="shield"
      tabIndex={-1}
      aria-label={words.title}
      // An open dialog of the console must not take it for something of its own background.
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
    >
      <ShieldSheet />
      {/* The whole sheet is the button: lifting it is one click anywhere, or the key. */}
      <button type="button" className="shield-lift" onClick={() => useShield.getState().cover(false)}>
        <span>{words.lift}</span>
        <span className="shield-deaf">{words.deaf}</span>
      </button>
    </dialog>
  );
}
