import type { DayEntry, Status } from '../../../shared/contract/views.ts';
import { isFromPackage } from '../../../shared/domain/package-state.ts';
import { ALLOWED_ROLES } from '../../../shared/domain/roles.ts';
import { readTicket } from '../../../shared/domain/roster-cell-rules.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { listed } from '../people/candidates.ts';
import { readApproval } from './approval-codes.ts';
import { backupQueries } from './backup.ts';
import { openBigScreen } from './big-screen.ts';
import { paperCheckQueries } from './check-paper.ts';
import { readChecks, readCheckSheet } from './checks.ts';
import { readCheckCodes } from './check-codes.ts';
import { fail, type QueryHandler } from './handler.ts';
import { readLots, readLotSheet } from './lots.ts';
import { lockedView } from './locked-day.ts';
import { coSign, signIn, signOut } from './persons.ts';
import { previewAnnouncements } from './preview-announcements.ts';
import { listPaperScans, readPaperScan } from './paper-scans.ts';
import { candidatesPhotos, photosReport } from './photos.ts';
import { initialPins, previewStaffList } from './import-staff.ts';
import { readContacts, readStaffDetails } from './staff-details.ts';
import { previewRoster } from './preview-roster.ts';
import { packageQueries } from './read-package.ts';
import { readRecoverySheet } from './recovery-sheet.ts';
import { documentRead } from './read-document.ts';
import { recordsTexts } from './records.ts';
import { requestCertificate } from './seal-certificate.ts';
import { signedPaperPreview } from '../papers/preview-paper.ts';
import { openRehearsal, setRehearsalClock } from './rehearsal.ts';
import { kindOf, labelOf, lightsOf, PROGRAM, type StationContext } from './station-context.ts';

const status: QueryHandler<'station.status'> = (context) => {
  const days: DayEntry[] = context.stationDb
    .listDays()
    .map(({ day, kind, title, date }) => ({ day, kind, title, date }));
  return ok({
    program: PROGRAM,
    kind: kindOf(context.ports),
    canRehearse: context.ports.openRehearsal !== null,
    host: context.ports.host,
    station: {
      id: context.stationDb.identity.station,
      label: labelOf(context),
      epoch: context.day?.journal.epoch ?? 0,
    },
    days,
    current: days.find((entry) => entry.day === (context.day?.journal.day ?? context.locked?.record.day)) ?? null,
    stage: context.locked === null ? stageOf(context.day) : 'locked',
    locked: lockedView(context),
    keysKeptIn: keysKeptIn(context.ports),
    hasBackupPlace: context.stationDb.findSetting('backup-place') !== null,
    binding: context.day?.binding ?? null,
    origin: originOf(context.day),
    lights: lightsOf(context),
    clock: context.clock.read(),
  });
};

/** The desktop's store says where it is no better than files; the browser host has nothing else. */
function keysKeptIn({ host, secrets }: Pick<StationContext['ports'], 'host' | 'secrets'>): Status['keysKeptIn'] {
  return host === 'desktop' && secrets.isWithoutSystem !== true ? 'system' : 'files';
}

/** Whether this day can meet the office's again (PK6). */
function originOf(day: OpenDay | null): Status['origin'] {
  if (day?.binding?.kind !== 'room') return null;
  return isFromPackage(day.state.site.packages, day.binding.room) ? 'package' : 'own';
}

/** What is to be set up next. A room wants its invigilators before the day; the office needs none. */
function stageOf(day: OpenDay | null): Status['stage'] {
  if (day === null || day.state.site.day === null) return 'no-day';
  const { binding } = day;
  if (binding === null) return 'no-roster';
  if (binding.kind === 'office') return 'ready';
  // Who has worked here counts: the day does not fall back into its set-up because somebody was sent elsewhere.
  const there = Object.values(day.state.site.staff).filter(
    ({ role, posts }) => role === 'invigilator' && posts.some(({ room }) => room === binding.room),
  );
  return there.length >= day.state.site.day.rules.values.invigilatorsPerRoom ? 'ready' : 'no-invigilators';
}

const eventsSince: QueryHandler<'events.since'> = ({ day }, { input }) =>
  ok({
    day: day?.journal.day ?? null,
    events: [...(day?.eventsSince(input.after, input.limit) ?? [])],
    last: day?.journal.lastArrival ?? 0,
  });

