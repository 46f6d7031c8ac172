import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard, StoredEvent } from '../../shared/contract/views.ts';
import { countRoom } from '../../shared/domain/attendance.ts';
import { findFormFault } from '../../shared/domain/events.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { someAnswers } from '../support/a-day.ts';
import {
  checkInOf,
  enactDay,
  importRoster,
  makeDay,
  PIN,
  ROOM,
  rosterFile,
  SCENARIO_DAY,
  valueOf,
} from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { pdfText } from '../support/poppler.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

interface Scene {
  readonly client: StationClient;
  readonly clock: TestClock;
  readonly dataDir: string;
  /** Everything pushed so far. */
  readonly pushed: readonly StoredEvent[];
}

/** Runs a station on a folder of the test's own, with the browser host's own secrets in files. */
async function onStation(act: (scene: Scene) => Promise<void>, wall = '2022-11-19 07:50'): Promise<void> {
  const dataDir = tempDir();
  const clock = new TestClock(wall);
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const station = await createStation(createTestPorts({ dataDir, clock, secrets }));
  const pushed: StoredEvent[] = [];
  station.subscribe((push) => {
    if (push.push === 'events') pushed.push(...push.events);
  });
  try {
    await act({ client: createDirectClient(station), clock, dataDir, pushed });
  } finally {
    await station.close();
  }
}

/** All events of the day, fetched page by page. */
async function allEvents(client: StationClient, limit: number): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = valueOf(await client.invoke('events.since', { after: events.length, limit }));
    events.push(...page.events);
    if (page.events.length === 0) return events;
  }
}

function csvRoster(rows: readonly string[]): { fileName: string; bytes: string } {
  const text = ['考场编号,考场地点,座位号,准考证号,姓名,证件号码,级别', ...rows].join('\r\n');
  return { fileName: '名单.csv', bytes: Buffer.from(text, 'utf8').toString('base64') };
}

describe('names that every object has from birth', () => {
  it('[D1] name no member of staff: nobody reads or witnesses under them', async () => {
    await onStation(async ({ client }) => {
      const { first, candidates } = await enactDay(client);
      const nobody = as<StaffId>('constructor');
      const listed = await client.invoke('candidates.list', { room: ROOM }, { actor: nobody });
      expect(listed).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      const witnessed = {
        actor: first,
        second: nobody,
        reason: '补录',
        occurredAt: Date.parse('2022-11-19T07:45+08:00'),
      };
      const checkIn = checkInOf(candidates[0] as CandidateCard);
      expect(await client.invoke('checkIn.confirm', checkIn, witnessed)).toMatchObject({
        ok: false,
        error: { code: 'bad-input' },
      });
    });
  });

  it('are no room numbers, in a call or in a roster; the rest of the roster is taken', async () => {
    await onStation(async ({ client }) => {
      const chief = await makeDay(client);
      const rows = ['constructor', '__proto__', '002', '001'].map(
        (room, i) => `${room},一楼,${i + 1},22113701003010${i},考生${i},,初级`,
      );
      const preview = valueOf(await client.invoke('roster.preview', csvRoster(rows), { actor: chief }));
      expect(preview.rooms.map(({ room }) => room)).toEqual(['001', '002']);
      expect(preview.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).toEqual([2, 3]);
      const commit = {
        preview: preview.preview,
        binding: { kind: 'room', room: ROOM },
        acceptLeftOut: true,
        acceptRemovals: false,
      } as const;
      valueOf(await client.invoke('roster.commit', commit, { actor: chief }));
      for (const room of ['constructor', '__proto__', 'toString']) {
        const input = { room: as<RoomNo>(room), paper: 'theory' } as const;
        expect(await client.invoke('document.issueSignInSheet', input, { actor: chief })).toMatchObject({
          ok: false,
          error: { code: 'bad-input' },
        });
      }
    });
  });
});

