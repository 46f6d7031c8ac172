import { expect, it } from 'vitest';
import { runBackupJob } from '../../../../../electron/station/backup/run-backup-job.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

it('a job that is not done in its time, or is stopped, answers nothing; one that is, answers', async () => {
  const place = tempDir();
  expect(await runBackupJob({ job: 'find', place }, 1).answer).toBeNull();
  const stopped = runBackupJob({ job: 'find', place }, 60_000);
  stopped.stop();
  expect(await stopped.answer).toBeNull();
  expect(await runBackupJob({ job: 'find', place }, 60_000).answer).toEqual([]);
});
