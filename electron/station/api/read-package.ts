import { PACKAGE_PIECE_BYTES } from '../../../shared/contract/package-methods.ts';
import { formatDate, formatMinute } from '../../../shared/domain/day-time.ts';
import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { packageCodesFileName, packageFileName } from '../../../shared/documents/file-name.ts';
import { packageCodesView } from '../../../shared/documents/package-codes.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import { ok } from '../../../shared/result.ts';
import type { HeldPackage } from '../package/held-package.ts';
import { fail, type QueryHandler } from './handler.ts';
import { drawingFailed } from './issue-paper.ts';
import { refuseOthers } from './room-scope.ts';
import { kindOf, type StationContext } from './station-context.ts';

const state: QueryHandler<'package.state'> = (context, { call }) => {
  const held = findHeld(context, call.actor);
  if (!held.ok) return held.error.code === 'package-gone' ? ok({ held: null }) : held;
  const { package: no, bytes, rooms } = held.value;
  return ok({ held: { package: no, sizeBytes: bytes.length, rooms: rooms.length } });
};

const readFile: QueryHandler<'package.readFile'> = (context, { input, call }) => {
  const held = findHeld(context, call.actor, input.package);
  if (!held.ok) return held;
  const { bytes } = held.value;
  return ok({
    fileName: packageFileName(context.day?.state.site.day?.date ?? '', input.package),
    sizeBytes: bytes.length,
    bytes: bytes.subarray(input.from, input.from + PACKAGE_PIECE_BYTES).toString('base64'),
  });
};

const readCodes: QueryHandler<'package.readCodes'> = async (context, { input, call, clock }) => {
  const held = findHeld(context, call.actor, input.package);
  if (!held.ok) return held;
  const day = context.day?.state.site.day ?? null;
  if (day === null) return fail('no-day', 'D1');
  const { rooms, madeAt } = held.value;
  const drawn = await context.renderer.render({
    kind: 'package-codes',
    view: packageCodesView({
      exam: day.title,
      site: day.site,
      date: day.date,
      package: input.package,
      madeText: `${formatDate(madeAt)} ${formatMinute(madeAt)} `,
      rooms,
      kind: kindOf(context.ports),
      issuedAt: clock.nowMs,
    }),
  });
  if (!drawn.ok) return drawingFailed(context, drawn.error);
  const bytes = Buffer.from(drawn.value.bytes).toString('base64');
  return ok({ fileName: packageCodesFileName(input.package), bytes });
};

const forget: QueryHandler<'package.forget'> = (context, { input, call }) => {
  const held = findHeld(context, call.actor, input.package);
  if (held.ok) context.package = null;
  else if (held.error.code !== 'package-gone') return held;
  return ok({});
};

/** The latest package of the open day as this program holds it, for who may open the day by it. */
function findHeld(context: StationContext, actor: StaffId | null, no?: string): Answer<HeldPackage> {
  const { day, package: held } = context;
  if (day === null) return fail('no-day', 'D1');
  const others = refuseOthers(day, actor, SITE_LEADERS);
  if (others !== null) return others;
  const latest = day.state.site.packages.made?.package ?? null;
  // One that was sealed and then not recorded is none.
  const isHere = held !== null && held.day === day.journal.day && held.package === latest;
  return isHere && (no === undefined || no === held.package) ? ok(held) : fail('package-gone', 'PK1');
}

/** What the page asks of a package that was made here. */
export const packageQueries = {
  'package.state': state,
  'package.readFile': readFile,
  'package.readCodes': readCodes,
  'package.forget': forget,
};
