import { type RefObject, useEffect } from 'react';

type Field = RefObject<HTMLInputElement | null>;

/**
 * Keeps the field ready for the next scan: it has the focus at the start and gets it back whenever nothing else that
 * takes keys has it. A scanner types into whatever has the focus, so the first character typed elsewhere moves over too.
 */
export function useFieldFocus(field: Field): void {
  useEffect(() => {
    field.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      const isCharacter =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isCharacter && !hasDialog() && !isEditable(event.target)) field.current?.focus();
    };
    const onFocus = (): void => returnFocus(field);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('focus', onFocus);
    // A click on the navigation leaves its button focused; whoever clicks is not walking by keyboard.
    window.addEventListener('click', onFocus);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('click', onFocus);
    };
  }, [field]);
}

/** Gives the field the focus again, once the click or the act that led here has had its own effect. */
export function returnFocus(field: Field): void {
  requestAnimationFrame(() => {
    if (isFree(document.activeElement)) field.current?.focus();
  });
}

function hasDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

function isEditable(target: EventTarget | Element | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** A button that was just used keeps nothing; a field somebody is in keeps the focus. */
function isFree(active: Element | null): boolean {
  if (hasDialog() || isEditable(active)) return false;
  return active === null || active === document.body || active.closest('.desk, .nav') !== null;
}
