import { readAnnouncements } from '../../../shared/domain/announcement-table.ts';
import { ok } from '../../../shared/result.ts';
import { fail, type QueryHandler } from './handler.ts';
import { refuseRole } from './room-scope.ts';

/** Reads 宣读指令 from a table and keeps nothing: what is taken comes back with `announcements.load`. */
export const previewAnnouncements: QueryHandler<'announcements.preview'> = async (context, { input, call }) => {
  if (context.day === null) return fail('no-day', 'D1');
  const refused = refuseRole(context.day, call.actor, 'loadAnnouncements');
  if (refused !== null) return refused;
  const bytes = Buffer.from(input.bytes, 'base64');
  const table = await context.rosterReader.readTable({ name: input.fileName, bytes });
  if (!table.ok) return fail('roster-file-refused', '', { reason: table.error.code, ...table.error.details });
  const read = readAnnouncements(table.value);
  if (!read.ok) return fail(read.error);
  return ok({ texts: [...read.value.texts], problems: [...read.value.problems] });
};
