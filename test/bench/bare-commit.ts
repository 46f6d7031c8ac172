import Database from 'better-sqlite3';

/** The floor of everything that is saved: one row, one synced WAL commit, nothing else. */
export interface BareCommit {
  readonly commit: () => void;
  /** So many rows in one transaction. */
  readonly commitMany: (count: number) => void;
  readonly close: () => void;
}

export function openBareCommit(path: string, rowBytes: number): BareCommit {
  const db = new Database(path);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE rows (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO rows (bytes) VALUES (?)');
  const bytes = Buffer.alloc(rowBytes, 7);
  return {
    commit: () => void insert.run(bytes),
    commitMany: db.transaction((count: number) => {
      for (let done = 0; done < count; done += 1) insert.run(bytes);
    }),
    close: () => db.close(),
  };
}
