import { create } from 'zustand';
import type { ConnectionState } from '../../shared/contract/client.ts';
import type { CandidateCard, ClockView, StaffCard, Status, StoredEvent } from '../../shared/contract/views.ts';
import type { DayState } from '../../shared/domain/state.ts';
import type { CandidateId } from '../../shared/ids.ts';
import { createFold, type Fold, foldEvents } from '../../shared/sync/merge.ts';
import { type ClockAnchor, nextAnchor } from './exam-clock.ts';

/** What the page knows of its station. Facts come in here and nowhere else. */
export interface StationView {
  readonly connection: ConnectionState;
  readonly status: Status | null;
  readonly anchor: ClockAnchor | null;
  readonly clock: ClockView | null;
  readonly fold: Fold;
  readonly state: DayState;
  /** The last arrival number folded. */
  readonly arrival: number;
  /** True once every event known at the start has been folded. */
  readonly isLoaded: boolean;
  readonly staff: readonly StaffCard[];
  /** The persons of this station's room, by candidate. */
  readonly cards: Readonly<Record<CandidateId, CandidateCard>>;
}

const emptyFold = createFold();

export const useStation = create<StationView>(() => ({
  connection: 'connecting',
  status: null,
  anchor: null,
  clock: null,
  fold: emptyFold,
  state: emptyFold.state,
  arrival: 0,
  isLoaded: false,
  staff: [],
  cards: {},
}));

/** Folds events in order of arrival; those already in are left out. Returns false when one before them is missing. */
export function takeEvents(events: readonly StoredEvent[]): boolean {
  const { arrival, fold } = useStation.getState();
  const fresh = events.filter((stored) => stored.arrival > arrival);
  const first = fresh[0];
  const last = fresh.at(-1);
  if (first === undefined || last === undefined) return true;
  if (first.arrival !== arrival + 1) return false;
  const next = foldEvents(fold, fresh);
  useStation.setState({ fold: next, state: next.state, arrival: last.arrival });
  return true;
}

export function takeClock(clock: ClockView): void {
  const { anchor } = useStation.getState();
  useStation.setState({ clock, anchor: nextAnchor(anchor, clock, performance.now()) });
}

export function takeStatus(status: Status): void {
  useStation.setState({ status });
  takeClock(status.clock);
}

/** Another day, or a new station behind the same address: what was folded belongs to neither. */
export function forgetDay(): void {
  const fold = createFold();
  useStation.setState({ fold, state: fold.state, arrival: 0, isLoaded: false, staff: [], cards: {} });
}
