import type { Event } from '../domain/events.ts';
import { compareEvents } from './hybrid-clock.ts';

/** Every so many events the state is kept, so that a late event refolds only what stands behind it. */
const CHECKPOINT_EVERY = 128;

/** Events of one scope in merged order, folded step by step, with checkpoints on the way. */
export interface Track<State> {
  readonly step: (state: State, event: Event) => State;
  readonly events: readonly Event[];
  /** In ascending `count`: the state after the first `count` events; the first one is the empty state at 0. */
  readonly checkpoints: readonly Checkpoint<State>[];
  readonly state: State;
}

interface Checkpoint<State> {
  readonly count: number;
  readonly state: State;
}

/** A track before its first event. */
export function createTrack<State>(empty: State, step: (state: State, event: Event) => State): Track<State> {
  return { step, events: [], checkpoints: [{ count: 0, state: empty }], state: empty };
}

/**
 * The track with more events in their places. Events it holds already change nothing; late ones are put in order and
 * everything from the checkpoint before the first of them is folded again.
 */
export function extendTrack<State>(track: Track<State>, more: readonly Event[]): Track<State> {
  const fresh = withoutDuplicates(track, more.toSorted(compareEvents));
  const first = fresh[0];
  if (first === undefined) return track;
  const place = placeOf(track.events, first);
  const isAppend = place === track.events.length;
  const events = isAppend ? [...track.events, ...fresh] : mergeSorted(track.events, fresh, place);
  const checkpoints = track.checkpoints.filter((checkpoint) => checkpoint.count <= place);
  const from: Checkpoint<State> = isAppend
    ? { count: place, state: track.state }
    : // the first checkpoint stands at 0, so there always is one
      (checkpoints.at(-1) as Checkpoint<State>);
  let state = from.state;
  for (let index = from.count; index < events.length; index += 1) {
    state = track.step(state, events[index] as Event); // index is below the length
    if ((index + 1) % CHECKPOINT_EVERY === 0) checkpoints.push({ count: index + 1, state });
  }
  return { ...track, events, checkpoints, state };
}

function withoutDuplicates<State>(track: Track<State>, sorted: readonly Event[]): Event[] {
  return sorted.filter((event, index) => {
    const previous = sorted[index - 1];
    if (previous !== undefined && compareEvents(previous, event) === 0) return false;
    const there = track.events[placeOf(track.events, event)];
    return there === undefined || compareEvents(there, event) !== 0;
  });
}

/** Index of the first event that is not before this one (binary search; the usual place is the end). */
function placeOf(events: readonly Event[], event: Event): number {
  const last = events.at(-1);
  if (last === undefined || compareEvents(last, event) < 0) return events.length;
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareEvents(events[middle] as Event, event) < 0)
      low = middle + 1; // middle is below the length
    else high = middle;
  }
  return low;
}

function mergeSorted(old: readonly Event[], fresh: readonly Event[], from: number): Event[] {
  // Two sorted runs: the engine's merge sort joins them in about one pass.
  return [...old.slice(0, from), ...[...old.slice(from), ...fresh].sort(compareEvents)];
}
