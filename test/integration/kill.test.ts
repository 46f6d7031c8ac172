import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { verifyJournal } from '../../electron/station/journal/verify-journal.ts';
import { aJournal, commandId, createTempFolder, stationKeys, unwrap } from '../support/journal-fixture.ts';
import { batchSize, type KillPlan, type KillReport, parseKillReport, seededRandom } from '../support/kill-plan.ts';

const CHILD = fileURLToPath(new URL('../support/kill-child.ts', import.meta.url));
const KILLS = 50;
const NUMBERS_PER_KILL = 10_000;
const KINDS = ['idle', 'any-instant', 'inside'] as const;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function planKills(path: string, seed: number): readonly KillPlan[] {
  const random = seededRandom(seed);
  return Array.from({ length: KILLS }, (_, index): KillPlan => {
    const kind = KINDS[index % KINDS.length]!;
    const place = { path, firstNumber: (index + 1) * NUMBERS_PER_KILL };
    if (kind === 'idle') return { ...place, kind, acts: 1 + Math.floor(random() * 20) };
    if (kind === 'inside') return { ...place, kind, inserts: 1 + Math.floor(random() * 40) };
    return { ...place, kind, afterMs: random() * 40 };
  });
}

/** Loaded but not yet at work: it waits for a line, so that the next one loads while this one's journal is checked. */
function start(plan: KillPlan): Child {
  return spawn(process.execPath, [CHILD, JSON.stringify(plan)], { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function runUntilKilled(child: Child, plan: KillPlan): Promise<KillReport> {
  let [output, trouble] = ['', ''];
  const moment = plan.kind === 'any-instant' ? 'ready' : plan.kind;
  const reached = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(`${moment}\n`)) resolve();
    });
    child.on('exit', () => reject(new Error(`the child ended by itself: ${trouble}`)));
  });
  child.stderr.on('data', (chunk: Buffer) => void (trouble += chunk.toString()));
  const closed = once(child, 'close');
  child.stdin.write('go\n');
  await reached;
  if (plan.kind === 'any-instant') await wait(plan.afterMs);
  child.kill('SIGKILL');
  await closed;
  return parseKillReport(output);
}

/** Opens the journal as the next start would, and holds it against what the killed child had said. */
function checkJournal(plan: KillPlan, report: KillReport): void {
  const journal = unwrap(openJournal({ path: plan.path, kind: 'real', day: null, station: stationKeys().station }));
  try {
    const lastAck = report.acks.at(-1);
    const anchors = report.acks.map(({ seq, hash }) => ({
      source: 'acknowledged' as const,
      day: journal.day,
      kind: journal.genesis.kind,
      chain: { station: journal.station },
      epoch: 1,
      seq,
      hash,
      signature: null,
    }));
    const verified = verifyJournal({ content: journal.content(), kind: 'real', day: journal.day, anchors });
    expect(verified).toMatchObject({ isSound: true, chains: [{ anchoredTo: lastAck?.seq ?? 0 }] });

    for (const { number } of report.acks) {
      expect(journal.findAnswer(commandId(number))?.events, `acknowledged ${number}`).toHaveLength(batchSize(number));
    }
    const unanswered = report.started.filter((number) => !report.acks.some((ack) => ack.number === number));
    expect(unanswered.length).toBeLessThanOrEqual(1);
    for (const number of unanswered) {
      const events = journal.findAnswer(commandId(number))?.events.length ?? 0;
      // Killed between its commit and its word, a command may be there; then all of it is.
      expect(plan.kind === 'inside' ? [0] : [0, batchSize(number)], `cut off ${number}`).toContain(events);
    }

    const counts = new Map<string, number>();
    for (const { event } of journal.readSince(0, 1_000_000)) {
      if (event.command !== null) counts.set(event.command, (counts.get(event.command) ?? 0) + 1);
    }
    for (const [command, count] of counts) expect(count, `batch ${command}`).toBe(batchSize(Number(command.slice(-6))));
  } finally {
    journal.close();
  }
}

it('a killed station keeps what it confirmed, whole batches only, and a chain that verifies', {
  timeout: 60_000,
}, async () => {
  const seed = Number(process.env['KILL_SEED'] ?? randomInt(2 ** 31));
  console.log(`KILL_SEED=${seed}`);
  const folder = createTempFolder();
  const plans = planKills(join(folder.path, 'day.journal'), seed);
  aJournal(join(folder.path, 'day.journal')).close();
  let next = start(plans[0]!);
  const counts = { acks: 0, inside: 0, cutOff: 0 };
  try {
    for (const [index, plan] of plans.entries()) {
      const child = next;
      const following = plans[index + 1];
      const report = await runUntilKilled(child, plan);
      if (following) next = start(following);
      checkJournal(plan, report);
      counts.acks += report.acks.length;
      counts.inside += report.wasInside ? 1 : 0;
      counts.cutOff += report.started.length - report.acks.length;
    }
  } finally {
    next.kill('SIGKILL');
    folder.remove();
  }
  console.log(
    `${KILLS} kills, ${counts.acks} confirmed commands, ${counts.cutOff} cut off, ${counts.inside} inside a transaction`,
  );
  expect(counts.inside).toBe(plans.filter(({ kind }) => kind === 'inside').length);
});
