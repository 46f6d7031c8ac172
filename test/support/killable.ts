import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/* What the programs share that tests start in order to kill them. */

/** Says a line to the parent, by a write that the pipe keeps when the process dies. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Stands still, with every timer and callback, until the process is killed. */
export function waitForEver(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/**
 * Stops for good inside a transaction, once this many events are inserted and before the commit. The library is taken
 * hold of, not the program: the statement that was prepared for events is the only one whose `run` is wrapped.
 */
export function stopInsideTransaction(afterInserts: number): void {
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
