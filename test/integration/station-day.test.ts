import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { attendanceOf, countRoom } from '../../shared/domain/attendance.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import {
  checkInOf,
  enactDay,
  importRoster,
  makeDay,
  readState,
  ROOM,
  rosterFile,
  valueOf,
} from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { pdfText } from '../support/poppler.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';

/** A station on a folder of the test's own, which can be stopped and opened again as after a restart of the computer. */
async function openStation(
  dataDir = tempDir(),
  secrets = createMemorySecretStore(),
  clock = new TestClock('2022-11-19 07:50'),
) {
  const ports = createTestPorts({ dataDir, clock, secrets });
  const station = await createStation(ports);
  return { station, client: createDirectClient(station), ports, dataDir, secrets, clock };
}

async function closing<T>(station: Station, whileOpen: () => Promise<T>): Promise<T> {
  try {
    return await whileOpen();
  } finally {
    await station.close();
  }
}

describe('a station over its whole life', () => {
  it('after a restart everything acknowledged is there, and the same command still gets the same answer', async () => {
    const { station, client, dataDir, secrets, clock } = await openStation();
    const { first, candidates } = await enactDay(client);
    clock.setWall('2022-11-19 08:10');
    const card = candidates[0] as CandidateCard;
    const input = checkInOf(card);
    const command = as<CommandId>('check-in-of-the-test');
    const receipt = valueOf(await client.invoke('checkIn.confirm', input, { actor: first, command }));
    const before = await readState(client);
    await station.close();

    const again = await openStation(dataDir, secrets, new TestClock('2022-11-19 08:12'));
    await closing(again.station, async () => {
      expect(await readState(again.client)).toEqual(before);
      expect(valueOf(await again.client.invoke('checkIn.confirm', input, { actor: first, command }))).toEqual(receipt);
      expect((await readState(again.client)).rooms[ROOM]?.candidates[card.candidate]?.acts.theory).toHaveLength(1);
      expect(valueOf(await again.client.invoke('station.status', {})).stage).toBe('ready');
    });
  });

  it('a start with an earlier wall goes on from the last event, and its acts are marked 时间待核', async () => {
    const { station, client, dataDir, secrets, clock } = await openStation();
    const { first, candidates } = await enactDay(client);
    clock.setWall('2022-11-19 08:20');
    valueOf(await client.invoke('checkIn.confirm', checkInOf(candidates[0] as CandidateCard), { actor: first }));
    await station.close();

    const again = await openStation(dataDir, secrets, new TestClock('2022-11-19 03:00'));
    await closing(again.station, async () => {
      const status = valueOf(await again.client.invoke('station.status', {}));
      expect(status.clock).toMatchObject({ timeInDoubt: true, notice: { code: 'started-behind' } });
      expect(status.lights.clock.state).toBe('attention');
      const second = candidates[1] as CandidateCard;
      again.clock.advance(60_000);
      valueOf(await again.client.invoke('checkIn.confirm', checkInOf(second), { actor: first }));
      const room = (await readState(again.client)).rooms[ROOM];
      const act = room?.candidates[second.candidate]?.acts.theory[0];
      expect(act).toMatchObject({ timeInDoubt: true, occurredAt: Date.parse('2022-11-19T08:21:00+08:00') });
    });
  });

  it('[D9] undo is judged on real time and not known any more after a restart', async () => {
    const { station, client, clock, ports } = await openStation();
    await closing(station, async () => {
      const { first, second, candidates } = await enactDay(client);
      clock.setWall('2022-11-19 08:10');
      const one = valueOf(
        await client.invoke('checkIn.confirm', checkInOf(candidates[0] as CandidateCard), { actor: first }),
      );
      const target = { target: one.events[0] as EventRef };
      ports.clock.elapse(30_001);
      expect(await client.invoke('act.undo', target, { actor: first })).toMatchObject({
        error: { code: 'undo-too-late' },
      });
      const reason = '扫错了人';
      valueOf(await client.invoke('act.undo', target, { actor: first, second, reason }));
      const room = (await readState(client)).rooms[ROOM];
      expect(room && countRoom(room, 'theory').present).toBe(0);
    });
  });

  it('finds people by ticket, seat, digits, name and initials, and knows the other rooms by ticket only', async () => {
    const { station, client } = await openStation();
    await closing(station, async () => {
      const { first, candidates } = await enactDay(client);
      const person = candidates[2] as CandidateCard;
      const search = async (query: string) =>
        valueOf(await client.invoke('candidates.search', { query, room: ROOM }, { actor: first }));
      expect(await search(person.ticket)).toMatchObject({
        kind: 'one',
        how: 'ticket',
        matches: [{ candidate: person.candidate }],
      });
      expect(await search(String(person.seat))).toMatchObject({
        kind: 'one',
        how: 'seat',
        matches: [{ candidate: person.candidate }],
      });
      expect((await search(person.name)).matches.map((m) => m.candidate)).toContain(person.candidate);
      expect((await search(person.idMasked.slice(-4))).matches.map((m) => m.candidate)).toContain(person.candidate);
      expect(await search('221137010030107')).toMatchObject({ kind: 'none', otherRoom: '003' });
      expect(await search('999999999999999')).toMatchObject({ kind: 'none', otherRoom: null });
    });
  });

  it('[D10] issues the sign-in sheet with its heads, keeps it sealed, and reads it back', async () => {
    const { station, client, dataDir, clock } = await openStation();
    await closing(station, async () => {
      const { first, candidates } = await enactDay(client);
      clock.setWall('2022-11-19 08:42');
      valueOf(await client.invoke('checkIn.confirm', checkInOf(candidates[0] as CandidateCard), { actor: first }));
      const issued = valueOf(
        await client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first }),
      );
      expect(issued).toMatchObject({ copy: 1, pages: 2 });
      const { bytes } = valueOf(await client.invoke('document.read', { document: issued.document }, { actor: first }));
      const text = pdfText(Buffer.from(bytes, 'base64'));
      expect(text).toContain('考生签到表');
      expect(text).toContain((candidates[0] as CandidateCard).ticket);
      expect(text).toContain('迟到 12 分');
      const room = (await readState(client)).rooms[ROOM];
      expect(room?.issued[0]?.heads[0]?.seq).toBe(issued.events[0]?.seq === undefined ? -1 : issued.events[0].seq - 1);
      const reprint = valueOf(
        await client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first }),
      );
      expect(reprint.copy).toBe(2);
      const kept = readdirSync(join(dataDir, 'papers'), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      // Each with the places where it is to be signed.
      expect(kept.filter(({ name }) => !name.endsWith('.cells.sealed'))).toHaveLength(2);
      expect(kept).toHaveLength(4);
      for (const entry of kept)
        expect(readFileSync(join(entry.parentPath, entry.name)).subarray(0, 5).toString()).not.toBe('%PDF-');
    });
  });

  it('no name, ticket or ID number stands in clear in any file of the data folder', async () => {
    const { station, client, dataDir, clock } = await openStation();
    const { first, candidates } = await enactDay(client);
    clock.setWall('2022-11-19 08:10');
    for (const card of candidates.slice(0, 5))
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: first }));
    const stranger = {
      room: ROOM,
      paper: 'theory',
      candidate: null,
      ticket: '887766554433221',
      reason: 'not-listed',
      note: '自称王小明',
    } as const;
    valueOf(await client.invoke('entry.refuse', stranger, { actor: first }));
    valueOf(await client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first }));
    const needles = [
      ...candidates.flatMap((card) => [card.name, card.ticket]),
      '周主考',
      '陈监考',
      '887766554433221',
      '王小明',
      'site-12-rooms',
    ];
    const encodings = (needle: string) => [Buffer.from(needle, 'utf8'), Buffer.from(needle, 'utf16le')];
    const control = Buffer.concat([Buffer.from('前后文'), ...needles.flatMap(encodings)]);
    expect(needles.every((needle) => encodings(needle).every((bytes) => control.includes(bytes)))).toBe(true);
    const search = () => {
      const found: string[] = [];
      for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        for (const needle of needles)
          if (encodings(needle).some((form) => bytes.includes(form))) found.push(`${entry.name}: ${needle}`);
      }
      return found;
    };
    expect(search()).toEqual([]); // with the -wal files of an open station
    await station.close();
    expect(search()).toEqual([]);
  });

  it('the office holds all twelve rooms', async () => {
    const { station, client } = await openStation();
    await closing(station, async () => {
      const chief = await makeDay(client);
      await importRoster(client, chief, { kind: 'office' });
      const state = await readState(client);
      expect(Object.values(state.rooms).map((room) => countRoom(room, 'theory').expected)).toEqual([
        ...Array<number>(11).fill(40),
        27,
      ]);
      expect(valueOf(await client.invoke('station.status', {})).stage).toBe('ready');
    });
  });

  it('a bad roster changes nothing and says why', async () => {
    const { station, client } = await openStation();
    await closing(station, async () => {
      const { chief } = await enactDay(client);
      const before = await readState(client);
      for (const [file, reason] of [
        ['truncated.xlsx', 'file-truncated'],
        ['not-a-roster.xlsx', 'file-not-a-roster'],
        ['empty.csv', 'file-empty'],
      ] as const) {
        expect(await client.invoke('roster.preview', rosterFile(file), { actor: chief })).toMatchObject({
          ok: false,
          error: { code: 'roster-file-refused', figures: { reason } },
        });
      }
      expect(await readState(client)).toEqual(before);
    });
  });

  it('the same roster again changes nobody; rows with errors are left out only when that is accepted', async () => {
    const { station, client } = await openStation();
    await closing(station, async () => {
      const { chief } = await enactDay(client);
      const preview = valueOf(
        await client.invoke('roster.preview', rosterFile('site-12-rooms.xlsx'), { actor: chief }),
      );
      expect(preview.changes).toEqual({ added: 0, corrected: 0, moved: 0, withdrawn: 0, flagged: 0 });
      const bad = valueOf(
        await client.invoke('roster.preview', rosterFile('by-hand-with-mistakes.xlsx'), { actor: chief }),
      );
      const commit = {
        preview: bad.preview,
        binding: { kind: 'office' },
        acceptLeftOut: false,
        acceptRemovals: true,
      } as const;
      expect(await client.invoke('roster.commit', commit, { actor: chief })).toMatchObject({
        error: { code: 'left-out-not-accepted' },
      });
      expect(
        await client.invoke('roster.commit', { ...commit, preview: preview.preview }, { actor: chief }),
      ).toMatchObject({
        error: { code: 'preview-unknown' },
      });
    });
  });

  it('[R28] a request that arrives in time is judged by its arrival', async () => {
    const { station, client, clock } = await openStation();
    await closing(station, async () => {
      const { first, candidates } = await enactDay(client);
      clock.setWall('2022-11-19 08:59:59.999');
      const sent = client.invoke('checkIn.confirm', checkInOf(candidates[0] as CandidateCard), { actor: first });
      clock.setWall('2022-11-19 09:00:00.000');
      valueOf(await sent);
      const late = await client.invoke('checkIn.confirm', checkInOf(candidates[1] as CandidateCard), { actor: first });
      expect(late).toMatchObject({ ok: false, error: { code: 'entry-closed' } });
      const room = (await readState(client)).rooms[ROOM];
      const candidate = room?.candidates[(candidates[0] as CandidateCard).candidate];
      expect(candidate && attendanceOf(candidate, 'theory')).toMatchObject({ status: 'late', lateMinutes: 29 });
    });
  });
});
