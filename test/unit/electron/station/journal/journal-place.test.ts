import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJournal } from '../../../../../electron/station/journal/journal-file.ts';
import {
  aJournal,
  appendCheckIn,
  checkInDraft,
  commandId,
  stationKeys,
  unwrap,
} from '../../../../support/journal-fixture.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

it('what is appended while the file is away from its place is written nowhere, and goes on once it is back', ({
  skip,
}) => {
  skip(process.platform === 'win32', 'Windows lets nobody move an open file');
  const path = join(tempDir(), 'day.journal');
  const journal = aJournal(path, { checkIns: 1 });
  renameSync(path, `${path}.away`);
  expect(journal.placeTrouble()).toBe('vanished');
  expect(() => appendCheckIn(journal, 2)).toThrow(expect.objectContaining({ code: 'vanished' }));
  expect(journal.findAnswer(commandId(2))).toBeNull();
  renameSync(`${path}.away`, path);
  expect(appendCheckIn(journal, 2)).toHaveLength(1);
  journal.close();
});

it('a commit during which the file loses its name is not confirmed, and is not found by its command as long as the process lives', ({
  skip,
}) => {
  skip(process.platform === 'win32', 'Windows lets nobody move an open file');
  const path = join(tempDir(), 'day.journal');
  const journal = aJournal(path);
  const last = journal.lastArrival;
  let isMoved = false;
  const command = {
    id: commandId(1),
    inputHash: 'f'.repeat(64),
    // Read inside the transaction: after the look at the places, before the commit.
    get extra() {
      if (!isMoved) renameSync(path, `${path}.away`);
      isMoved = true;
      return 'moved';
    },
  };
  const append = () => journal.append({ command, drafts: [checkInDraft(1)] });
  expect(append).toThrow(expect.objectContaining({ name: 'JournalWriteError', code: 'vanished' }));
  expect(isMoved).toBe(true);
  renameSync(`${path}.away`, path);
  expect(append).toThrow(expect.objectContaining({ name: 'JournalWriteError', code: 'replaced' }));
  expect(journal.findAnswer(commandId(1))).toBeNull();
  expect(journal.lastArrival).toBe(last);
  expect(journal.placeTrouble()).toBe('replaced');
  journal.close();

  // The file itself took the batch whole: a restart finds it, and its command its answer.
  const again = unwrap(openJournal({ path, kind: 'real', day: null, station: stationKeys().station }));
  expect(again.findAnswer(commandId(1))?.events).toHaveLength(1);
  expect(again.placeTrouble()).toBeNull();
  again.close();
});
