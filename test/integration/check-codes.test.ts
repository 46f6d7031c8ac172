import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { computeCheckCode } from '../../electron/station/journal/check-code.ts';
import { isHeadSignedBy } from '../../electron/station/journal/head-signature.ts';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import type { Event } from '../../shared/domain/events.ts';
import { checkInOf, enactDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { checkInDraft, openingDraft, stationKeys, unwrap } from '../support/journal-fixture.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';
import { PAPER } from '../support/whole-day.ts';

const START = { milestone: 'theory:start' } as const;

async function open(dataDir: string, secrets = createMemorySecretStore(), time = '2022-11-19 07:50') {
  const ports = createTestPorts({ dataDir, secrets, clock: new TestClock(time) });
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  return { station, client: createDirectClient(station), ports, secrets };
}

async function eventsOf(client: StationClient): Promise<readonly StoredEvent[]> {
  return valueOf(await client.invoke('events.since', { after: 0, limit: 5000 })).events;
}

/** Room 001 in which 开考 is confirmed. */
async function startedRoom(dataDir: string) {
  const opened = await open(dataDir);
  const day = await enactDay(opened.client);
  opened.ports.clock.setWall('2022-11-19 08:30');
  valueOf(await opened.client.invoke('milestone.confirm', START, { actor: day.first }));
  return { ...opened, day };
}

describe('校验码', () => {
  it('is of the record that confirmed the milestone, whatever is recorded after it, and the same after a restart', async () => {
    const dataDir = tempDir();
    const { station, client, day, secrets } = await startedRoom(dataDir);
    const confirmed = (await eventsOf(client)).at(-1)!;
    const { station: id, epoch, seq } = confirmed.event;
    const head = { station: id, epoch, seq, hash: confirmed.hash };
    const code = await computeCheckCode(confirmed.event.day, head);
    const waiting = { toGive: [{ ...START, head: { station: id, epoch, seq }, code }], noted: [] };
    expect(valueOf(await client.invoke('checkCodes.read', {}, { actor: day.first }))).toEqual(waiting);
    valueOf(await client.invoke('checkIn.confirm', checkInOf(day.candidates[0]!), { actor: day.first }));
    await station.close();

    const again = await open(dataDir, secrets, '2022-11-19 08:31');
    expect(valueOf(await again.client.invoke('checkCodes.read', {}, { actor: day.first }))).toEqual(waiting);
    valueOf(await again.client.invoke('checkCode.give', { ...PAPER, ...START }, { actor: day.first }));
    const events = (await eventsOf(again.client)).map(({ event }) => event);
    const given = events.at(-1) as Event<'CheckCodeGiven'>; // what the command has just recorded
    expect(given).toMatchObject({ type: 'CheckCodeGiven', room: ROOM, data: { ...START, head, code } });
    const opening = events[0] as Event<'ChainOpened'>; // a chain begins with it
    const key = Buffer.from(opening.data.publicKey, 'base64');
    expect(isHeadSignedBy(key, given.day, given.data.head)).toBe(true);
  });

  it('noted is held against the chain of its own room, as soon as that is here', async () => {
    const dataDir = tempDir();
    const { station, client, day, secrets } = await startedRoom(dataDir);
    const [{ head, code } = { head: null, code: '' }] = valueOf(
      await client.invoke('checkCodes.read', {}, { actor: day.first }),
    ).toGive;
    await station.close();
    noteElsewhere(dataDir, [
      { seq: head?.seq ?? 0, code },
      { seq: head?.seq ?? 0, code: code === 'K7M2QX' ? 'K7M2QY' : 'K7M2QX' },
      { seq: 99_999, code },
    ]);
    const again = await open(dataDir, secrets, '2022-11-19 08:40');
    const { noted } = valueOf(await again.client.invoke('checkCodes.read', {}, { actor: day.first }));
    expect(noted.map(({ verdict }) => verdict)).toEqual(['agrees', 'differs', 'not-here']);
  });
});

/** The exam office's chain, which has come into this file, says what it heard from room 001. */
function noteElsewhere(dataDir: string, heard: readonly { readonly seq: number; readonly code: string }[]): void {
  const [name = ''] = readdirSync(join(dataDir, 'days')).filter((file) => file.endsWith('.journal'));
  const keys = stationKeys('the office');
  const path = join(dataDir, 'days', name);
  const journal = unwrap(openJournal({ path, kind: 'real', day: null, station: keys.station }));
  const { data: _, ...frame } = checkInDraft(1);
  const office = { ...frame, room: ROOM, paper: null, type: 'CheckCodeNoted' } as const;
  const opening = openingDraft(keys);
  journal.append({
    command: null,
    drafts: [
      { ...opening, data: { ...opening.data, label: 'A' } }, // as a station that is not enrolled calls itself
      ...heard.map((one) => ({ ...office, data: { label: 'A', epoch: 1, ...one } })),
    ],
  });
  journal.close();
}
