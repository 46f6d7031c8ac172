import type { StorageError } from './sqlite/storage-error.ts';

/** A file of the data folder cannot be used: the host says which and why, and nothing is changed. */
export class StationCannotOpen extends Error {
  readonly file: string;
  readonly reason: StorageError<string>;

  constructor(file: string, reason: StorageError<string>) {
    super(`${file}: ${reason.code}`);
    this.name = 'StationCannotOpen';
    this.file = file;
    this.reason = reason;
  }
}
