import { describe, expect, it } from 'vitest';
import { previewRecord } from '../support/whole-day.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { admit, beijing, cardAt, openRoom, PAPER } from '../support/clock-room.ts';
import { checkInOf, type EnactedDay, valueOf } from '../support/day-scenario.ts';
import { collection, liveSteps, signRecord, violationOf } from '../support/whole-day.ts';

const PRACTICAL = { ...PAPER, paper: 'practical' } as const;

async function preview(client: StationClient, day: EnactedDay, place: { readonly paper: 'theory' | 'practical' }) {
  return previewRecord(client, day.first, place);
}

type Previewed = Awaited<ReturnType<typeof preview>>;

function rowsOf({ content }: Previewed, title: string): readonly (readonly string[])[] {
  return content.sections.find((section) => section.title === title)?.rows ?? [];
}

describe('考场情况记录单 of a paper whose course is told', () => {
  it('[D18] a signature lapses when its paper’s course is added to, and only then', async () => {
    const { client, clock, day } = await openRoom();
    await liveSteps(client, day, { clock, to: -2 });
    clock.setWall('2022-11-19 10:06');
    await signRecord(client, day.first);
    const standing = async () => {
      const { signed, lapsed } = await preview(client, day, PAPER);
      return { signed: signed.length, lapsed };
    };

    const said = { why: '理论收尾慢', approval: { approver: day.chief, how: 'present' }, next: null } as const;
    const later = { ...PRACTICAL, ...said, startsAt: beijing('10:20') };
    valueOf(await client.invoke('paper.delay', later, { actor: day.first }));
    valueOf(await client.invoke('alarm.setSound', { duringExam: true }, { actor: day.chief }));
    const texts = [{ kind: 'start' as const, paper: null, text: '现在开考。' }];
    valueOf(await client.invoke('announcements.load', { texts }, { actor: day.chief }));
    expect(await standing()).toEqual({ signed: 1, lapsed: 0 });

    const told = { actor: day.first, second: day.second, occurredAt: beijing('09:50'), reason: '当时忙于处置' };
    valueOf(await client.invoke('paper.pause', { ...PAPER, why: '短暂断网' }, told));
    expect(await standing()).toEqual({ signed: 0, lapsed: 1 });
  });

  it('[D29] the later paper’s record says how the room passed to it, who was put out before, who came all the same', async () => {
    const { client, clock, day } = await openRoom();
    const by = { actor: day.first };
    const two = { ...by, second: day.second };
    const approval = { approver: day.chief, how: 'present' } as const;
    const [violator, missing] = [cardAt(day, 11), cardAt(day, 37)];
    clock.setWall('2022-11-19 08:05');
    for (let index = 0; index < 12; index++) valueOf(await admit(client, day, index));
    clock.setWall('2022-11-19 09:02');
    const candidates = day.candidates.slice(12).map(({ candidate }) => candidate);
    valueOf(await client.invoke('absence.record', { ...PAPER, candidates }, by));
    clock.setWall('2022-11-19 09:40');
    const { events } = valueOf(await client.invoke('violation.record', violationOf(day), two));
    const put = { ...PAPER, candidate: violator.candidate, violation: events[0]!, why: '经核实', approval };
    valueOf(await client.invoke('eligibility.cancel', put, by));
    valueOf(await client.invoke('seating.choose', { ...PRACTICAL, mode: 'stay', approval }, by));
    clock.setWall('2022-11-19 10:00');
    valueOf(await client.invoke('signal.give', { signal: 'end', paper: 'theory' }, by));
    valueOf(await client.invoke('paper.collect', collection(), by));
    const inSpite = { ...checkInOf(missing), ...PRACTICAL, despite: ['absent-before' as const], approval };
    valueOf(await client.invoke('checkIn.confirm', inSpite, by));
    clock.setWall('2022-11-19 10:50');
    const out = { ...PRACTICAL, candidates: [violator.candidate, cardAt(day, 0).candidate] };
    valueOf(await client.invoke('absence.record', out, by));

    const practical = await preview(client, day, PRACTICAL);
    expect(rowsOf(practical, '连场').map((row) => row.slice(2))).toEqual([
      ['09:40', '留座连场', '周主考当面批准', '陈监考'],
    ]);
    expect(rowsOf(practical, '经批准入场').map(([seat, , , , why]) => [seat, why])).toEqual([
      ['38', '上一科缺考；周主考当面批准'],
    ]);
    expect(rowsOf(practical, '缺考').map(([seat, , , , remark]) => [seat, remark])).toEqual([
      ['01', ''],
      ['12', '已取消考试资格'],
    ]);
    const seen = { ...violationOf(day), ...PRACTICAL, candidate: missing.candidate };
    const { events: found } = valueOf(await client.invoke('violation.record', seen, two));
    const later = { ...put, ...PRACTICAL, candidate: missing.candidate, violation: found[0]! };
    valueOf(await client.invoke('eligibility.cancel', later, by));
    expect(rowsOf(await preview(client, day, PRACTICAL), '取消考试资格').map(([seat]) => seat)).toEqual(['38']);
    const theory = await preview(client, day, PAPER);
    // Put out in the practical; in theory he just had not come.
    expect(rowsOf(theory, '缺考').find(([seat]) => seat === '38')?.[4]).toBe('');
    expect(rowsOf(theory, '连场')).toEqual([]);
    expect(rowsOf(theory, '取消考试资格').map(([seat]) => seat)).toEqual(['12']);
  });

  it('[D27] of an extension withdrawn in part only its 撤回 waits for the exam system', async () => {
    const { client, clock, day } = await openRoom();
    const by = { actor: day.first };
    const said = { why: '停电', approval: { approver: day.chief, how: 'present' }, next: { kind: 'keep' } } as const;
    clock.setWall('2022-11-19 08:05');
    valueOf(await admit(client, day, 0));
    clock.setWall('2022-11-19 08:30');
    valueOf(await client.invoke('signal.give', { signal: 'start', paper: 'theory' }, by));
    clock.setWall('2022-11-19 09:40');
    const extension = { ...PAPER, ...said, seats: null, minutes: 18, cutoff: null, seen: null };
    const [target] = valueOf(await client.invoke('paper.extend', extension, by)).events;
    clock.setWall('2022-11-19 10:05');
    const back = { ...PAPER, ...said, target: target!, endsAt: beijing('10:08') };
    valueOf(await client.invoke('adjustment.withdraw', back, by));
    expect(rowsOf(await preview(client, day, PAPER), '考试时间调整').map((row) => row[4])).toEqual([
      '全考场延长 18 分，结束时间 10:00 改为 10:18；原因：停电；周主考当面批准',
      '撤回 09:40 登记的全考场延时，结束时间 10:18 改为 10:08；原因：停电；周主考当面批准；待考试系统改回',
    ]);
  });
});
