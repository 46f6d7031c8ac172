import { cpSync } from 'node:fs';
import { previewRecord } from '../support/whole-day.ts';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attendanceOf, countRoom } from '../../shared/domain/attendance.ts';
import { isPausedAt, nextChange, railAt } from '../../shared/domain/timeline.ts';
import { inventedRosterCsv, inventRoster } from '../../shared/rehearsal/invent-roster.ts';
import { timeText } from '../../renderer/text/format.ts';
import { someAnswers } from '../support/a-day.ts';
import {
  ACCEPT,
  admit,
  beijing,
  cardAt,
  HOUR,
  MINUTE,
  official,
  openRoom,
  openStation,
  PAPER,
  readClock,
  restart,
  roomOf,
  setClock,
  sheetText,
  theoryOf,
  timelineOf,
} from '../support/clock-room.ts';
import { checkInOf, type EnactedDay, enactRoom, ROOM, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';

const NOTE = { ...PAPER, candidate: null, kind: 'equipment', text: '座位 09 的鼠标失灵，已更换' } as const;

describe('the computer’s clock jumps forward', () => {
  it('[CK2] the wall is accepted, the pages are told by how much, and what was missed is due at once', async () => {
    const { client, clock, told } = await openRoom();
    clock.setWall('2022-11-19 08:29');
    await readClock(client);
    clock.jumpWall(34 * MINUTE);
    const view = await readClock(client);
    expect(view).toMatchObject({
      nowMs: beijing('09:03:00'),
      timeInDoubt: false,
      notice: { code: 'jumped-forward', deltaMs: 34 * MINUTE },
    });
    await expect.poll(() => told.at(-1)?.notice?.code, { timeout: 3000 }).toBe('jumped-forward');
    const rail = railAt(await timelineOf(client), {}, view.nowMs);
    const states = Object.fromEntries(rail.items.map(({ milestone, state }) => [milestone.id, state]));
    expect(states).toMatchObject({
      'theory:start': 'overdue',
      'theory:entry-close': 'overdue',
      'theory:end': 'upcoming',
    });
  });

  it('[CK2][R28] asleep over the cut-off: who stands at the door after waking is too late, who came in time is entered as 补录', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 08:50');
    valueOf(await admit(client, day, 0));
    clock.jumpWall(15 * MINUTE);
    expect(await admit(client, day, 1)).toMatchObject({
      error: { code: 'entry-closed', rule: 'R28', figures: { closedAt: beijing('09:00:00'), lateMinutes: 35 } },
    });
    const backfill = { actor: day.first, second: day.second, occurredAt: beijing('08:55:00'), reason: '电脑休眠' };
    valueOf(await client.invoke('checkIn.confirm', checkInOf(cardAt(day, 1)), backfill));
    const room = await roomOf(client);
    const person = room.candidates[cardAt(day, 1).candidate];
    expect(person && attendanceOf(person, 'theory')).toMatchObject({ status: 'late', lateMinutes: 25 });
    expect(person?.acts.theory).toMatchObject([{ at: beijing('09:05:00'), timeInDoubt: false }]);
  });

  it('[CK6] by a slip of somebody’s hand: two type the official time, and the door is open again', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 08:40');
    valueOf(await admit(client, day, 0));
    clock.jumpWall(HOUR);
    expect(await admit(client, day, 1)).toMatchObject({ error: { code: 'entry-closed' } });
    expect(await setClock(client, day, ACCEPT)).toMatchObject({ error: { code: 'nothing-in-doubt' } });
    valueOf(await setClock(client, day, official('08:41:00')));
    expect(await readClock(client)).toMatchObject({
      nowMs: beijing('08:41:00'),
      timeInDoubt: true,
      notice: { code: 'official-time', deltaMs: HOUR - MINUTE },
    });
    valueOf(await admit(client, day, 1));
  });
});

