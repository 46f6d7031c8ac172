/** Where no screen uses it and Chromium leaves it to the page; at the keyboard's corner, found without looking. */
export const SHIELD_KEY = 'F12';

/** What a pressed key does to 遮挡. */
export type ShieldStroke =
  | 'toggle'
  /** Not for the console under the sheet; the browser may still act on it (reload, full screen, another window). */
  | 'keep-from-page'
  /** For nobody. */
  | 'drop'
  | 'pass';

/** A key as far as 遮挡 looks at it. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

const BROWSER_KEYS: readonly string[] = ['F5', 'F11'];

/** Covered, one key lifts the sheet and all others are dead: a scanner types digits and Enter, and nobody sees where. */
export function shieldStroke(isCovered: boolean, pressed: PressedKey): ShieldStroke {
  const { key, ctrlKey, altKey, metaKey, shiftKey, repeat } = pressed;
  const isChord = ctrlKey || altKey || metaKey;
  // Held down it would flicker; repeated it is still no key of the browser's (its console).
  if (key === SHIELD_KEY && !isChord && !shiftKey) return repeat ? 'drop' : 'toggle';
  if (!isCovered) return 'pass';
  return isChord || BROWSER_KEYS.includes(key) ? 'keep-from-page' : 'drop';
}
