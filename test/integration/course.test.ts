import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodInput } from '../../shared/contract/methods.ts';
import { countSteps } from '../../shared/domain/course.ts';
import { formatClock } from '../../shared/domain/day-time.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { PaperTimeline } from '../../shared/domain/timeline-types.ts';
import {
  admit,
  beijing,
  cardAt,
  type Opened,
  openRoom,
  PAPER,
  restart,
  roomOf,
  theoryOf,
  timelineOf,
} from '../support/clock-room.ts';
import { seats } from '../support/course-acts.ts';
import { type EnactedDay, enlistAs, readState, valueOf } from '../support/day-scenario.ts';
import { textsInClear } from '../support/files-in-clear.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { stateDigest } from '../support/station-acts.ts';
import { collection, previewRecord } from '../support/whole-day.ts';

type Room = Opened & { readonly day: EnactedDay };

const POWER = '教学楼停电，备用电源接上';
const SWITCH = '交换机掉线，第三排四台断网';
const MISTAKE = '多记了一次';

/** What the chief, standing by, says to an adjustment. */
function saidBy({ chief }: EnactedDay, why: string) {
  return { why, approval: { approver: chief, how: 'present' }, next: null } as const;
}

/** The room at work: seats 1–16 in, the paper begun at 08:30, the power gone at 08:50. */
async function openPausedRoom(): Promise<Room> {
  const room = await openRoom();
  const { client, clock, day } = room;
  clock.setWall('2022-11-19 08:05');
  for (let index = 0; index < 16; index++) valueOf(await admit(client, day, index));
  clock.setWall('2022-11-19 08:30');
  valueOf(await client.invoke('signal.give', { signal: 'start', paper: 'theory' }, { actor: day.first }));
  clock.setWall('2022-11-19 08:50');
  valueOf(await client.invoke('paper.pause', { ...PAPER, why: POWER }, { actor: day.first }));
  return room;
}

function resuming(day: EnactedDay, changes: Partial<NonNullable<MethodInput<'paper.resume'>['extension']>> = {}) {
  const extension = { ...saidBy(day, POWER), minutes: 18, cutoff: 'moves', ...changes } as const;
  return { ...PAPER, extension };
}

const TO_10_28 = { kind: 'delay', startsAt: beijing('10:28') } as const;
const KEEP = { kind: 'keep' } as const;

/** 恢复 at 09:08 with 18 minutes, the practical put off to 10:28; the names of the extension and of the delay. */
async function resumeAt0908({ client, day }: Pick<Room, 'client' | 'day'>): Promise<readonly [EventRef, EventRef]> {
  const { events } = valueOf(
    await client.invoke('paper.resume', resuming(day, { next: TO_10_28 }), { actor: day.first }),
  );
  const [, extension, delay] = events;
  if (events.length !== 3 || extension === undefined || delay === undefined) throw new Error('not three events');
  return [extension, delay];
}

function extendSeats({ client, day }: Pick<Room, 'client' | 'day'>, seen: number | null = null) {
  const input = { ...PAPER, ...saidBy(day, SWITCH), seats: [...seats(11, 12, 13, 14)], minutes: 7, cutoff: null, seen };
  return client.invoke('paper.extend', { ...input, next: KEEP }, { actor: day.first });
}

function timesOf({ startsAt, entryClosesAt, endsAt, lastEndsAt, milestones }: PaperTimeline) {
  const reminder = milestones.find(({ kind }) => kind === 'end-reminder')?.at ?? 0;
  return [startsAt, entryClosesAt, reminder, endsAt, lastEndsAt].map(formatClock);
}

const digestOf = async (client: StationClient): Promise<string> => stateDigest(await readState(client));

function isSound({ dataDir }: { readonly dataDir: string }): boolean {
  const [name = ''] = readdirSync(join(dataDir, 'days')).filter((file) => file.endsWith('.journal'));
  const verified = unwrap(verifyJournalFile(join(dataDir, 'days', name), { kind: 'real', day: null, anchors: [] }));
  return verified.isSound && verified.missingArrivals === 0;
}

