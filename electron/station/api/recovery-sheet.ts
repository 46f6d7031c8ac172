import { sheetOfStation } from '../../../shared/domain/key-state.ts';
import { recoverySheetFileName } from '../../../shared/documents/file-name.ts';
import { recoverySheetView } from '../../../shared/documents/recovery-sheet.ts';
import { ok } from '../../../shared/result.ts';
import { formatRecoveryCode, RECOVERY_BYTES } from '../../../shared/recovery-code.ts';
import { readDayKey } from '../keys/day-key.ts';
import { forgetSheetSecret, keepSheetSecret, readSheetSecret } from '../keys/sheet-secret.ts';
import { readWrappedKey, sheetOf, wrapDayKey, writeWrappedKey } from '../keys/wrapped-key.ts';
import { describeSurprise } from './describe-surprise.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { drawingFailed } from './issue-paper.ts';
import { tryCodeOfOpenDay } from './try-recovery-code.ts';
import { ownCertificate } from '../papers/own-certificate.ts';
import { findCertificate } from '../papers/station-certificate.ts';
import { refuseRole } from './room-scope.ts';
import { kindOf, labelOf, type StationContext } from './station-context.ts';

/**
 * 恢复单: the key is wrapped under its code before it is recorded as made, so that a recorded sheet always opens it. Sheets
 * that were typed back stay good beside it until it is typed back itself.
 */
export const issueRecoverySheet: CommandHandler<'recovery.issueSheet'> = {
  async prepare(context, day, { input, call, clock }) {
    const { ids, secrets, dataDir } = context.ports;
    const { journal, state } = day;
    const early = refuseRole(day, call.actor, 'issueRecoverySheet');
    if (early !== null) return early;
    const present = sheetOfStation(state.site.keys, journal.station)?.sheet ?? null;
    if (present !== input.replaces) return fail('sheet-changed', 'KY1');
    const certificate = await ownCertificate(context, day, clock.nowMs);
    const secret = ids.bytes(RECOVERY_BYTES);
    const wrapped = readWrappedKey(dataDir, journal.day);
    const good = new Set([
      present,
      ...state.site.keys.sheets.filter(({ checkedAt }) => checkedAt !== null).map(({ sheet }) => sheet),
    ]);
    const kept = wrapped.ok ? wrapped.value.wraps.filter(({ sheet }) => good.has(sheet)).slice(-MOST_KEPT) : [];
    keepSheetSecret(journal.day, secret, secrets);
    const key = readDayKey(journal.day, secrets);
    writeWrappedKey(dataDir, wrapDayKey(key, { day: journal.day, secret, kept, ids }));
    const sheet = sheetOf(secret, journal.day);
    return ok({
      type: 'issueRecoverySheet',
      station: journal.station,
      sheet,
      replaces: input.replaces,
      certificate: certificate.ok ? certificate.value.listed : null,
    });
  },
  answer(events) {
    const issued = events.map(({ event }) => event).find((event) => event.type === 'RecoverySheetIssued');
    if (issued === undefined) throw new Error('an issued sheet without its event');
    return { ...receiptOf(events), sheet: issued.data.sheet };
  },
};

/** Sheets before the new one that still open the key: the one in force, and one that was being made when it was replaced. */
const MOST_KEPT = 4;

/** The sheet as PDF. Its code is machine-bound until it was typed back; after that nobody prints it again. */
export const readRecoverySheet: QueryHandler<'recovery.readSheet'> = async (context, { input, call, clock }) => {
  const { day, ports } = context;
  if (day === null || day.state.site.day === null) return fail('no-day', 'D1');
  const early = refuseRole(day, call.actor, 'issueRecoverySheet');
  if (early !== null) return early;
  const secret = readSheetSecret(day.journal.day, ports.secrets);
  if (secret === null || sheetOf(secret, day.journal.day) !== input.sheet) return fail('sheet-gone', 'KY1');
  const { title, site, date } = day.state.site.day;
  const drawn = await context.renderer.render({
    kind: 'recovery-sheet',
    view: recoverySheetView({
      exam: title,
      site,
      date,
      sheet: input.sheet,
      station: labelOf(context),
      groups: formatRecoveryCode(secret),
      fingerprint: findCertificate(ports.secrets, day.journal.station)?.listed.fingerprint ?? null,
      kind: kindOf(ports),
      issuedAt: clock.nowMs,
    }),
  });
  if (!drawn.ok) return drawingFailed(context, drawn.error);
  return ok({ fileName: recoverySheetFileName(input.sheet), bytes: Buffer.from(drawn.value.bytes).toString('base64') });
};

/** The code typed back: proven by opening the wrapped key with it. Then the paper alone has it. */
export const checkRecoverySheet: CommandHandler<'recovery.checkSheet'> = {
  prepare(context, day, { input, call, elapsedMs }) {
    const early = refuseRole(day, call.actor, 'checkRecoverySheet');
    if (early !== null) return early;
    const { day: id, station } = day.journal;
    const used = tryCodeOfOpenDay(context, id, { groups: input.groups, elapsedMs });
    if (!used.ok) return used;
    return ok({ type: 'checkRecoverySheet', station, sheet: used.value.sheet });
  },
  carriedOut: (context) => tidyRecovery(context),
  answer: (events) => receiptOf(events),
};

/**
 * Once the latest sheet was typed back, its code is forgotten here and older sheets open nothing any more. At each start
 * too: a crash may have come between the record and this. A disk that does not take it is logged and tried again then.
 */
export function tidyRecovery({ day, ports }: Pick<StationContext, 'day' | 'ports'>): void {
  if (day === null) return;
  const id = day.journal.day;
  const latest = sheetOfStation(day.state.site.keys, day.journal.station);
  if (latest === null || latest.checkedAt === null) return;
  try {
    const wrapped = readWrappedKey(ports.dataDir, id);
    const own = wrapped.ok ? wrapped.value.wraps.filter(({ sheet }) => sheet === latest.sheet) : [];
    if (wrapped.ok && own.length === 1 && wrapped.value.wraps.length > 1) {
      writeWrappedKey(ports.dataDir, { ...wrapped.value, wraps: own });
    }
    if (readSheetSecret(id, ports.secrets) !== null) forgetSheetSecret(id, ports.secrets);
  } catch (thrown) {
    ports.logger.log('warn', 'recovery-not-tidied', { message: describeSurprise(thrown) });
  }
}
