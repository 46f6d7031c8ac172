import type { Event } from '../../../shared/domain/events.ts';
import { labelsFor, otherRoomsFor, partsForRoom, roomsWithPeople } from '../../../shared/domain/package-parts.ts';
import { formatPackageCode } from '../../../shared/package-code.ts';
import { ok } from '../../../shared/result.ts';
import { compareEvents } from '../../../shared/sync/hybrid-clock.ts';
import type { OpenDay } from '../day/open-day.ts';
import { readDayKey } from '../keys/day-key.ts';
import { ensureApprovalSecret, listApprovalCodes } from '../package/approval-codes.ts';
import { type RoomToSeal, sealPackage } from '../package/package-file.ts';
import { packContent, type RoomContent } from '../package/room-content.ts';
import { PhotoFiles } from '../photos/photo-files.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import { refuseRole } from './room-scope.ts';
import { kindOf, PROGRAM, type StationContext } from './station-context.ts';

const NUMBER_BYTES = 3;

/** What one room's envelope is made of, before its phone codes are. */
type Gathered = Omit<RoomContent, 'approvalCodes'>;

/**
 * 生成考务数据包: what stands when it is asked for is gathered at once; deriving the keys then takes some seconds, and what is
 * recorded meanwhile makes the package an outdated one, as `heads` says. File and codes stay in memory.
 */
export const makePackage: CommandHandler<'package.make'> = {
  async prepare(context, day, { call, clock }) {
    const early = refuseRole(day, call.actor, 'makePackage');
    if (early !== null) return early;
    if (day.binding === null) return fail('station-not-bound', 'D6');
    if (day.binding.kind === 'room') return fail('office-only', 'PK1');
    const { ids, secrets } = context.ports;
    const { journal, state } = day;
    const labels = journal.chains().map(({ label }) => label);
    const rooms = labelsFor(roomsWithPeople(state), state.site.packages.labels, labels);
    if (rooms.length === 0 || state.site.day === null) return fail('roster-empty', 'PK1');
    const no = Buffer.from(ids.bytes(NUMBER_BYTES)).toString('hex').toUpperCase();
    const heads = journal.heads().map(({ station, epoch, seq }) => ({ station, epoch, seq }));
    const { title, site, date } = state.site.day;
    const gathered = gather(context, day, { package: no, rooms });

    const secret = ensureApprovalSecret(journal.day, { ids, secrets });
    const toSeal: RoomToSeal[] = [];
    for (const room of gathered) {
      const approvalCodes = await listApprovalCodes(secret, room.room, context.ports);
      const packed = await packContent({ ...room, approvalCodes });
      const { place, expected } = state.rooms[room.room] ?? { place: '', expected: 0 };
      toSeal.push({ room: room.room, place, people: expected, packed });
    }
    const facts = { package: no, kind: kindOf(context.ports), day: journal.day, title, site, date };
    const sealed = await sealPackage({ ...facts, madeAt: clock.nowMs, program: PROGRAM }, toSeal, context.ports);
    context.package = {
      day: journal.day,
      package: no,
      madeAt: clock.nowMs,
      bytes: sealed.bytes,
      rooms: toSeal.map(({ packed: _, ...room }, at) => {
        const code = sealed.secrets[at];
        if (code === undefined) throw new Error('a sealed room without its code');
        return { ...room, groups: formatPackageCode(code) };
      }),
    };
    return ok({ type: 'makePackage', package: no, rooms, digest: sealed.digest, heads });
  },
  answer(events) {
    const made = events.map(({ event }) => event).find((event) => event.type === 'PackageMade');
    if (made === undefined) throw new Error('a package without its event');
    return { ...receiptOf(events), package: made.data.package, rooms: made.data.rooms.length };
  },
};

/** Each room's part of the day as it stands now, its photos read. */
function gather(
  { ports }: StationContext,
  day: OpenDay,
  { rooms, ...made }: { readonly package: string; readonly rooms: readonly Pick<Gathered, 'room' | 'label'>[] },
): readonly Gathered[] {
  const { journal, state, keys } = day;
  const head = journal.ownHead();
  if (head === null) throw new Error('a day without a chain of its own');
  const key = readDayKey(journal.day, ports.secrets);
  const files = new PhotoFiles({ dataDir: ports.dataDir, day: journal.day, keys });
  const all: readonly Event[] = day
    .eventsSince(0, journal.lastArrival)
    .map(({ event }) => event)
    .toSorted(compareEvents);
  return rooms.map(({ room, label }) => {
    const events = partsForRoom(state, room, all);
    const photos = events.flatMap((event) => {
      const sealed = event.type === 'CandidatePhotoFiled' ? files.readSealed(event.data) : null;
      return event.type === 'CandidatePhotoFiled' && sealed !== null
        ? [{ sealedDigest: event.data.sealedDigest, sealed }]
        : [];
    });
    const otherRooms = Object.fromEntries(
      Object.entries(otherRoomsFor(state, room)).map(([other, people]) => [other, [...people]]),
    );
    return { ...made, room, label, genesis: journal.genesis, key, head, events, otherRooms, photos };
  });
}
