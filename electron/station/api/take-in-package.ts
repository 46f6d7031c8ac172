import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import type { EventData, NewEvent } from '../../../shared/domain/events.ts';
import type { CommandId, DayId } from '../../../shared/ids.ts';
import { readPackageCode } from '../../../shared/package-code.ts';
import { type PackageHead, type PackageRoom, readPackageHead } from '../../../shared/package-file.ts';
import { ok } from '../../../shared/result.ts';
import { createFold } from '../../../shared/sync/merge.ts';
import { OpenDay } from '../day/open-day.ts';
import { STATION_ITSELF, stampEvents } from '../day/stamp.ts';
import { putAside } from '../files/put-aside.ts';
import { dayIdOf } from '../journal/genesis.ts';
import { createJournal } from '../journal/journal-file.ts';
import { type DayKey, dayKeyOf, restoreDayKey } from '../keys/day-key.ts';
import { createDayKeys } from '../keys/day-keys.ts';
import { isWhole, openEnvelope } from '../package/package-file.ts';
import { latestReading, restate } from '../package/restate.ts';
import { type RoomContent, unpackContent } from '../package/room-content.ts';
import { PhotoFiles } from '../photos/photo-files.ts';
import { actHashOf } from './act-hash.ts';
import { fail, type Request } from './handler.ts';
import { chainOpened, DAYS_DIR, journalName } from './make-day.ts';
import { headNoter } from './note-heads.ts';
import { notSaved, orNotSaved } from './or-not-saved.ts';
import { findAnswered } from './run-command.ts';
import { kindOf, type StationContext } from './station-context.ts';

type TakeIn = Request<'package.takeIn'>;

/** An envelope that a code has opened, and the day that it begins. */
interface Opened {
  readonly head: PackageHead;
  readonly content: RoomContent;
}

/**
 * 从考务数据包开始: one room's day, whole or not at all. Key, photos and journal are there before the day counts, which it does
 * once it stands in station.db; a crash before that leaves files that nobody opens, and the same package is taken in again.
 */
export async function takeInPackage(
  context: StationContext,
  request: TakeIn,
  publish: (events: readonly StoredEvent[]) => void,
): Promise<Answer<MethodOutput<'package.takeIn'>>> {
  const { day } = context;
  if (day !== null) {
    const answer = () => ({ day: day.journal.day });
    const answered = findAnswered(context, day, 'package.takeIn', request, { answer });
    if (answered !== null) return answered as Answer<MethodOutput<'package.takeIn'>>; // made by `answer`
  }
  const opened = await openPackage(context, request);
  if (!opened.ok) return opened;
  const { header } = opened.value.head;
  const saved = await orNotSaved(context, () => beginDay(context, request, opened.value));
  if (!saved.ok) return saved;
  const { open, stored } = saved.value;
  context.health.writeTrouble = null;
  context.packageTries.succeeded();
  context.day = open;
  context.locked = null;
  context.restarts.look();
  context.backup.forget();
  publish(stored);
  return ok({ day: header.day });
}

/** Everything that can be refused, in the order in which a person can do something about it; nothing is written. */
async function openPackage(context: StationContext, { input, elapsedMs }: TakeIn): Promise<Answer<Opened>> {
  const head = readPackageHead(input.head);
  if (!head.ok) return fail(head.error === 'other-version' ? 'package-of-other-version' : 'package-unreadable', 'PK2');
  const { header } = head.value;
  if (header.kind !== kindOf(context.ports)) return fail('package-of-other-kind', 'PK2', { kind: header.kind });
  if (isHere(context, header.day)) return fail('day-already-here', 'PK2');
  if (context.day !== null) return fail('day-open-here', 'PK2');
  const room = header.rooms.find((one) => one.room === input.room);
  if (room === undefined) return fail('package-without-room', 'PK2', { room: input.room });
  const envelope = Buffer.from(input.envelope, 'base64');
  if (!isWhole(head.value, room, envelope)) return fail('package-damaged', 'PK2');
  const secret = readPackageCode(input.groups);
  if (!secret.ok) return fail('package-group-wrong', 'PK2', { group: secret.error.group });
  const waitMs = context.packageTries.waitMs(elapsedMs);
  if (waitMs > 0) return fail('package-wait', 'PK2', { seconds: Math.ceil(waitMs / 1000) });
  const packed = await openEnvelope(head.value, room, { envelope, secret: secret.value });
  if (packed === null) {
    context.packageTries.failed(elapsedMs);
    return fail('package-code-wrong', 'PK2', { room: room.room });
  }
  const content = await unpackContent(packed);
  return content !== null && isOf(head.value, room, content)
    ? ok({ head: head.value, content })
    : fail('package-damaged', 'PK2');
}

