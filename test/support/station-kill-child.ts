import { readSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Answer } from '../../shared/contract/call.ts';
import type { Receipt, StoredEvent } from '../../shared/contract/views.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { valueOf } from './day-scenario.ts';
import { askPlainly, createDirectClient } from './direct-client.ts';
import type { KillPlan } from './kill-plan.ts';
import { say, stopInsideTransaction, waitForEver } from './killable.ts';
import { actOf, crewOf, stateDigest } from './station-acts.ts';
import { morningOf } from './station-kill-time.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

/*
 * A whole station on a real folder with a day in it, which does acts of entry until it is killed: told `KillPlan` as its
 * argument, it waits for a line on stdin, and says on stdout
 *   start NUMBER ACT                        before it asks the station
 *   ack NUMBER SEQ HASH RECEIPT STATE       when the station has confirmed: the head then, the answer, what the screen's
 *                                           fold of the pushed events is
 */

const ACT_MS = 20;

const plan = JSON.parse(process.argv[2] ?? '') as KillPlan; // written by the test that starts this process
if (plan.kind === 'inside') stopInsideTransaction(plan.inserts);
readSync(0, Buffer.alloc(8));

const clock = new TestClock(morningOf(plan));
const secrets = createFileSecretStore(join(plan.path, 'secrets'));
const station = await createStation(createTestPorts({ dataDir: plan.path, clock, secrets }));
const client = createDirectClient(station);
const crew = crewOf(valueOf(await client.invoke('staff.list', {})).staff);
let events: readonly StoredEvent[] = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 })).events;
let fold = foldEvents(createFold(), events);
station.subscribe((push) => {
  if (push.push !== 'events') return;
  events = push.events;
  fold = foldEvents(fold, events);
});

say('ready');
const acts = plan.kind === 'idle' ? plan.acts : Number.POSITIVE_INFINITY;
for (let done = 0; done < acts; done += 1) {
  const number = plan.firstNumber + done;
  clock.advance(ACT_MS);
  const last = done === 0 ? undefined : events.at(-1)?.event;
  const lastCheckIn = last?.type === 'CandidateCheckedIn' ? refOf(last) : null;
  const act = actOf(number, { state: fold.state, nowMs: clock.wall(), crew, lastCheckIn });
  say(`start ${number} ${packed(act)}`);
  const receipt = valueOf((await askPlainly(station, act.method, act.call)) as Answer<Receipt>); // every act answers one
  const head = events.at(-1);
  say(`ack ${number} ${head?.event.seq} ${head?.hash} ${packed(receipt)} ${stateDigest(fold.state)}`);
}
say('idle');
waitForEver();

function refOf({ station: of, epoch, seq }: StoredEvent['event']) {
  return { station: of, epoch, seq };
}

function packed(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
