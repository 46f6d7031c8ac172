import { PAPER_IDS } from '../../../shared/ids.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import type { EventRef, SealedBox } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { fail, type QueryHandler } from './handler.ts';
import { findRoomFor } from './room-scope.ts';

/** The texts of a room's violations and notes and the reasons in its course, those taken back included. */
export const recordsTexts: QueryHandler<'records.texts'> = ({ day }, { input, call }) => {
  if (day === null) return fail('no-day', 'D1');
  const room = findRoomFor(day, call.actor, input.room);
  if (!room.ok) return room;
  const violations = PAPER_IDS.flatMap((paper) => allViolations(room.value, paper)).map((act) => ({
    event: act.event,
    text: openText(day, PLACES.violationFacts, act.facts),
    held: openText(day, PLACES.violationHeld, act.held),
  }));
  const notes = room.value.notes.map(({ event, text }) => ({
    event,
    text: openText(day, PLACES.noteText, text),
    held: '',
  }));
  const reasons = [...reasonsIn(room.value), ...room.value.seatChanges].map(({ event, why }) => ({
    event,
    text: openText(day, PLACES.courseWhy, why),
    held: '',
  }));
  return ok({ texts: [...violations, ...notes, ...reasons] });
};

/** What moved the minutes and who was put out, each by its own event; a 撤回 has a reason of its own. */
function reasonsIn({ course }: RoomState): readonly { readonly event: EventRef; readonly why: SealedBox }[] {
  const adjustments = PAPER_IDS.flatMap((paper) => course.adjustments[paper]);
  const given = adjustments.flatMap((one) =>
    one.kind === 'resume' || one.why === null ? [] : [{ event: one.event, why: one.why }],
  );
  return [...given, ...Object.values(course.withdrawals), ...course.cancellations];
}

/** A sealed text in clear: '' for none, '?' where the box does not open (a foreign or destroyed key). */
export function openText(day: OpenDay, place: readonly [string, string], box: SealedBox | null): string {
  if (box === null) return '';
  const opened = day.keys.boxes.openText(...place, box);
  return opened.ok ? opened.value : '?';
}
