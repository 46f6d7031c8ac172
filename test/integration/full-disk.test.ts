import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { verifyJournal } from '../../electron/station/journal/verify-journal.ts';
import { aJournal, appendCheckIn, createTempFolder, stationKeys, unwrap } from '../support/journal-fixture.ts';

const CHILD = fileURLToPath(new URL('../support/full-disk-child.ts', import.meta.url));

// The limit of file size is set by the shell; Windows has no such limit, the code path is the same.
it.skipIf(process.platform === 'win32')(
  'when the disk takes no more, nothing half-written is confirmed or kept, and all goes on once there is room',
  { timeout: 30_000 },
  () => {
    const folder = createTempFolder();
    const path = join(folder.path, 'day.journal');
    aJournal(path).close();
    const child = spawnSync('sh', ['-c', 'ulimit -f 600; exec "$0" "$@"', process.execPath, CHILD, path], {
      encoding: 'utf8',
    });
    const report = JSON.parse(child.stdout || `{"trouble":${JSON.stringify(child.stderr)}}`);
    expect(report).toMatchObject({ code: expect.stringMatching(/^(disk-full|io-failed)$/), hasAnswer: false });
    expect(report.confirmed).toBeGreaterThan(10);
    expect(report.readable).toBe(report.confirmed);

    const journal = unwrap(openJournal({ path, kind: 'real', day: null, station: stationKeys().station }));
    expect(journal.ownHead()).toEqual(report.head);
    expect(appendCheckIn(journal, report.confirmed + 1)[0]?.event.seq).toBe(report.confirmed + 2);
    expect(verifyJournal({ content: journal.content(), kind: 'real', day: null, anchors: [] }).isSound).toBe(true);
    journal.close();
    folder.remove();
  },
);
