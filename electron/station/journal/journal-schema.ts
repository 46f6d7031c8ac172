import type { Schema } from '../sqlite/migrate.ts';
import { journalMigration0001 } from './migrations/0001-journal.ts';

/** A day's journal file; 'PSj1' marks it. */
export const JOURNAL_SCHEMA: Schema = { applicationId: 0x50536a31, migrations: [journalMigration0001] };