describe('what is recorded', () => {
  it('has the form of its type, also where the roster is wordy', async () => {
    await onStation(async ({ client }) => {
      const chief = await makeDay(client);
      const roster = csvRoster([`001,${'实训楼二〇一'.repeat(40)},1,221137010030101,${'𠮷'.repeat(80)},,初级`]);
      const preview = valueOf(await client.invoke('roster.preview', roster, { actor: chief }));
      const commit = {
        preview: preview.preview,
        binding: { kind: 'office' },
        acceptLeftOut: false,
        acceptRemovals: false,
      } as const;
      valueOf(await client.invoke('roster.commit', commit, { actor: chief }));
      for (const { event } of await allEvents(client, 5000)) expect(findFormFault(event)).toBeNull();
    });
  });

  it('says that the acting and the second person were known by their PINs', async () => {
    await onStation(async ({ client, clock }) => {
      const { first, second, candidates } = await enactDay(client);
      clock.setWall('2022-11-19 08:10');
      const backfill = { actor: first, second, reason: '漏记', occurredAt: clock.wall() - 60_000 };
      valueOf(await client.invoke('checkIn.confirm', checkInOf(candidates[0] as CandidateCard), backfill));
      valueOf(await client.invoke('checkIn.confirm', checkInOf(candidates[1] as CandidateCard), { actor: first }));
      const [late, ordinary] = (await allEvents(client, 5000)).slice(-2).map(({ event }) => event);
      expect(late).toMatchObject({ actor: first, actorBy: 'pin', second, secondBy: 'pin' });
      expect(ordinary).toMatchObject({ actor: first, actorBy: 'pin', second: null, secondBy: null });
    });
  });

  it('on a paper are the heads that are printed on it, though check-in went on while it was drawn', async () => {
    await onStation(async ({ client, clock }) => {
      const { first, candidates } = await enactDay(client);
      clock.setWall('2022-11-19 08:10');
      const drawing = client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first });
      for (const card of candidates.slice(0, 3)) {
        valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: first }));
      }
      const { document } = valueOf(await drawing);
      const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: first }));
      const printed = /A#(\d+)/.exec(pdfText(Buffer.from(bytes, 'base64')))?.[1];
      const issued = (await allEvents(client, 5000))
        .map(({ event }) => event)
        .find(({ type }) => type === 'PaperIssued');
      expect(issued?.data).toMatchObject({ heads: [{ seq: Number(printed) }] });
      // How many of the three came after the heads were read is the machine's affair; some did, or this test says nothing.
      expect(issued?.seq).toBeGreaterThan(Number(printed) + 1);
    });
  });

  it('lies in files and folders that only this user can open', async () => {
    const before = process.umask(0o022);
    try {
      await onStation(async ({ client, dataDir }) => {
        const { first } = await enactDay(client);
        valueOf(await client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first }));
        const entries = readdirSync(dataDir, { recursive: true, withFileTypes: true });
        expect(entries.some(({ name }) => name.endsWith('-wal'))).toBe(true);
        for (const entry of entries) {
          const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777;
          expect([entry.name, mode.toString(8)]).toEqual([entry.name, entry.isFile() ? '600' : '700']);
        }
      });
    } finally {
      process.umask(before);
    }
  });
});

describe('an office', () => {
  it('takes 5,000 people, tells its pages of every event once and in order, and works in any room', async () => {
    await onStation(async ({ client, clock, pushed }) => {
      const chief = await makeDay(client);
      await importRoster(client, chief, { kind: 'office' }, 'large-5000.xlsx');
      const events = await allEvents(client, 999);
      expect(events.map(({ arrival }) => arrival)).toEqual(events.map((_, i) => i + 1));
      expect(pushed.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
      const { state } = foldEvents(createFold(), events);
      const rooms = Object.values(state.rooms);
      expect(rooms.reduce((sum, room) => sum + countRoom(room, 'theory').expected, 0)).toBe(5000);

      clock.setWall('2022-11-19 08:10');
      const last = rooms.at(-1)?.room ?? ROOM;
      const { candidates } = valueOf(await client.invoke('candidates.list', { room: last }, { actor: chief }));
      const person = candidates[0] as CandidateCard;
      valueOf(await client.invoke('checkIn.confirm', checkInOf(person), { actor: chief }));
      for (const room of [last, rooms[0]?.room ?? ROOM]) {
        const issued = await client.invoke('document.issueSignInSheet', { room, paper: 'theory' }, { actor: chief });
        expect(valueOf(issued).copy).toBe(1);
      }
      const hit = valueOf(
        await client.invoke('candidates.search', { query: person.ticket, room: null }, { actor: chief }),
      );
      expect(hit.matches.map(({ candidate }) => candidate)).toEqual([person.candidate]);
    });
  });

  it('pushes without gaps while many people act at once', async () => {
    await onStation(async ({ client, clock, pushed }) => {
      const { first, candidates, chief } = await enactDay(client);
      clock.setWall('2022-11-19 08:10');
      await Promise.all([
        ...candidates.map((card) => client.invoke('checkIn.confirm', checkInOf(card), { actor: first })),
        client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first }),
        client.invoke('staff.enlist', { role: 'technician', room: null, name: '何技术', pin: PIN }, { actor: chief }),
        ...candidates.map((card) => client.invoke('checkIn.confirm', checkInOf(card), { actor: first })),
      ]);
      const events = await allEvents(client, 7);
      expect(pushed.map(({ arrival }) => arrival)).toEqual(events.map((_, i) => i + 1));
      expect(events.filter(({ event }) => event.type === 'CandidateCheckedIn')).toHaveLength(candidates.length);
    });
  });
});