describe('the computer’s clock jumps back', () => {
  it('[CK3] the old base is kept and check-in goes on, with no doubt in the record', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 08:40');
    await readClock(client);
    clock.jumpWall(-3 * HOUR);
    clock.advance(MINUTE);
    expect(await readClock(client)).toMatchObject({
      nowMs: beijing('08:41:00'),
      timeInDoubt: false,
      notice: { code: 'wall-behind', deltaMs: -3 * HOUR },
    });
    expect(valueOf(await client.invoke('station.status', {})).lights.clock.state).toBe('attention');
    const { at } = valueOf(await admit(client, day, 0));
    expect(at).toBe(beijing('08:41:00'));
  });

  it('[CK5] two people accept the wall: time goes back to it, before and after stand in the record, and the order holds', async () => {
    const { client, clock, day, told } = await openRoom();
    clock.setWall('2022-11-19 09:10');
    await readClock(client);
    clock.jumpWall(-HOUR);
    expect(await client.invoke('clock.set', ACCEPT, { actor: day.first })).toMatchObject({
      error: { code: 'second-person-missing' },
    });
    expect((await readClock(client)).nowMs).toBe(beijing('09:10:00'));
    valueOf(await setClock(client, day, ACCEPT));
    expect(told.at(-1)).toMatchObject({ nowMs: beijing('08:10:00'), notice: null });
    clock.advance(MINUTE);
    valueOf(await admit(client, day, 0));

    const { events } = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));
    const [set, entry] = events.slice(-2).map(({ event }) => event);
    expect(set).toMatchObject({
      type: 'ClockSet',
      at: beijing('09:10:00'),
      data: { kind: 'accept-wall', before: beijing('09:10:00'), after: beijing('08:10:00') },
    });
    expect(entry).toMatchObject({ at: beijing('08:11:00'), occurredAt: beijing('08:11:00'), timeInDoubt: false });
    const [orderedAt = 0] = entry?.hlc ?? [];
    expect(orderedAt).toBe(beijing('09:10:00'));
    const room = await roomOf(client);
    expect(room.clockAhead).toEqual({});
    expect(room.candidates[cardAt(day, 0).candidate]?.acts.theory).toMatchObject([{ verdict: { kind: 'on-time' } }]);
  });

  it('[CK5] after it a restart goes by the last record in the chain, not by the latest instant: nothing is in doubt', async () => {
    const opened = await openRoom();
    const { client, clock, day } = opened;
    clock.setWall('2022-11-19 09:10');
    await readClock(client);
    clock.jumpWall(-HOUR);
    valueOf(await setClock(client, day, ACCEPT));
    const atOnce = await restart(opened, '2022-11-19 08:12');
    expect(await readClock(atOnce.client)).toMatchObject({
      nowMs: beijing('08:12:00'),
      timeInDoubt: false,
      notice: null,
    });
    atOnce.clock.advance(MINUTE);
    valueOf(await admit(atOnce.client, day, 0));
    const later = await restart(atOnce, '2022-11-19 08:14');
    expect(await readClock(later.client)).toMatchObject({
      nowMs: beijing('08:14:00'),
      timeInDoubt: false,
      notice: null,
    });
  });

  it('[CK5] the program killed right after the two agreed stands where the record says', async () => {
    const { client, clock, day, folder } = await openRoom();
    clock.setWall('2022-11-19 09:10');
    await readClock(client);
    clock.jumpWall(-HOUR);
    valueOf(await setClock(client, day, ACCEPT));
    // As kill -9 leaves it: nothing is tidied up.
    const dataDir = join(tempDir(), 'copy');
    cpSync(folder.dataDir, dataDir, { recursive: true });
    const again = await openStation(new TestClock('2022-11-19 08:10:05'), { ...folder, dataDir });
    expect(await readClock(again.client)).toMatchObject({
      nowMs: beijing('08:10:05'),
      timeInDoubt: false,
      notice: null,
    });
  });

  it('[CK5] killed before they agreed: the start is behind the record, they are asked again, and check-in goes on', async () => {
    const opened = await openRoom();
    const { client, clock, day } = opened;
    clock.setWall('2022-11-19 08:50');
    valueOf(await admit(client, day, 0));
    const again = await restart(opened, '2022-11-19 08:05');
    expect(await readClock(again.client)).toMatchObject({
      nowMs: beijing('08:50:00'),
      timeInDoubt: true,
      notice: { code: 'started-behind', deltaMs: -45 * MINUTE },
    });
    valueOf(await admit(again.client, day, 1));
    valueOf(await setClock(again.client, day, ACCEPT));
    expect(await readClock(again.client)).toMatchObject({
      nowMs: beijing('08:05:00'),
      timeInDoubt: false,
      notice: null,
    });
    valueOf(await admit(again.client, day, 2));
  });

  it('[CK5] pressed twice and on two pages it is set once', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 09:10');
    await readClock(client);
    clock.jumpWall(-HOUR);
    const [once, twice, otherPage] = await Promise.all([
      setClock(client, day, ACCEPT, 'pressed-twice'),
      setClock(client, day, ACCEPT, 'pressed-twice'),
      setClock(client, day, ACCEPT, 'other-page'),
    ]);
    expect(twice).toEqual(once);
    expect(otherPage).toMatchObject({ error: { code: 'nothing-in-doubt' } });
    expect((await roomOf(client)).course.clockActs).toHaveLength(1);
    clock.advance(5000);
    // Sent again after an answer that got lost: the clock is not set a second time.
    expect(await setClock(client, day, ACCEPT, 'pressed-twice')).toEqual(once);
    expect((await readClock(client)).nowMs).toBe(beijing('08:10:05'));
  });

  it('[CK5] a pause is resumed although the clock was set back behind its beginning', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 09:40');
    valueOf(await client.invoke('paper.pause', { ...PAPER, why: '停电' }, { actor: day.first }));
    clock.advance(MINUTE);
    clock.jumpWall(-50 * MINUTE);
    valueOf(await setClock(client, day, ACCEPT));
    const paused = await theoryOf(client);
    expect(paused.pausedSince).toBe(beijing('08:50:00'));
    expect(isPausedAt(paused, beijing('08:51:00'))).toBe(true);
    clock.advance(5 * MINUTE);
    valueOf(await client.invoke('paper.resume', { ...PAPER, extension: null }, { actor: day.first }));
    const { adjustments } = (await roomOf(client)).course;
    expect(adjustments.theory).toMatchObject([{ kind: 'pause' }, { kind: 'resume', lostMs: 6 * MINUTE }]);
    // Nor does it stand still once more when the instant comes that the wrong clock named.
    for (const time of ['08:56:00', '09:40:00', '09:41:00']) {
      expect(isPausedAt(await theoryOf(client), beijing(time))).toBe(false);
    }
  });

  it('[CK5][CK7] set back before 收卷, that stands on 考场情况记录单, and what the chief had ratified is not 时间待核 there', async () => {
    const opened = await openRoom();
    const { day } = opened;
    opened.clock.setWall('2022-11-19 11:00');
    valueOf(await opened.client.invoke('note.take', NOTE, { actor: day.first }));
    const { client, clock } = await restart(opened, '2022-11-19 09:55');
    valueOf(await client.invoke('note.take', NOTE, { actor: day.first }));
    valueOf(await client.invoke('clock.ratify', {}, { actor: day.chief }));
    valueOf(await setClock(client, day, ACCEPT));
    clock.setWall('2022-11-19 10:05');
    const candidates = day.candidates.map(({ candidate }) => candidate);
    valueOf(await client.invoke('absence.record', { ...PAPER, candidates }, { actor: day.first }));
    const collection = { ...PAPER, notSubmitted: [], isConfirmedByTechnician: true };
    valueOf(await client.invoke('paper.collect', collection, { actor: day.first, second: day.second }));
    const { content } = await previewRecord(client, day.first);
    const text = JSON.stringify(content);
    expect(text).toContain('主考核实时间');
    expect(text).toContain('11:00:00');
    expect(text.replace('此前标注“时间待核”', '')).not.toContain('时间待核');
  });
});

