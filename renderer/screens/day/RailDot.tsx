import type { RailItem } from '../../../shared/domain/timeline-types.ts';

/** How an item looks: 'passed' = at the office, over by its time; 'waiting' = can wait for the other paper's end (C04). */
export type RailLook = RailItem['state'] | 'passed' | 'waiting';

/** A milestone's place on the line: filled done, ringed now, hollow to come or waiting, a triangle when due, a dot passed. */
export function RailDot({ state }: { readonly state: RailLook | 'now' }) {
  return (
    <svg className={`rail-dot rail-dot-${state}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {state === 'now' && <circle cx="12" cy="12" r="11" className="rail-dot-ring" />}
      {state === 'done' && (
        <>
          <circle cx="12" cy="12" r="8" fill="currentColor" />
          <path d="m8.4 12.2 2.5 2.6 4.7-5.4" className="rail-dot-tick" />
        </>
      )}
      {state === 'now' && <circle cx="12" cy="12" r="6.5" fill="currentColor" />}
      {(state === 'overdue' || state === 'due') && <path d="M12 4.5 20 19H4Z" fill="currentColor" />}
      {state === 'passed' && <circle cx="12" cy="12" r="4" fill="currentColor" />}
      {(state === 'upcoming' || state === 'waiting') && (
        <circle cx="12" cy="12" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
    </svg>
  );
}
