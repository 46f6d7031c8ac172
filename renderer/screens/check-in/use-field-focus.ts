import { type RefObject, useEffect } from 'react';
import { hasDialog, isEditable, useTypedInto } from '../../components/use-typed-into.ts';

type Field = RefObject<HTMLInputElement | null>;

/**
 * Keeps the field ready for the next scan: it has the focus at the start and gets it back whenever nothing else that
 * takes keys has it; a character typed elsewhere moves over too.
 */
export function useFieldFocus(field: Field): void {
  useTypedInto(field);
  useEffect(() => {
    field.current?.focus();
    const onFocus = (): void => returnFocus(field);
    window.addEventListener('focus', onFocus);
    // A click on the navigation leaves its button focused; whoever clicks is not walking by keyboard.
    window.addEventListener('click', onFocus);
    return () => {
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

/** A button that was just used keeps nothing; a field somebody is in keeps the focus. */
function isFree(active: Element | null): boolean {
  if (hasDialog() || isEditable(active)) return false;
  return active === null || active === document.body || active.closest('.desk, .nav') !== null;
}
