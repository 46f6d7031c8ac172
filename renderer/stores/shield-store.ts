import { create } from 'zustand';

const STORAGE_KEY = 'proctor.shield';

interface ShieldStore {
  /** 遮挡: nothing of the console is to be seen, and nothing of it can be done. */
  readonly isCovered: boolean;
  cover(isCovered: boolean): void;
}

/** Kept for this window: a page that is loaded anew while it is covered comes back covered. */
export const useShield = create<ShieldStore>((set) => ({
  isCovered: sessionStorage.getItem(STORAGE_KEY) === 'covered',
  cover(isCovered) {
    if (isCovered) sessionStorage.setItem(STORAGE_KEY, 'covered');
    else sessionStorage.removeItem(STORAGE_KEY);
    set({ isCovered });
  },
}));
