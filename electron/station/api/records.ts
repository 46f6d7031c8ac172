import { PAPER_IDS } from '../../../shared/ids.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import type { SealedBox } from '../../../shared/domain/schema-parts.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { fail, type QueryHandler } from './handler.ts';
import { findRoomFor } from './room-scope.ts';

/** The texts of a room's violations and notes, those taken back included. */
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
  return ok({ texts: [...violations, ...notes] });
};

/** A sealed text in clear: '' for none, '?' where the box does not open (a foreign or destroyed key). */
export function openText(day: OpenDay, place: readonly [string, string], box: SealedBox | null): string {
  if (box === null) return '';
  const opened = day.keys.boxes.openText(...place, box);
  return opened.ok ? opened.value : '?';
}
