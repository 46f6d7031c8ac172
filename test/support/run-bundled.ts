import { spawnSync } from 'node:child_process';

/** What bundled-programs.ts prints of the site's roster when all of its programs have worked. */
export const ALL_DONE = {
  rows: 467,
  photo: true,
  codes: ['a code'],
  paper: '%PDF-',
  seal: 'sealed',
  seen: { signatures: 1, companion: 'good' },
};

/** Runs a bundled program by plain Node and answers the JSON it printed; throws with what else it said. */
export function runBundled(program: string, argument: string): unknown {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, argument], { encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(`${program} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