describe('a clock that ran far ahead is set right', () => {
  it('[CK5] it is a jump back: kept at first, then accepted, and the day goes on at the right time', async () => {
    const { client, clock, day } = await openRoom();
    // The computer was two hours fast all morning, and nobody saw it.
    clock.setWall('2022-11-19 10:05');
    expect(await admit(client, day, 0)).toMatchObject({ error: { code: 'entry-closed' } });
    clock.jumpWall(-2 * HOUR);
    expect(await admit(client, day, 0)).toMatchObject({ error: { code: 'entry-closed' } });
    valueOf(await setClock(client, day, ACCEPT));
    valueOf(await admit(client, day, 0));
    const room = await roomOf(client);
    expect(countRoom(room, 'theory')).toMatchObject({ present: 1, late: 0 });
  });
});

describe('the computer’s time zone changes', () => {
  it('[CK1] nothing happens: the wall is UTC, no notice stands, and every instant is printed in Asia/Shanghai', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 08:31:05');
    valueOf(await admit(client, day, 0));
    const before = await readClock(client);
    const localHour = new Date(before.nowMs).getHours();
    vi.stubEnv('TZ', localHour === 19 ? 'Asia/Tokyo' : 'America/New_York');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(new Date(before.nowMs).getHours()).not.toBe(localHour);
    expect(await readClock(client)).toEqual(before);
    expect(timeText(before.nowMs)).toBe('08:31:05');
    expect((await theoryOf(client)).startsAt).toBe(beijing('08:30:00'));
    const text = await sheetText(client, day);
    expect(text).toContain('08:30');
    expect(text).toContain('2022年11月19日');
    expect(text).toContain('08:31');
  });
});

