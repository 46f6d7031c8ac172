import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyName } from '../../../../../electron/station/backup/copy-folder.ts';
import { fetchCopy } from '../../../../../electron/station/backup/fetch-copy.ts';
import { writeCopy } from '../../../../../electron/station/backup/write-copy.ts';
import { as, type DayId } from '../../../../../shared/ids.ts';
import { aJournal } from '../../../../support/journal-fixture.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const NINE = Date.UTC(2022, 10, 19, 1, 0);

/** One copy of a day of its own in the folder. */
function copyInto(folder: string, records: number, kind: 'real' | 'rehearsal'): DayId {
  const rawPath = join(tempDir(), 'raw');
  const journal = aJournal(rawPath, { checkIns: records, kind });
  const { day } = journal;
  const heads = journal.heads().map((head) => ({ ...head, signature: null }));
  journal.close();
  const station = heads[0]?.station;
  if (station === undefined) throw new Error('a journal without a chain');
  const manifest = { v: 1, day, kind, station, label: 'A', title: '', site: '', date: '2022-11-19' } as const;
  const written = writeCopy({
    rawPath,
    name: copyName(NINE, records),
    manifest: { ...manifest, room: null, at: NINE, records, heads },
    localFolder: folder,
    outside: null,
    sealed: [],
    wrappedKey: join(folder, 'none'),
  });
  if (!written.ok) throw new Error(written.error);
  return day;
}

it('of a folder into which somebody has put copies of two days, the day that is asked for is brought', () => {
  const folder = tempDir();
  const wanted = copyInto(folder, 3, 'real');
  const newer = copyInto(folder, 9, 'rehearsal');
  const target = (day: DayId) => ({ day, journal: join(folder, 'fetched'), sealed: [], wrappedKey: null });
  expect(fetchCopy(folder, target(wanted))).toMatchObject({ ok: true, value: { day: wanted, records: 3 } });
  expect(fetchCopy(folder, target(newer))).toMatchObject({ ok: true, value: { day: newer, records: 9 } });
  expect(fetchCopy(folder, target(as<DayId>('f'.repeat(32))))).toMatchObject({ error: 'other-day' });
});
