import { readSync } from 'node:fs';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { checkInDraft, commandId, stationKeys, unwrap } from './journal-fixture.ts';
import { batchSize, type KillPlan } from './kill-plan.ts';
import { say, stopInsideTransaction, waitForEver } from './killable.ts';

/*
 * A station that records check-ins until it is killed: told `KillPlan` as its argument, it waits for a line on stdin,
 * opens the journal and says each thing it may be held to on stdout.
 */

/** The act that is tested: records one command's events and returns the head that stands when it is confirmed. */
function openActs(path: string): (number: number) => { readonly seq: number; readonly hash: string } {
  const journal = unwrap(openJournal({ path, kind: 'real', day: null, station: stationKeys().station }));
  return (number) => {
    const drafts = Array.from({ length: batchSize(number) }, () => checkInDraft(number));
    const stored = journal.append({ command: { id: commandId(number), inputHash: 'ab'.repeat(32) }, drafts });
    const last = stored.at(-1)!;
    return { seq: last.event.seq, hash: last.hash };
  };
}

const plan = JSON.parse(process.argv[2] ?? '') as KillPlan; // written by the test that starts this process
if (plan.kind === 'inside') stopInsideTransaction(plan.inserts);
readSync(0, Buffer.alloc(8));
const act = openActs(plan.path);
say('ready');
const acts = plan.kind === 'idle' ? plan.acts : Number.POSITIVE_INFINITY;
for (let done = 0; done < acts; done += 1) {
  const number = plan.firstNumber + done;
  say(`start ${number}`);
  const { seq, hash } = act(number);
  say(`ack ${number} ${seq} ${hash}`);
}
say('idle');
waitForEver();
