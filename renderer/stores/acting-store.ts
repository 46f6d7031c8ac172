import { create } from 'zustand';
import type { StaffCard } from '../../shared/contract/views.ts';
import { as, type StaffId } from '../../shared/ids.ts';

const STORAGE_KEY = 'proctor.acting';

/** Who has signed in, and what the station answered to his PIN. */
interface Acting {
  readonly actor: StaffId;
  readonly proof: string;
}

interface ActingStore {
  /** 当前操作; null while nobody has signed in. */
  readonly actor: StaffId | null;
  readonly proof: string | null;
  /** Who was here before: the first to be asked for. */
  readonly last: StaffId | null;
  /** 换人: whose PIN the sheet asks for beside the acting person; null while it is not asked for. */
  readonly asked: StaffId | null;
  /** The chief has just made the day, and his PIN is being proven: nobody else is asked meanwhile. */
  readonly isComing: boolean;
  take(acting: Acting): void;
  /** 离开: nobody acts from here on. */
  leave(): void;
  /** Opens the sheet for somebody else, or puts it away. */
  askFor(staff: StaffId | null): void;
  /** Keeps who is signed in only while he is on the staff; the exam day begins with whoever stands in the room. */
  settle(staff: readonly StaffCard[], isSetup: boolean): void;
}

/** Who acts at this page. This window alone keeps the proof, so that a reload does not ask again. */
export const useActing = create<ActingStore>((set, get) => ({
  actor: readStored()?.actor ?? null,
  proof: readStored()?.proof ?? null,
  last: null,
  asked: null,
  isComing: false,
  take({ actor, proof }) {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ actor, proof }));
    set({ actor, proof, last: actor, asked: null });
  },
  leave() {
    sessionStorage.removeItem(STORAGE_KEY);
    set(({ actor, last }) => ({ actor: null, proof: null, last: actor ?? last, asked: null }));
  },
  askFor(asked) {
    set({ asked });
  },
  settle(staff, isSetup) {
    const { actor, leave } = get();
    const card = staff.find((one) => one.staff === actor);
    if (actor !== null && (card === undefined || card.leftAt !== null)) leave();
    wasSetup = { ended: wasSetup.running && !isSetup, running: isSetup };
    if (wasSetup.ended && staff.length > 1) leave();
  },
}));

let wasSetup = { running: false, ended: false };

function readStored(): Acting | null {
  const stored = sessionStorage.getItem(STORAGE_KEY);
  if (stored === null) return null;
  const { actor, proof } = JSON.parse(stored) as { actor: string; proof: string }; // written above
  return { actor: as<StaffId>(actor), proof };
}
