import { expect, it } from 'vitest';
import { createRosterReader } from '../../electron/station/roster/read-roster.ts';
import { createStation } from '../../electron/station/station.ts';
import type { RosterRow } from '../../shared/domain/roster.ts';
import { importRoster, makeDay, ROOM, rosterFile, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createTestPorts } from '../support/test-ports.ts';

const WHOLE = 'site-12-rooms.xlsx';
const WITH_MISTAKES = 'by-hand-with-mistakes.xlsx';
const REFUSED = ['truncated.xlsx', 'not-a-roster.xlsx', 'empty.csv'];

/** Everything in a roster that a log could give away: its name, its bytes, its people. */
async function secretsOf(fileName: string): Promise<readonly string[]> {
  return [fileName, ...startOf(rosterFile(fileName).bytes), ...(await rowsOf(fileName)).flatMap(textsOf)];
}

async function rowsOf(fileName: string): Promise<readonly RosterRow[]> {
  const bytes = Buffer.from(rosterFile(fileName).bytes, 'base64');
  const options = { capacityPerRoom: 40, today: '2022-11-19' };
  const read = await createRosterReader().read({ name: fileName, bytes }, options);
  return read.ok ? read.value.rows : [];
}

function startOf(bytes: string): readonly string[] {
  return bytes.length < 24 ? [] : [bytes.slice(0, 24)];
}

function textsOf({ person }: RosterRow): readonly string[] {
  return [person.name, person.ticket, person.idNumber].filter((text) => text.length > 1);
}

it('neither a refused nor an accepted roster leaves its name, its bytes or its people in the log', async () => {
  const ports = createTestPorts({ dataDir: tempDir() });
  const station = await createStation(ports);
  const client = createDirectClient(station);
  const chief = await makeDay(client);
  const { lines } = ports.logger;
  for (const fileName of REFUSED) {
    expect(await client.invoke('roster.preview', rosterFile(fileName), { actor: chief })).toMatchObject({
      error: { code: 'roster-file-refused' },
    });
  }
  const bad = valueOf(await client.invoke('roster.preview', rosterFile(WITH_MISTAKES), { actor: chief }));
  const commit = {
    preview: bad.preview,
    binding: { kind: 'office' },
    acceptLeftOut: false,
    acceptRemovals: false,
  } as const;
  expect(await client.invoke('roster.commit', commit, { actor: chief })).toMatchObject({
    error: { code: 'left-out-not-accepted' },
  });
  await importRoster(client, chief, { kind: 'room', room: ROOM }, WHOLE);
  // Text where bytes are due, as a page with a fault would send it.
  const [someName = ''] = textsOf((await rowsOf(WHOLE))[0]!);
  expect(
    await client.invoke('roster.preview', { fileName: someName, bytes: someName }, { actor: chief }),
  ).toMatchObject({
    error: { code: 'bad-input' },
  });
  await station.close();

  const answers = lines
    .filter(({ fields }) => String(fields['method']).startsWith('roster.'))
    .map(({ fields }) => fields['answer']);
  expect(answers).toEqual([
    ...REFUSED.map(() => 'roster-file-refused'),
    'ok',
    'left-out-not-accepted',
    'ok',
    'ok',
    'bad-input',
  ]);
  const secrets = (await Promise.all([...REFUSED, WITH_MISTAKES, WHOLE].map(secretsOf))).flat();
  expect(secrets.length).toBeGreaterThan(1_000);
  const log = JSON.stringify(lines);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});

it('a surprise that quotes what it was reading is logged without the quotation', async () => {
  const ports = createTestPorts({ dataDir: tempDir() });
  let isBroken = false;
  const ids = {
    ...ports.ids,
    id: () => (isBroken ? (JSON.parse('王小明 221137010030107') as string) : ports.ids.id()),
  };
  const station = await createStation({ ...ports, ids });
  const client = createDirectClient(station);
  const chief = await makeDay(client);
  valueOf(await client.invoke('photos.report', {}, { actor: chief })); // he is signed in
  isBroken = true;
  expect(await client.invoke('roster.preview', rosterFile(WHOLE), { actor: chief })).toMatchObject({
    error: { code: 'internal' },
  });
  await station.close();
  expect(ports.logger.lines.filter(({ event }) => event === 'surprise')).toEqual([
    { level: 'error', event: 'surprise', fields: { method: 'roster.preview', message: 'SyntaxError' } },
  ]);
});
