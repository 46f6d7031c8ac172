import { SITE_LISTS } from '../../../shared/domain/checklist-items.ts';
import { checkStandings, type ChecksState, leftOf } from '../../../shared/domain/checks-state.ts';
import { preExamChecksFileName } from '../../../shared/documents/file-name.ts';
import { printCodes, printDigestInput } from '../../../shared/documents/paper-print.ts';
import { buildPreExamChecks } from '../../../shared/documents/pre-exam-checks.ts';
import { OUR_SITE_LISTS } from '../../../shared/documents/site-lists.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { RoomNo, StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { digestOf, drawingFailed } from './issue-paper.ts';
import { openText } from './records.ts';
import { findRoomFor } from './room-scope.ts';
import { kindOf } from './station-context.ts';

/** 打勾. */
export const tickCheck: CommandHandler<'check.tick'> = {
  prepare: (_context, { keys }, { input }) => {
    const note = input.note === null ? null : keys.boxes.sealText(...PLACES.checkNote, input.note);
    return ok({ type: 'tickCheck', ...input, note });
  },
  answer: (events) => receiptOf(events),
};

/** 不适用. */
export const setCheckAside: CommandHandler<'check.setAside'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'setCheckAside', ...input }),
  answer: (events) => receiptOf(events),
};

/** 取消勾选. */
export const untickCheck: CommandHandler<'check.untick'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'untickCheck', ...input }),
  answer: (events) => receiptOf(events),
};

/** 白名单, 软件清单. */
export const writeSiteList: CommandHandler<'checks.writeList'> = {
  prepare: (_context, { keys }, { input: { list, lines } }) => {
    const sealed = keys.boxes.sealText(...PLACES.siteList, lines.join('\n'));
    return ok({ type: 'writeSiteList', list, lines: sealed, count: lines.length });
  },
  answer: (events) => receiptOf(events),
};

/** 来访登记. */
export const noteVisit: CommandHandler<'visit.note'> = {
  prepare: (_context, { keys }, { input: { room, role, name, about } }) =>
    ok({
      type: 'noteVisit',
      room,
      role,
      name: keys.boxes.sealText(...PLACES.visitName, name),
      about: about === null ? null : keys.boxes.sealText(...PLACES.visitAbout, about),
    }),
  answer: (events) => receiptOf(events),
};

/** 来访离开. */
export const endVisit: CommandHandler<'visit.end'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'endVisit', ...input }),
  answer: (events) => receiptOf(events),
};

/** 哪一份签到表是正式的. */
export const chooseOfficialSheet: CommandHandler<'officialSheet.choose'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'chooseOfficialSheet', which: input.which }),
  answer: (events) => receiptOf(events),
};

/** What people wrote about the checks of a room or the site, and the lists in force. */
export const readChecks: QueryHandler<'checks.read'> = ({ day }, { input, call }) => {
  if (day === null) return fail('no-day', 'D1');
  const found = findChecksFor(day, call.actor, input.room);
  if (!found.ok) return found;
  const { checks } = found.value;
  return ok({
    entries: Object.entries(checks.entries).map(([item, { note, reason }]) => ({
      item,
      note: openText(day, PLACES.checkNote, note),
      reason: openText(day, PLACES.reason, reason),
    })),
    visits: checks.visits.map(({ event, name, about }) => ({
      event,
      name: openText(day, PLACES.visitName, name),
      about: openText(day, PLACES.visitAbout, about),
    })),
    lists: listsIn(day),
  });
};

/** 考前检查单 as PDF. */
export const readCheckSheet: QueryHandler<'checks.sheet'> = async (context, { input, call, clock }) => {
  const { day, ports } = context;
  if (day === null || day.state.site.day === null) return fail('no-day', 'D1');
  const found = findChecksFor(day, call.actor, input.room);
  if (!found.ok) return found;
  const { checks, room } = found.value;
  const { title, site, date, rules } = day.state.site.day;
  const scope = room === null ? 'site' : 'room';
  const view = buildPreExamChecks({
    exam: title,
    site,
    date,
    rules,
    room: room === null ? null : { room: room.room, place: room.place, people: room.expected },
    checks: checkStandings(checks, { scope, people: room?.expected ?? 0, rules: rules.values }).map((standing) => ({
      ...standing,
      note: openText(day, PLACES.checkNote, standing.entry?.note ?? null),
      reason: openText(day, PLACES.reason, standing.entry?.reason ?? null),
      byName: nameOf(day, standing.entry?.actor ?? null),
    })),
    lists: listsIn(day),
    visits: checks.visits.map((visit) => ({
      role: visit.role,
      name: openText(day, PLACES.visitName, visit.name),
      about: openText(day, PLACES.visitAbout, visit.about),
      cameAt: visit.occurredAt,
      leftAt: leftOf(checks, visit)?.occurredAt ?? null,
    })),
    kind: kindOf(ports),
    printedAt: clock.nowMs,
    heads: day.journal.chains().map(({ label, head }) => ({ label, ...head })),
  });
  const codes = printCodes(view, digestOf(printDigestInput(view)));
  const drawn = await context.renderer.render({ kind: 'pre-exam-checks', view, ...codes });
  if (!drawn.ok) return drawingFailed(context, drawn.error);
  return ok({ fileName: preExamChecksFileName(input.room), bytes: Buffer.from(drawn.value.bytes).toString('base64') });
};

interface FoundChecks {
  readonly checks: ChecksState;
  /** Null for the site's own. */
  readonly room: RoomState | null;
}

/** A room's by whoever belongs there; the site's by all staff of a station that is not a room's alone. */
function findChecksFor(day: OpenDay, actor: StaffId | null, roomNo: RoomNo | null): Answer<FoundChecks> {
  if (roomNo === null) {
    const { binding, state } = day;
    if (binding?.kind === 'room') return fail('room-not-here', 'D6', { room: binding.room });
    return ok({ checks: state.site.checks, room: null });
  }
  const room = findRoomFor(day, actor, roomNo);
  return room.ok ? ok({ checks: room.value.checks, room: room.value }) : room;
}

function listsIn({ state, keys }: OpenDay) {
  return SITE_LISTS.map((list) => {
    const written = state.site.checks.lists[list];
    if (written === undefined) return { list, lines: [...OUR_SITE_LISTS[list]], isOurs: true };
    const opened = keys.boxes.openText(...PLACES.siteList, written.lines);
    const lines = opened.ok ? opened.value.split('\n').filter((line) => line !== '') : ['?'];
    return { list, lines, isOurs: false };
  });
}

function nameOf(day: OpenDay, staff: StaffId | null): string {
  return staff === null ? '' : day.staffName(staff);
}
