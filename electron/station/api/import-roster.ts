import type { Binding } from '../../../shared/domain/events.ts';
import { planRosterChanges } from '../../../shared/domain/roster-changes.ts';
import { as, type CandidateId, type RoomNo } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import { roomsOfRoster } from './preview-roster.ts';
import { refuseRole } from './room-scope.ts';
import { rosterEntries } from './roster-entries.ts';

/** 导入并绑定: one room takes its own people and of the others the keyed hashes only; the office takes everybody. */
export const importRoster: CommandHandler<'roster.commit'> = {
  prepare(context, day, { input, call }) {
    const refused = refuseRole(day, call.actor, 'importRoster');
    if (refused !== null) return refused;
    const held = context.preview;
    if (held === null || held.id !== input.preview) return fail('preview-unknown');
    if (held.day !== day.journal.day) return fail('preview-stale');
    const { roster } = held;
    const leftOut = roster.personRows - roster.rows.length;
    if (leftOut > 0 && !input.acceptLeftOut) return fail('left-out-not-accepted', '', { leftOut });
    const binding: Binding = input.binding;
    const isHere = (room: string) => binding.kind === 'office' || room === binding.room;
    const here = roster.rows.filter((row) => isHere(row.room));
    if (here.length === 0) return fail('room-not-in-roster', '', { room: binding.kind === 'room' ? binding.room : '' });
    const entries = rosterEntries(day, here);
    const removals = planRosterChanges(day.state, entries, { scope: binding, nowMs: 0 }).filter(
      (event) => event.type === 'CandidateWithdrawn' || event.type === 'CandidateFlagged',
    ).length;
    if (removals > 0 && !input.acceptRemovals) return fail('removals-not-accepted', '', { removals });

    const plan = day.state.site.day?.plan ?? '';
    const otherRooms: Record<string, CandidateId[]> = {};
    for (const row of roster.rows) {
      if (!isHere(row.room)) (otherRooms[row.room] ??= []).push(day.keys.hashes.candidateId(plan, row.person.ticket));
    }
    const problems = (severity: string) => roster.problems.filter((problem) => problem.severity === severity).length;
    return ok({
      type: 'importRoster',
      binding,
      rooms: roomsOfRoster(roster)
        .filter(({ room }) => isHere(room))
        .map(({ room, place, people }) => ({ room: as<RoomNo>(room), place, expected: people })),
      entries,
      otherRooms,
      summary: {
        fileName: day.keys.boxes.sealText(...PLACES.rosterFileName, held.fileName),
        fileHash: held.fileHash,
        personRows: roster.personRows,
        taken: entries.length,
        leftOut,
        warnings: problems('warning'),
        repaired: problems('repaired'),
      },
    });
  },
  answer: (events) => receiptOf(events),
};