function isHere({ stationDb }: StationContext, day: DayId): boolean {
  return stationDb.listDays().some((entry) => entry.day === day);
}

/** The envelope says the same day, room and package as the head that is bound to it. */
function isOf({ header }: PackageHead, room: PackageRoom, content: RoomContent): boolean {
  return (
    content.package === header.package &&
    content.room === room.room &&
    content.genesis.kind === header.kind &&
    dayIdOf(content.genesis) === header.day &&
    content.events.some((event) => event.type === 'DayMade')
  );
}

function beginDay(
  context: StationContext,
  request: TakeIn,
  { head: { header }, content }: Opened,
): Answer<{ readonly open: OpenDay; readonly stored: readonly StoredEvent[] }> {
  const { ports, stationDb } = context;
  const { day, kind, title, date } = header;
  const fileName = journalName(day);
  const path = join(ports.dataDir, fileName);
  const dayKey = dayKeyOf(day, content.key);
  placePhotos(context, dayKey, content);
  restoreDayKey(day, content.key, ports.secrets);
  mkdirSync(join(ports.dataDir, DAYS_DIR), { recursive: true, mode: 0o700 });
  putAside(path, request.clock.nowMs); // what no list names: of an attempt that was cut off
  const journal = createJournal({ path, genesis: content.genesis, station: stationDb.identity.station });
  if (!journal.ok) return notSaved(context, journal.error.code);
  try {
    const open = new OpenDay(journal.value, createDayKeys(dayKey, ports.ids), headNoter(context, day));
    const stored = journal.value.append({
      command: {
        id: request.call.command as CommandId, // dispatch refuses commands without an id
        inputHash: actHashOf(open, 'package.takeIn', request.input, request.call),
      },
      drafts: firstDrafts(context, request, content),
    });
    stationDb.addDay({ day, kind, title, date, fileName, madeAtMs: header.madeAt });
    // Noted only now: a head noted in an attempt that was cut off would be missed in the next one's journal.
    open.remember(stored, request.elapsedMs);
    return ok({ open, stored });
  } catch (thrown) {
    journal.value.close();
    throw thrown;
  }
}

/** The office's events come in their old order under this station's name, then what this station is. */
function firstDrafts(context: StationContext, request: TakeIn, content: RoomContent) {
  const { clock } = request;
  const site = { room: null, paper: null, occurredAt: clock.nowMs } as const;
  const { room, head } = content;
  const began: NewEvent[] = [
    ...indexOf(content.otherRooms).map((data) => ({ ...site, type: 'OtherRoomsIndexed' as const, data })),
    { ...site, type: 'ApprovalCodesListed', data: content.approvalCodes },
    { ...site, type: 'StationBound', data: { binding: { kind: 'room', room } } },
    { ...site, type: 'PackageTakenIn', data: { package: content.package, room, head } },
  ];
  const stamp = { station: context.stationDb.identity.station, clock, context: STATION_ITSELF, fold: createFold() };
  const lastHlc = latestReading(content.events);
  const [opening, ...own] = stampEvents([chainOpened(context, request, null, content.label), ...began], {
    ...stamp,
    lastHlc,
  });
  if (opening === undefined) throw new Error('a chain without its opening');
  return [opening, ...content.events.map((event) => restate(event, clock)), ...own];
}

function indexOf(rooms: RoomContent['otherRooms']): readonly EventData<'OtherRoomsIndexed'>[] {
  return Object.keys(rooms).length === 0 ? [] : [{ rooms }];
}

/** A photo that is not what was recorded is left out: the room takes it for missing and says so. */
function placePhotos({ ports }: StationContext, dayKey: DayKey, { events, photos }: RoomContent): void {
  const files = new PhotoFiles({ dataDir: ports.dataDir, day: dayKey.day, keys: createDayKeys(dayKey, ports.ids) });
  const sealed = new Map(photos.map((photo) => [photo.sealedDigest, photo.sealed]));
  for (const event of events) {
    const content = event.type === 'CandidatePhotoFiled' ? sealed.get(event.data.sealedDigest) : undefined;
    if (event.type === 'CandidatePhotoFiled' && content !== undefined) files.placeSealed(event.data, content);
  }
}