describe('a day that does not run to plan, at the real station', () => {
  it('[C04] a pause 08:50–09:08 asks about the cut-off and the practical, then theory ends at 10:18 and seats 11–14 at 10:25', async () => {
    const room = await openPausedRoom();
    const { client, clock, day } = room;
    clock.setWall('2022-11-19 09:08');
    const by = { actor: day.first };
    expect(await client.invoke('paper.resume', resuming(day, { cutoff: null, next: TO_10_28 }), by)).toMatchObject({
      error: { code: 'cutoff-unanswered', rule: 'R28', figures: { closesAt: beijing('09:00') } },
    });
    expect(await client.invoke('paper.resume', resuming(day), by)).toMatchObject({
      error: {
        code: 'collision-unanswered',
        figures: { end: beijing('10:18'), start: beijing('10:10'), proposed: beijing('10:28') },
      },
    });
    await resumeAt0908(room);
    expect(timesOf(await theoryOf(client))).toEqual(['08:30:00', '09:18:00', '10:13:00', '10:18:00', '10:18:00']);
    expect((await timelineOf(client)).papers.practical.startsAt).toBe(beijing('10:28'));

    clock.setWall('2022-11-19 10:02');
    valueOf(await extendSeats(room));
    expect(timesOf(await theoryOf(client))).toEqual(['08:30:00', '09:18:00', '10:13:00', '10:18:00', '10:25:00']);
    expect((await theoryOf(client)).seatEnds).toMatchObject([{ seats: [11, 12, 13, 14], endsAt: beijing('10:25') }]);
  });

  it('[D25] two pages that confirm the same extension at once give the minutes once', async () => {
    const room = await openPausedRoom();
    room.clock.setWall('2022-11-19 09:08');
    await resumeAt0908(room);
    room.clock.setWall('2022-11-19 10:02');
    const seen = countSteps((await roomOf(room.client)).course, 'theory');
    const answers = await Promise.all([extendSeats(room, seen), extendSeats(room, seen)]);
    expect(answers).toMatchObject([
      { ok: true },
      { error: { code: 'course-changed', rule: 'D25', figures: { endsAt: beijing('10:25') } } },
    ]);
    expect(formatClock((await theoryOf(room.client)).lastEndsAt)).toBe('10:25:00');
  });

  it('[D24] a station restarted during the pause and after it goes on where it was', async () => {
    const room = await openPausedRoom();
    const { client, clock, day, folder } = room;
    const paused = await digestOf(client);
    clock.setWall('2022-11-19 09:01');
    const again = await restart(room, '2022-11-19 09:07');
    expect(await digestOf(again.client)).toBe(paused);
    expect((await theoryOf(again.client)).pausedSince).toBe(beijing('08:50'));
    again.clock.setWall('2022-11-19 09:08');
    await resumeAt0908({ client: again.client, day });
    valueOf(await extendSeats({ client: again.client, day }));
    const resumed = await digestOf(again.client);
    const [timeline, texts] = [
      await timelineOf(again.client),
      valueOf(await again.client.invoke('records.texts', { room: PAPER.room }, { actor: day.first })),
    ];

    const third = await restart(again, '2022-11-19 09:40');
    expect(await digestOf(third.client)).toBe(resumed);
    expect(await timelineOf(third.client)).toEqual(timeline);
    expect(await third.client.invoke('records.texts', { room: PAPER.room }, { actor: day.first })).toEqual({
      ok: true,
      value: texts,
    });
    await third.close();
    expect(isSound(folder)).toBe(true);
  });

  it('[D26] an end waits for the exam system until the technician has ticked it, and what is withdrawn waits no more', async () => {
    const room = await openPausedRoom();
    const { client, clock, day } = room;
    const technician = await enlistAs(client, day.chief, { role: 'technician', room: PAPER.room, name: '吴技术' });
    clock.setWall('2022-11-19 09:08');
    const [extension] = await resumeAt0908(room);
    expect(await theoryOf(client)).toMatchObject({ isEndPending: true });
    const tick = { ...PAPER, target: extension, technician };
    valueOf(await client.invoke('adjustment.setInSystem', tick, { actor: technician }));
    expect(await theoryOf(client)).toMatchObject({ isEndPending: false, endsAt: beijing('10:18') });
    valueOf(await extendSeats(room));
    expect((await theoryOf(client)).seatEnds).toMatchObject([{ isPending: true }]);
  });

  it('[D27] withdrawn, the minutes of the seats are gone and the room ends as before; into the past it asks', async () => {
    const room = await openPausedRoom();
    const { client, clock, day } = room;
    clock.setWall('2022-11-19 09:08');
    const [extension] = await resumeAt0908(room);
    const before = await theoryOf(client);
    const [ofSeats] = valueOf(await extendSeats(room)).events;
    const back = (target: EventRef | undefined, endsAt: number | null = null) =>
      client.invoke(
        'adjustment.withdraw',
        { ...PAPER, ...saidBy(day, MISTAKE), target: target!, endsAt, next: KEEP },
        { actor: day.first },
      );
    valueOf(await back(ofSeats));
    expect(await theoryOf(client)).toEqual(before);

    clock.setWall('2022-11-19 10:05');
    expect(await back(extension)).toMatchObject({
      error: { code: 'withdrawal-before-now', figures: { end: beijing('10:00'), latest: beijing('10:18') } },
    });
    valueOf(await back(extension, beijing('10:08')));
    expect(timesOf(await theoryOf(client))).toEqual(['08:30:00', '09:00:00', '10:03:00', '10:08:00', '10:08:00']);
  });

  it('[R30] a seat with minutes of its own leaves and is collected by its own end', async () => {
    const room = await openPausedRoom();
    const { client, clock, day } = room;
    const by = { actor: day.first };
    clock.setWall('2022-11-19 09:08');
    await resumeAt0908(room);
    valueOf(await extendSeats(room));
    const leave = async (index: number) => {
      const { candidate } = cardAt(day, index);
      valueOf(await client.invoke('submission.record', { ...PAPER, candidate, how: 'by-candidate' }, by));
      const input = { ...PAPER, candidate, isConfirmedByTechnician: true, technician: null };
      return client.invoke('leave.record', input, by);
    };
    clock.setWall('2022-11-19 10:17');
    expect(await leave(0)).toMatchObject({ error: { code: 'leave-not-open' } });
    valueOf(await leave(10));
    clock.setWall('2022-11-19 10:22');
    expect(await leave(11)).toMatchObject({ error: { code: 'leave-not-open', rule: 'R30' } });
    valueOf(await leave(1));
    expect(await client.invoke('paper.collect', collection(), by)).toMatchObject({
      error: { code: 'collection-too-early', figures: { opensAt: beijing('10:25') } },
    });
    const { content } = await previewRecord(client, by.actor);
    const submissions = content.sections.find(({ title }) => title === '交卷情况')?.rows ?? [];
    expect(submissions.map(([seat]) => seat)).toEqual(['11']); // before its own end, and nobody after his
  });

  it('the record says what happened, with reasons, approval and the exam system, and both times of what was entered later', async () => {
    const room = await openPausedRoom();
    const { client, clock, day } = room;
    const by = { actor: day.first, second: day.second };
    clock.setWall('2022-11-19 09:08');
    const [extension] = await resumeAt0908(room);
    const technician = await enlistAs(client, day.chief, { role: 'technician', room: PAPER.room, name: '吴技术' });
    clock.setWall('2022-11-19 09:12');
    const tick = { ...PAPER, target: extension, technician };
    valueOf(await client.invoke('adjustment.setInSystem', tick, { actor: technician }));
    clock.setWall('2022-11-19 10:02');
    const [ofSeats] = valueOf(await extendSeats(room)).events;
    clock.setWall('2022-11-19 10:06');
    const called = { ...saidBy(day, MISTAKE), approval: { approver: day.chief, how: 'phone' } as const, endsAt: null };
    valueOf(await client.invoke('adjustment.withdraw', { ...PAPER, ...called, target: ofSeats! }, by));
    const { content } = await previewRecord(client, by.actor);
    const rows = content.sections.find(({ title }) => title === '考试时间调整')?.rows.map((row) => row.slice(2));
    expect(rows).toEqual([
      ['08:50', '暂停', `09:08 恢复，中断 18 分；原因：${POWER}`, '陈监考'],
      [
        '09:08',
        '延时',
        `全考场延长 18 分，结束时间 10:00 改为 10:18；停止入场顺延到 09:18；原因：${POWER}；周主考当面批准；考试系统 09:12 已设置（吴技术）`,
        '陈监考',
      ],
      ['10:02', '延时', `11–14 号座位延长 7 分，结束时间 10:18 改为 10:25；原因：${SWITCH}；周主考当面批准`, '陈监考'],
      [
        '10:06',
        '撤回',
        `撤回 10:02 登记的 11–14 号座位延时，结束时间 10:25 改为 10:18；原因：${MISTAKE}；周主考电话批准`,
        '陈监考、林监考',
      ],
    ]);
    expect(content.facts).toContainEqual({ label: '计划时间', value: '08:30–10:00，调整为 08:30–10:18' });
    const sheet = valueOf(await client.invoke('document.issueSignInSheet', { ...PAPER, paper: 'practical' }, by));
    expect(sheet.copy).toBe(1);
  });

  it('no reason stands in clear in any file of the data folder', async () => {
    const room = await openPausedRoom();
    const { client, clock, day, folder, close } = room;
    clock.setWall('2022-11-19 09:08');
    await resumeAt0908(room);
    const [ofSeats] = valueOf(await extendSeats(room)).events;
    const back = { ...PAPER, ...saidBy(day, MISTAKE), target: ofSeats!, endsAt: null };
    valueOf(await client.invoke('adjustment.withdraw', back, { actor: day.first }));
    const { texts } = valueOf(await client.invoke('records.texts', { room: PAPER.room }, { actor: day.second }));
    expect(texts.map(({ text }) => text)).toEqual([POWER, POWER, SWITCH, POWER, MISTAKE]);
    const needles = [POWER, SWITCH, MISTAKE];
    expect(textsInClear(folder.dataDir, needles)).toEqual([]);
    await close();
    expect(textsInClear(folder.dataDir, needles)).toEqual([]);
    writeFileSync(join(folder.dataDir, 'control.txt'), SWITCH, 'utf16le');
    expect(textsInClear(folder.dataDir, needles)).toEqual([`control.txt: ${SWITCH}`]);
  });
});
