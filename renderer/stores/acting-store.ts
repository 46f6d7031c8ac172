import { create } from 'zustand';
import type { StaffCard } from '../../shared/contract/views.ts';
import { as, type StaffId } from '../../shared/ids.ts';

const STORAGE_KEY = 'proctor.acting';

interface ActingStore {
  /** 当前操作; null until somebody has been chosen. */
  readonly actor: StaffId | null;
  choose(staff: StaffId): void;
  /** Keeps the choice only while the person is on the staff; during the set-up the chief acts. */
  settle(staff: readonly StaffCard[], isSetup: boolean): void;
}

/** Who acts at this page. The browser keeps the staff id alone, never a name. */
export const useActing = create<ActingStore>((set) => ({
  actor: readStored(),
  choose(staff) {
    localStorage.setItem(STORAGE_KEY, staff);
    set({ actor: staff });
  },
  settle(staff, isSetup) {
    // The chief acts in the set-up without having been chosen; the exam day begins with an explicit choice.
    const automatic = isSetup ? staff.find((card) => card.role === 'chief') : staff.length === 1 ? staff[0] : undefined;
    const stored = readStored();
    const kept = staff.find((card) => card.staff === stored);
    set({ actor: (automatic ?? kept)?.staff ?? null });
  },
}));

function readStored(): StaffId | null {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === null ? null : as<StaffId>(stored);
}

/** The room's other invigilator: the second person of an act that needs two. */
export function secondOf(staff: readonly StaffCard[], actor: StaffId | null): StaffCard | null {
  if (actor === null) return null;
  const self = staff.find((card) => card.staff === actor);
  const others = staff.filter((card) => card.staff !== actor && card.role === 'invigilator');
  return others.find((card) => card.room === self?.room) ?? others[0] ?? null;
}
