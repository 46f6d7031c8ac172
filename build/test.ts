/**
 * The gate, run by `npm test`: everything that says whether the tree is sound, on a fresh machine too. Ends with the one
 * line `N passed, M failed` (`, K skipped` where tests gave a reason to be), and the exit code says the same.
 */
import { join } from 'node:path';
import { formatCounts } from './gate/counts.ts';
import { runStages, sumOf } from './gate/run-stages.ts';
import { staticStages, testStages } from './gate/stages.ts';

const projectDir = join(import.meta.dirname, '..');
const print = (line: string): void => console.log(line);

const checked = await runStages(staticStages(projectDir), { concurrency: 2, print });
const tested = await runStages(testStages(projectDir), { concurrency: 1, before: checked, print });

const sum = sumOf([...checked, ...tested]);
const stages = [...checked, ...tested].map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`);
print(`\n${stages.join(' · ')}`);
print(formatCounts(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;
