import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import { PAPER_IDS } from '../../../shared/ids.ts';
import type { ShownPaper } from './document-view.ts';
import { isSealed } from './paper-standing.ts';

/** A paper about one record. */
export interface Matter extends ShownPaper {
  readonly about: EventRef;
  /** The record is undone, and the paper stays because it was sealed: only a 更正单 says so. */
  readonly isTakenBack: boolean;
}

/**
 * Of each violation its 告知书, of each incident its 报告, of each opened correction its 更正单; the newest first. Without
 * what was taken back before it was sealed.
 */
export function mattersIn(room: RoomState): readonly Matter[] {
  const violations = PAPER_IDS.flatMap((paper) => allViolations(room, paper)).filter(
    ({ measure }) => measure === 'recorded',
  );
  const incidents = room.notes.filter(({ kind }) => kind === 'incident');
  const all = [
    ...violations.map((act) => ({ act, kind: 'violation-notice' as const })),
    ...incidents.map((act) => ({ act, kind: 'incident-report' as const })),
    ...room.corrections.map((act) => ({ act, kind: 'correction' as const })),
  ];
  return all
    .toSorted((a, b) => b.act.at - a.act.at || b.act.event.seq - a.act.event.seq)
    .map(({ act, kind }) => ({ kind, paper: act.paper, about: act.event, isTakenBack: act.isUndone }))
    .filter((paper) => !paper.isTakenBack || isSealed(room, paper));
}
