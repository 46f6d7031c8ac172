import { useState } from 'react';
import { useStore } from 'zustand';
import type { RoomNo } from '../../../shared/ids.ts';
import { ask } from '../../stores/send-command.ts';
import { createSearchStore, type Search } from './search-store.ts';

/** The search of this desk among the people of one room; the desk is drawn anew for another room. */
export function useSearch(room: RoomNo): Search {
  const [store] = useState(() =>
    createSearchStore({
      ask: (query) => ask('candidates.search', { query, room }),
      elapsed: () => performance.now(),
    }),
  );
  return useStore(store);
}
