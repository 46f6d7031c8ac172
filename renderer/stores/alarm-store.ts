import { create } from 'zustand';
import type { Alarm, AlarmSound } from '../../shared/domain/alarms.ts';
import type { Milestone } from '../../shared/domain/timeline-types.ts';
import { type AlarmLook, type AlarmMemory, findRaised, markAlarms, parseMemory, raiseAlarms } from './alarm-memory.ts';
import { soundInOnePage } from './alarm-sound.ts';

const STORAGE_KEY = 'proctor.alarms';

/** What the watch needs of its page. */
export interface AlarmPorts {
  /** Shared by the pages of this computer, and kept over a restart. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Sounds in one page at a time: where it may, it asks `claim` first and is silent when that says no. */
  readonly sound: (sound: AlarmSound, claim: () => boolean) => void;
}

interface AlarmStore {
  /** Null before the first look. */
  readonly memory: AlarmMemory | null;
  /** Raises what has come by now, and sounds once for all of it. Any number of times a second, from any page. */
  look(look: AlarmLook): void;
  /** 知道了: this alarm stands no more, at this instant, in no page. */
  know(milestone: Milestone): void;
}

/** The alarms of this computer. Every page watches and shows; which of them sounds they settle among themselves. */
export function createAlarmStore({ storage, sound }: AlarmPorts) {
  let kept: { readonly text: string | null; readonly memory: AlarmMemory | null } = { text: null, memory: null };
  // Once a second: what stands there unchanged stays the same object.
  function read(): AlarmMemory | null {
    const text = storage.getItem(STORAGE_KEY);
    if (text !== kept.text) kept = { text, memory: parseMemory(text) };
    return kept.memory;
  }
  function write(memory: AlarmMemory): void {
    kept = { text: JSON.stringify(memory), memory };
    storage.setItem(STORAGE_KEY, JSON.stringify(memory));
  }

  return create<AlarmStore>((set, get) => ({
    memory: null,
    look(look) {
      const before = read();
      const [memory] = raiseAlarms(before, look);
      if (memory !== before) write(memory);
      // What another page has raised meanwhile is news here too: this one may be the one that can sound.
      const [, fresh] = raiseAlarms(get().memory ?? before, look);
      if (memory !== get().memory) set({ memory });
      soundFor(fresh);
    },
    know(milestone) {
      const memory = read() ?? get().memory;
      if (memory === null) return;
      const known = markAlarms(memory, [milestone], { isKnown: true });
      write(known);
      set({ memory: known });
    },
  }));

  function soundFor(fresh: readonly Alarm[]): void {
    const loud = fresh.filter((alarm) => alarm.sound !== null);
    const milestones = loud.map(({ milestone }) => milestone);
    if (loud.length === 0) return;
    sound(loud.some((alarm) => alarm.sound === 'long') ? 'long' : 'short', () => {
      const memory = read();
      if (memory === null || milestones.every((one) => findRaised(memory, one)?.isSounded !== false)) return false;
      write(markAlarms(memory, milestones, { isSounded: true }));
      return true;
    });
  }
}

export const useAlarms = createAlarmStore({
  storage: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
  },
  sound: soundInOnePage,
});
