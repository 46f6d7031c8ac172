import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { JournalWriteError } from '../../electron/station/journal/journal-errors.ts';
import { appendCheckIn, commandId, stationKeys, unwrap } from './journal-fixture.ts';

/* Records check-ins under a limit of file size that its parent has set, until the disk takes no more, and reports. */

const path = process.argv[2] ?? '';
const journal = unwrap(openJournal({ path, kind: 'real', day: null, station: stationKeys().station }));
let confirmed = 0;
let code = '';
while (code === '') {
  try {
    appendCheckIn(journal, confirmed + 1);
    confirmed += 1;
  } catch (thrown) {
    if (!(thrown instanceof JournalWriteError)) throw thrown;
    code = thrown.code;
  }
}
const readable = journal.readSince(1, 1_000_000).length;
const hasAnswer = journal.findAnswer(commandId(confirmed + 1)) !== null;
console.log(JSON.stringify({ code, confirmed, readable, hasAnswer, head: journal.ownHead() }));
