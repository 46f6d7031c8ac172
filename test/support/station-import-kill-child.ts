import { readSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import { importRoster, ROOM, valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import type { KillPlan } from './kill-plan.ts';
import { stopInsideTransaction } from './killable.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

/* A whole station with a day and no roster, which imports one, the largest of all commands, and stops inside it. */

const plan = JSON.parse(process.argv[2] ?? '') as KillPlan; // written by the test that starts this process
if (plan.kind === 'inside') stopInsideTransaction(plan.inserts);
readSync(0, Buffer.alloc(8));

const clock = new TestClock('2022-11-19 07:52');
const secrets = createFileSecretStore(join(plan.path, 'secrets'));
const client = createDirectClient(await createStation(createTestPorts({ dataDir: plan.path, clock, secrets })));
const chief = valueOf(await client.invoke('staff.list', {})).staff.find(({ role }) => role === 'chief');
if (chief === undefined) throw new Error('a day without a chief');
await importRoster(client, chief.staff, { kind: 'room', room: ROOM });
throw new Error(`imported with fewer than ${JSON.stringify(plan)}`);