const staffList: QueryHandler<'staff.list'> = ({ day }) =>
  ok({
    staff: Object.values(day?.state.site.staff ?? {}).map(({ staff, role, room, leftAt }) => ({
      staff,
      role,
      room,
      leftAt,
      name: day?.staffName(staff) ?? '?',
    })),
  });

const candidatesList: QueryHandler<'candidates.list'> = ({ day }, { input }) => {
  if (day === null) return fail('no-day', 'D1');
  const cards = listed(day.state)
    .filter((candidate) => candidate.room === input.room)
    .flatMap((candidate) => day.candidates.card(candidate) ?? [])
    .sort((a, b) => a.seat - b.seat);
  return ok({ candidates: cards });
};

const candidatesSearch: QueryHandler<'candidates.search'> = ({ day }, { input }) => {
  if (day === null) return fail('no-day', 'D1');
  const hit = day.candidates.search(day.state, input.query, input.room);
  const byId = new Map(listed(day.state).map((candidate) => [candidate.candidate, candidate]));
  const matches = hit.matches.flatMap((id) => {
    const candidate = byId.get(id);
    return (candidate && day.candidates.card(candidate)) ?? [];
  });
  if (matches.length > 0)
    return ok({ kind: matches.length === 1 ? 'one' : 'several', how: hit.how, matches, otherRoom: null });
  return ok({ kind: 'none', how: null, matches: [], otherRoom: otherRoomOf(day, input.query) });
};

/** The room of somebody who came to the wrong door: found by whole ticket, among the enrolled or, where he is of no list here, in the index. */
function otherRoomOf(day: OpenDay, query: string) {
  const plan = day.state.site.day?.plan;
  // Read as the importing station read it, or the keyed hashes could not be equal.
  const ticket = readTicket({ kind: 'text', text: query }).value;
  if (plan === undefined || ticket === null || ticket.length < 4) return null;
  const id = day.keys.hashes.candidateId(plan, ticket);
  return (
    listed(day.state).find((candidate) => candidate.candidate === id)?.room ?? day.state.site.otherRooms[id] ?? null
  );
}

const rosterPreview: QueryHandler<'roster.preview'> = (context, request) => {
  const role = context.day?.state.site.staff[request.call.actor ?? ('' as never)]?.role;
  if (role === undefined || !ALLOWED_ROLES.importRoster.includes(role)) {
    return fail('role-not-allowed', 'D1', { allowed: ALLOWED_ROLES.importRoster.join(' ') });
  }
  return previewRoster(context, request.input);
};

/** Every query of the contract. */
export const queryHandlers = {
  'person.signIn': signIn,
  'person.signOut': signOut,
  'person.coSign': coSign,
  'station.status': status,
  'station.clock': ((context: StationContext) => ok(context.clock.read())) satisfies QueryHandler<'station.clock'>,
  'events.since': eventsSince,
  'staff.list': staffList,
  'candidates.list': candidatesList,
  'candidates.search': candidatesSearch,
  'roster.preview': rosterPreview,
  'staff.details': readStaffDetails,
  'staff.previewList': previewStaffList,
  'staff.initialPins': initialPins,
  'contacts.read': readContacts,
  'records.texts': recordsTexts,
  'signedPaper.preview': signedPaperPreview,
  'sealCertificate.request': requestCertificate,
  'photos.report': photosReport,
  'paperScan.list': listPaperScans,
  'paperScan.read': readPaperScan,
  'candidates.photos': candidatesPhotos,
  'document.read': documentRead,
  'announcements.preview': previewAnnouncements,
  'checkCodes.read': readCheckCodes,
  'bigScreen.open': openBigScreen,
  ...backupQueries,
  ...packageQueries,
  ...paperCheckQueries,
  'approvalCode.read': readApproval,
  'recovery.readSheet': readRecoverySheet,
  'lots.read': readLots,
  'lots.sheet': readLotSheet,
  'checks.read': readChecks,
  'checks.sheet': readCheckSheet,
  'rehearsal.open': openRehearsal,
  'rehearsal.setClock': setRehearsalClock,
};