describe('a paper that runs over midnight', () => {
  it('[CK1] keeps its milestones, its countdown, its times and its date on the papers', async () => {
    const clock = new TestClock('2022-11-19 22:00');
    const { client } = await openStation(clock);
    const csv = inventedRosterCsv(inventRoster({ seed: 1, year: 2022 }));
    const answers = someAnswers('R2022', { theoryStartMinute: 23 * 60 + 30, practicalStartMinute: 10 * 60 });
    const people = await enactRoom(client, ROOM, csv, { ...SCENARIO_DAY, answers });
    const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: people.first }));
    const day: EnactedDay = { ...people, candidates };
    clock.setWall('2022-11-19 23:40');
    valueOf(await admit(client, day, 0));
    clock.setWall('2022-11-19 23:59:59');
    expect((await readClock(client)).notice).toBeNull();
    clock.setWall('2022-11-20 00:00');
    const { nowMs } = await readClock(client);
    expect(timeText(nowMs)).toBe('00:00:00');
    // T+30:00.000: closed from here on, and for good.
    expect(await admit(client, day, 1)).toMatchObject({
      error: { code: 'entry-closed', figures: { closedAt: nowMs } },
    });
    const timeline = await timelineOf(client);
    const ends = timeline.milestones.filter(({ paper }) => paper === 'theory').map(({ id, at }) => [id, timeText(at)]);
    expect(Object.fromEntries(ends)).toMatchObject({
      'theory:entry-close': '00:00:00',
      'theory:end-reminder': '00:55:00',
      'theory:end': '01:00:00',
    });
    expect(nextChange(timeline, nowMs)).toMatchObject({ id: 'theory:end-reminder', at: nowMs + 55 * MINUTE });
    clock.setWall('2022-11-20 00:30');
    const text = await sheetText(client, day);
    expect(text).toContain('2022年11月19日');
    expect(text).toContain('23:40');
  });
});
