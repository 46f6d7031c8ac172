import { create } from 'zustand';

export const SITE_VIEWS = ['checks', 'lots'] as const;
type SiteView = (typeof SITE_VIEWS)[number];

interface SiteViewStore {
  readonly view: SiteView;
  show(view: SiteView): void;
}

/** Which part of 考点总览 is open: 今日考务 leads to either. */
export const useSiteView = create<SiteViewStore>((set) => ({ view: 'checks', show: (view) => set({ view }) }));
