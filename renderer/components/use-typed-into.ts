import { type RefObject, useEffect } from 'react';

/**
 * A scanner types into whatever has the focus: the first character typed outside a field moves the focus into this one,
 * and the character with it. Keys that work buttons (Enter, Space, arrows) stay where they are.
 */
export function useTypedInto(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isCharacter =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isCharacter && !hasDialog() && !isEditable(event.target)) field.current?.focus();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [field]);
}

/** Whether something lies over the page that takes keys for itself. */
export function hasDialog(): boolean {
  // The sheets of sign-in and 遮挡 are the browser's own dialogs, which name no role.
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], dialog[open]') !== null;
}

export function isEditable(target: EventTarget | Element | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
