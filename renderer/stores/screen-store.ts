import { create } from 'zustand';
import { SCREENS, type ScreenName } from '../text/shell.ts';

const STORAGE_KEY = 'proctor.screen';

interface ScreenStore {
  readonly screen: ScreenName;
  show(screen: ScreenName): void;
}

/** Which screen is open; a reload (or a restart of the station) comes back to it. */
export const useScreen = create<ScreenStore>((set) => ({
  screen: SCREENS.find((screen) => screen === sessionStorage.getItem(STORAGE_KEY)) ?? 'day',
  show(screen) {
    sessionStorage.setItem(STORAGE_KEY, screen);
    set({ screen });
  },
}));
