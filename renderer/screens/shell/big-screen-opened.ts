/** How opening 大屏 came out. */
export interface BigScreenOpened {
  /** The browser let no window open. */
  readonly isBlocked: boolean;
  /** The host opened a window of its own, on the projector where there is one. */
  readonly isOurWindow: boolean;
  readonly screens: ScreensBeside;
}

/** What is known of the screens: one alone may be a mirrored projector, which shows the console to the candidates. */
export type ScreensBeside = 'one' | 'extended' | 'unknown';

/** By what the host counts; else by what the browser itself knows, and some do not. */
export function screensBeside(displays: number | null, screen: object): ScreensBeside {
  if (displays !== null) return displays > 1 ? 'extended' : 'one';
  if (!('isExtended' in screen) || typeof screen.isExtended !== 'boolean') return 'unknown';
  return screen.isExtended ? 'extended' : 'one';
}
