import { readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import type { KillPlan } from './kill-plan.ts';
import { say, stopInsideTransaction } from './killable.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

/* A whole station without a day, which takes in what lies at the plan's path; its folder is told when it is to begin. */

const plan = JSON.parse(process.argv[2] ?? '') as KillPlan; // written by the test that starts this process
if (plan.kind === 'inside') stopInsideTransaction(plan.inserts);
const told = Buffer.alloc(4096);
const dataDir = told.toString('utf8', 0, readSync(0, told)).trim();

const clock = new TestClock('2022-11-19 07:10');
const secrets = createFileSecretStore(join(dataDir, 'secrets'));
const client = createDirectClient(await createStation(createTestPorts({ dataDir, clock, secrets })));
const sent = JSON.parse(readFileSync(plan.path, 'utf8')) as MethodInput<'package.takeIn'>; // as the test put it
say('ready');
valueOf(await client.invoke('package.takeIn', sent, { proof: null }));
say('done');