describe('a day by the edition of 2024', () => {
  it('[C03] runs by the hours that the chief typed, from import to the cut-off of both papers', async () => {
    await onStation(async ({ client, clock }) => {
      const day = { ...SCENARIO_DAY, edition: 'R2024', answers: someAnswers('R2024') } as const;
      valueOf(await client.invoke('day.make', day));
      const chief = valueOf(await client.invoke('staff.list', {})).staff[0]?.staff ?? null;
      await importRoster(client, chief as StaffId, { kind: 'room', room: ROOM });
      const people = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: chief })).candidates;
      const enter = async (index: number, wall: string, paper: 'theory' | 'practical' = 'theory') => {
        clock.setWall(`2022-11-19 ${wall}`);
        const input = { ...checkInOf(people[index] as CandidateCard), paper };
        const answer = await client.invoke('checkIn.confirm', input, { actor: chief });
        return answer.ok ? 'entered' : answer.error.code;
      };
      expect(await enter(0, '08:29:59.999')).toBe('entry-not-open');
      expect(await enter(0, '08:30')).toBe('entered');
      expect(await enter(1, '09:29:59.999')).toBe('entered');
      expect(await enter(2, '09:30')).toBe('entry-closed');
      expect(await enter(2, '10:00', 'practical')).toBe('entered');
      expect(await enter(3, '11:00', 'practical')).toBe('entry-closed');
      const { state } = foldEvents(createFold(), await allEvents(client, 5000));
      const room = state.rooms[ROOM];
      expect(room && countRoom(room, 'theory')).toMatchObject({ expected: 40, present: 2, late: 1 });
      expect(room && countRoom(room, 'practical')).toMatchObject({ present: 1, late: 0 });
    });
  });
});

describe('a roster on its way', () => {
  it('that was looked at for another day is not taken', async () => {
    await onStation(async ({ client }) => {
      const chief = await makeDay(client);
      const { preview } = valueOf(
        await client.invoke('roster.preview', rosterFile('site-12-rooms.xlsx'), { actor: chief }),
      );
      valueOf(await client.invoke('day.make', { ...SCENARIO_DAY, title: '另一天' }, { actor: chief }));
      const other = valueOf(await client.invoke('staff.list', {})).staff[0]?.staff ?? null;
      const commit = { preview, binding: { kind: 'office' }, acceptLeftOut: true, acceptRemovals: true } as const;
      expect(await client.invoke('roster.commit', commit, { actor: other })).toMatchObject({
        error: { code: 'preview-stale' },
      });
    });
  });

  it('a ticket of another room is known however the scan spells it', async () => {
    await onStation(async ({ client }) => {
      const { first } = await enactDay(client);
      for (const query of ['221137010030107', ' 221137010030107\t', '２２１１３７０１００３０１０７']) {
        const found = await client.invoke('candidates.search', { query, room: ROOM }, { actor: first });
        expect(valueOf(found)).toMatchObject({ kind: 'none', otherRoom: '003' });
      }
    });
  });
});
