/** Whether what is typed can be taken: nothing, or up to twelve digits. */
export function isCalledTyped(typed: string): boolean {
  return /^\d{0,12}$/.test(typed.trim());
}

/** The number as it is recorded; null where none was called out. */
export function calledOf(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
