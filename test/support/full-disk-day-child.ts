import { readSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { CallOptions, StationClient } from '../../shared/contract/client.ts';
import { type MethodName, methods } from '../../shared/contract/methods.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { ROOM, valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import type { FullDiskPlan, FullInstant } from './full-disk-plan.ts';
import { say, waitForEver } from './killable.ts';
import { readPhotoFolder } from './photo-folder.ts';
import { emptyDisk, fillDisk } from './small-disk.ts';
import { DayRun, SOAK_DAY, soakCommandId } from './soak-day.ts';
import { enactedDayOf } from './soak-people.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';
import type { DayStep } from './whole-day.ts';

/*
 * A whole station that lives both papers of a day, with photos, on a small disk that is filled again and again: told
 * `FullDiskPlan` as its argument and, on stdin, the time to begin at (UTC ms), it says on stdout
 *   instant                    when the disk has been filled
 *   ack COMMAND SEQ HASH       when the station has confirmed: the last event of that command
 *   refused COMMAND METHOD     when it has answered not-saved; every command of the day is asked for again until confirmed,
 *                              those whose name begins with "once" never
 *   fault WORDS                when something did not go on that has to, full or not
 *   halted                     when it waits to be killed, the disk being full; done when the day is over
 */

const plan = JSON.parse(process.argv[2] ?? '') as FullDiskPlan; // written by the test that starts this process
const line = Buffer.alloc(64);
const clock = new TestClock(Number(line.toString('utf8', 0, readSync(0, line))));
const secrets = createFileSecretStore(join(plan.dataDir, 'secrets'));
const station = await createStation(createTestPorts({ dataDir: plan.dataDir, clock, secrets }));
const direct = createDirectClient(station);
const known: StoredEvent[] = [...valueOf(await direct.invoke('events.since', { after: 0, limit: 5000 })).events];
station.subscribe((push) => {
  if (push.push === 'events') known.push(...push.events);
});

const PHOTO_BATCH = 6;
const PHOTOS: DayStep = {
  name: 'the photos of the room are filed',
  time: '2022-11-19 07:58',
  act: async (client, { chief }) => {
    const files = readPhotoFolder();
    for (let from = 0; from < files.length; from += PHOTO_BATCH) {
      const batch = { session: as<CommandId>('photos-of-the-room'), files: files.slice(from, from + PHOTO_BATCH) };
      valueOf(await client.invoke('photos.file', batch, { actor: chief }));
    }
  },
};
const DAY: readonly DayStep[] = [PHOTOS, ...SOAK_DAY];

const waiting: FullInstant[] = [...plan.instants];
let now: (FullInstant & { left: number; refused: number }) | null = null;
let sinceActs = 0;
const run = new DayRun(DAY, known);

function beginInstant(): void {
  const [next] = waiting;
  if (now !== null || next === undefined || sinceActs < next.afterActs) return;
  waiting.shift();
  now = { ...next, left: next.acts, refused: 0 };
  fillDisk(plan.disk, next.freeBytes);
  say('instant');
}

function endInstant(): void {
  emptyDisk(plan.disk);
  now = null;
  sinceActs = 0;
}

/** One asking: true when it was confirmed. Only a full disk is an excuse. */
async function ask(method: MethodName, input: unknown, options: CallOptions & { command: CommandId }) {
  const before = known.length;
  const answer = await direct.invoke(method, input as never, options); // the steps' own inputs, passed on
  if (answer.ok) {
    const last = known.findLast(({ event }) => event.command === options.command);
    if (last === undefined) say(`fault ${options.command} was confirmed without an event`);
    say(`ack ${options.command} ${last?.event.seq} ${last?.hash}`);
    return answer;
  }
  if (answer.error.code !== 'not-saved') throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`);
  say(`refused ${options.command} ${method}`);
  if (answer.error.figures['reason'] !== 'disk-full') say(`fault ${method}: ${answer.error.figures['reason']}`);
  if (known.length !== before) say(`fault ${options.command} was refused and shown`);
  if (now === null) say(`fault ${options.command} was refused with room on the disk`);
  else now.refused += 1;
  await lookAround();
  return null;
}

/** What the screens ask for goes on with a full disk, and 保存 says what is wrong. */
async function lookAround(): Promise<void> {
  const { lights } = valueOf(await direct.invoke('station.status', {}));
  if (lights.save.state !== 'attention') say(`fault 保存 is ${lights.save.state} after a refusal`);
  const { events } = valueOf(await direct.invoke('events.since', { after: 0, limit: 5000 }));
  if (events.length !== known.length) say('fault the station shows other events than it pushed');
  valueOf(await direct.invoke('candidates.list', { room: ROOM }, { actor: day.first }));
}

const client: StationClient = {
  subscribe: direct.subscribe,
  async invoke(method, input, options: CallOptions = {}) {
    if (methods[method].kind !== 'command') return direct.invoke(method, input, options);
    const number = run.nextNumber();
    const command = soakCommandId(number);
    const receipt = run.receiptOf(command);
    if (receipt !== null) return { ok: true, value: receipt } as never; // which is all that the steps look at
    beginInstant();
    // Beside the acts of the day, one that nobody asks for again: refused, it must never be there.
    if (now !== null && method === 'checkIn.confirm') {
      const note = { room: ROOM, paper: 'theory', candidate: null, kind: 'other', text: '磁盘满时记的一笔' };
      await ask('note.take', note, {
        actor: day.first,
        command: as<CommandId>(`once-${number}-${clock.wall()}`),
      });
    }
    for (;;) {
      const answer = await ask(method, input, { ...options, command });
      if (now !== null && now.refused >= now.refusals) {
        if (now.isKilled) {
          say('halted');
          waitForEver();
        }
        endInstant();
      }
      if (answer !== null) {
        sinceActs += now === null ? 1 : 0;
        if (now !== null) now.left -= 1;
        if (now?.left === 0) endInstant();
        const { lights } = valueOf(await direct.invoke('station.status', {}));
        if (lights.save.state !== 'good') say(`fault 保存 is ${lights.save.code} after a commit`);
        return answer as never; // this method's own answer
      }
    }
  },
};

const day = await enactedDayOf(direct);
await run.live(clock, client, day);
say('done');
say('halted');
waitForEver();
