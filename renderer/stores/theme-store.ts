import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
const STORAGE_KEY = 'proctor.theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

interface ThemeStore {
  readonly theme: Theme;
  choose(theme: Theme): void;
}

/** Light, dark, or as the computer has it; kept in this browser. */
export const useTheme = create<ThemeStore>((set) => ({
  theme: THEMES.find((theme) => theme === localStorage.getItem(STORAGE_KEY)) ?? 'system',
  choose(theme) {
    localStorage.setItem(STORAGE_KEY, theme);
    applyTheme(theme);
    set({ theme });
  },
}));

/** Puts the theme on the page; the style sheet does the rest. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
