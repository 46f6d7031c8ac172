import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { createStation } from '../../electron/station/station.ts';
import { enactDay, valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import { checkInDraft, createTempFolder, openingDraft, stationKeys, unwrap } from './journal-fixture.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';
import { liveSteps, PAPER } from './whole-day.ts';

/**
 * A journal as bytes, without its triggers: the whole day of room 001 with its papers and a spoken code, and the chain of
 * a second station with a second epoch.
 */
export async function aFileOfADay(): Promise<Buffer> {
  const folder = createTempFolder();
  try {
    const file = await liveDay(folder.path);
    const plain = join(folder.path, 'plain.journal');
    const db = new Database(file);
    db.prepare('VACUUM INTO ?').run(plain); // without a WAL, so that it can be held in memory
    db.close();
    const copy = new Database(plain);
    // They stop the program's own mistakes; who means to change the record drops them first.
    copy.exec('DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_removed');
    const bytes = copy.serialize();
    copy.close();
    return bytes;
  } finally {
    folder.remove();
  }
}

async function liveDay(dataDir: string): Promise<string> {
  const clock = new TestClock('2022-11-19 07:50');
  const station = await createStation(createTestPorts({ dataDir, clock }));
  const client = createDirectClient(station);
  const day = await enactDay(client);
  valueOf(await client.invoke('document.issueSignInSheet', PAPER, { actor: day.first }));
  await liveSteps(client, day, { clock, to: 3 });
  const milestone = { milestone: 'theory:start' } as const;
  valueOf(await client.invoke('milestone.confirm', milestone, { actor: day.first }));
  valueOf(await client.invoke('checkCode.give', { ...PAPER, ...milestone }, { actor: day.first }));
  await liveSteps(client, day, { clock, from: 3 });
  await station.close();
  const [name = ''] = readdirSync(join(dataDir, 'days')).filter((file) => file.endsWith('.journal'));
  const file = join(dataDir, 'days', name);
  joinSecondStation(file);
  return file;
}

/** Station B writes into the file too, and begins a second epoch in it. */
function joinSecondStation(path: string): void {
  const keys = stationKeys('station B');
  const journal = unwrap(openJournal({ path, kind: 'real', day: null, station: keys.station }));
  const opening = openingDraft(keys);
  const append = (...drafts: Parameters<typeof journal.append>[0]['drafts']) =>
    journal.append({ command: null, drafts });
  append({ ...opening, data: { ...opening.data, label: 'B' } }, checkInDraft(1), checkInDraft(2), checkInDraft(3));
  const previous = journal.ownHead();
  append({ ...opening, data: { ...opening.data, label: 'B', previous } }, checkInDraft(4), checkInDraft(5));
  journal.close();
}
