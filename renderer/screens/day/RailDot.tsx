import type { RailItem } from '../../../shared/domain/timeline-types.ts';

/** A milestone's place on the line: filled done, ringed now, hollow to come, a triangle when overdue. */
export function RailDot({ state }: { readonly state: RailItem['state'] | 'now' }) {
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
      {state === 'upcoming' && <circle cx="12" cy="12" r="6" fill="none" stroke="currentColor" strokeWidth="2" />}
    </svg>
  );
}
