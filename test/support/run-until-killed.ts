import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { type KillPlan, type KillReport, parseKillReport } from './kill-plan.ts';

export type KillableChild = ChildProcessByStdio<Writable, Readable, Readable>;

/** Loaded but not yet at work: it waits for a line, so that the next one loads while this one's files are checked. */
export function startKillable(program: string, plan: KillPlan): KillableChild {
  return spawn(process.execPath, [program, JSON.stringify(plan)], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Tells it `go` and kills it at the moment of its plan; answers what it had said until then. */
export async function runUntilKilled(child: KillableChild, plan: KillPlan, go = 'go'): Promise<KillReport> {
  let [output, trouble] = ['', ''];
  const moment = plan.kind === 'any-instant' ? 'ready' : plan.kind;
  const reached = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      // One that has nothing more to do never comes to its moment.
      if (output.includes(`${moment}\n`) || output.includes('done\n')) resolve();
    });
    child.on('exit', () => reject(new Error(`the child ended by itself: ${trouble}`)));
  });
  child.stderr.on('data', (chunk: Buffer) => void (trouble += chunk.toString()));
  const closed = once(child, 'close');
  child.stdin.write(`${go}\n`);
  await reached;
  if (plan.kind === 'any-instant') await wait(plan.afterMs);
  child.kill('SIGKILL');
  await closed;
  return parseKillReport(output);
}
