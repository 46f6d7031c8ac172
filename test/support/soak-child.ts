import { readSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { CallOptions, StationClient } from '../../shared/contract/client.ts';
import { methods } from '../../shared/contract/methods.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { createDirectClient } from './direct-client.ts';
import { valueOf } from './day-scenario.ts';
import type { KillPlan } from './kill-plan.ts';
import { say, stopInsideTransaction, waitForEver } from './killable.ts';
import { DayRun, SOAK_DAY, soakCommandId } from './soak-day.ts';
import { enactedDayOf } from './soak-people.ts';
import { stateDigest } from './station-acts.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

/*
 * A whole station that lives both papers of a day from where its journal ends, until it is killed: told `KillPlan` as its
 * argument, it waits for a line on stdin with the time to begin at (UTC ms), and says on stdout
 *   start NUMBER CALL                   before it asks the station
 *   ack NUMBER SEQ HASH ANSWER STATE    when the station has confirmed: the head then, the answer, what the screen's fold
 *                                       of the pushed events is
 *   done                                when the day is over
 */

const NOBODY = { actor: null, second: null, occurredAt: null, reason: null };
const plan = JSON.parse(process.argv[2] ?? '') as KillPlan; // written by the test that starts this process
if (plan.kind === 'inside') stopInsideTransaction(plan.inserts);
const line = Buffer.alloc(64);
const wallMs = Number(line.toString('utf8', 0, readSync(0, line)));

const clock = new TestClock(wallMs);
const secrets = createFileSecretStore(join(plan.path, 'secrets'));
const station = await createStation(createTestPorts({ dataDir: plan.path, clock, secrets }));
const direct = createDirectClient(station);
const known: StoredEvent[] = [];
for (;;) {
  const { events } = valueOf(await direct.invoke('events.since', { after: known.length, limit: 5000 }));
  if (events.length === 0) break;
  known.push(...events);
}
let fold = foldEvents(createFold(), known);
station.subscribe((push) => {
  if (push.push !== 'events') return;
  known.push(...push.events);
  fold = foldEvents(fold, push.events);
});

const run = new DayRun(SOAK_DAY, known);
let acts = 0;
const client: StationClient = {
  subscribe: direct.subscribe,
  async invoke(method, input, options: CallOptions = {}) {
    if (methods[method].kind !== 'command') return direct.invoke(method, input, options);
    const number = run.nextNumber();
    const command = soakCommandId(number);
    const receipt = run.receiptOf(command);
    if (receipt !== null) return { ok: true, value: receipt } as never; // which is all that the steps look at
    if (plan.kind === 'idle' && acts === plan.acts) {
      say('idle');
      waitForEver();
    }
    const call = { ...NOBODY, ...options, command, input };
    say(`start ${number} ${packed({ method, call })}`);
    const answer = await direct.invoke(method, input, { ...options, command });
    acts += 1;
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
    const head = known.at(-1);
    say(`ack ${number} ${head?.event.seq} ${head?.hash} ${packed(answer.value)} ${stateDigest(fold.state)}`);
    return answer;
  },
};

say('ready');
const day = await enactedDayOf(direct);
await run.live(clock, client, day);
say('done');
say('idle');
waitForEver();

function packed(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
