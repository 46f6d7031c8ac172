import { readSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { checkInDraft, commandId, stationKeys, unwrap } from './journal-fixture.ts';
import { batchSize, type KillPlan } from './kill-plan.ts';

/*
 * A station that records check-ins until it is killed: told `KillPlan` as its argument, it waits for a line on stdin,
 * opens the journal and says each thing it may be held to on stdout, by a write that the pipe keeps when the process dies.
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

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function waitForEver(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/**
 * Stops for good inside a transaction, once the event of this seq is inserted and before the commit. The library is
 * taken hold of, not the program: the statement that was prepared for events is the only one whose `run` is wrapped.
 */
function stopInsideTransaction(afterInserts: number): void {
  const prepare = Database.prototype.prepare;
  let inserts = 0;
  Database.prototype.prepare = function prepareAndWatch(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement<unknown[]>; // its values are ours to pass on
    if (!sql.startsWith('INSERT INTO events')) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...values: unknown[]) => {
      const result = run(...values);
      inserts += 1;
      if (inserts === afterInserts && this.inTransaction) {
        say('inside');
        waitForEver();
      }
      return result;
    };
    return statement;
  } as typeof prepare;
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
