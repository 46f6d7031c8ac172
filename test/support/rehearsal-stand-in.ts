/*
 * Stands for the desktop's program, without a window: started on a data folder it opens a rehearsal beside itself, which is
 * this program again; that one writes its process number into the folder and goes on until its starter is gone.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRehearsalBeside, watchStarter } from '../../electron/hosts/desktop/open-rehearsal.ts';

const words = process.argv.slice(2);
const dataDir = words.at(-1) ?? '';
if (words.includes('--rehearsal')) {
  watchStarter(() => process.exit(0));
  writeFileSync(join(dataDir, 'pid.new'), String(process.pid));
  renameSync(join(dataDir, 'pid.new'), join(dataDir, 'pid'));
} else {
  await createRehearsalBeside({ file: process.execPath, args: [import.meta.filename] }, dataDir).open();
}
setInterval(() => undefined, 60_000);
