import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { verifyJournal } from '../../electron/station/journal/verify-journal.ts';
import { aJournal, commandId, createTempFolder, stationKeys, unwrap } from '../support/journal-fixture.ts';
import { batchSize, type KillPlan, type KillReport, planKills } from '../support/kill-plan.ts';
import { runUntilKilled, startKillable } from '../support/run-until-killed.ts';

const CHILD = fileURLToPath(new URL('../support/kill-child.ts', import.meta.url));
const KILLS = 20;
const SPREAD = { kills: KILLS, acts: 20, inserts: 40, afterMs: 40 };

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
    const unanswered = report.started.filter(({ number }) => !report.acks.some((ack) => ack.number === number));
    expect(unanswered.length).toBeLessThanOrEqual(1);
    for (const { number } of unanswered) {
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
  const plans = planKills(join(folder.path, 'day.journal'), seed, SPREAD);
  aJournal(join(folder.path, 'day.journal')).close();
  let next = startKillable(CHILD, plans[0]!);
  const counts = { acks: 0, inside: 0, cutOff: 0 };
  try {
    for (const [index, plan] of plans.entries()) {
      const child = next;
      const following = plans[index + 1];
      const report = await runUntilKilled(child, plan);
      if (following) next = startKillable(CHILD, following);
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
