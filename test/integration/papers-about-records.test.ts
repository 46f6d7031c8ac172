import { describe, expect, it } from 'vitest';
import type { StationClient } from '../../shared/contract/client.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { SignedPaperKind } from '../../shared/domain/signed-papers.ts';
import { as, type SeatNo } from '../../shared/ids.ts';
import { pdfText } from '../support/poppler.ts';
import { admit, beijing, cardAt, openRoom, PAPER } from '../support/clock-room.ts';
import { type EnactedDay, readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { liveSteps, sealRecord, signRecord, SOME_DRAWING, violationOf } from '../support/whole-day.ts';

interface About {
  readonly kind: SignedPaperKind;
  readonly about: EventRef | null;
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

async function previewOf(client: StationClient, { first }: EnactedDay, { kind, about }: About) {
  return valueOf(await client.invoke('signedPaper.preview', { ...PAPER, kind, about }, { actor: first }));
}

/** Signed by both, sealed, read again: its text, page by page. */
async function sealed(client: StationClient, day: EnactedDay, paper: About): Promise<readonly string[]> {
  const asked = { ...PAPER, ...paper };
  const { contentDigest } = await previewOf(client, day, paper);
  for (const actor of [day.first, day.second]) {
    const signed = { ...asked, contentDigest, drawing: SOME_DRAWING };
    valueOf(await client.invoke('signedPaper.approve', signed, { actor }));
  }
  const by = { actor: day.first };
  const { document } = valueOf(await client.invoke('signedPaper.seal', { ...asked, contentDigest }, by));
  const { bytes } = valueOf(await client.invoke('document.read', { document }, by));
  return pdfText(Buffer.from(bytes, 'base64'))
    .split('\f')
    .filter((page) => page.trim() !== '')
    .map(withoutSpaces);
}

describe('papers about single records', () => {
  it('a violation is told on two parts, each with its page, and the record sealed before stands by it', async () => {
    const { client, clock, day } = await openRoom();
    clock.setWall('2022-11-19 08:05');
    for (let index = 0; index < 12; index++) valueOf(await admit(client, day, index));
    clock.setWall('2022-11-19 09:40');
    const two = { actor: day.first, second: day.second };
    const { events } = valueOf(await client.invoke('violation.record', { ...violationOf(day), held: '手机一部' }, two));
    const notice = { kind: 'violation-notice', about: events[0]! } as const;

    const pages = await sealed(client, day, notice);
    expect(pages).toHaveLength(2);
    const [stub = '', ofCandidate = ''] = pages;
    for (const words of ['违规告知书', '存根联', '考生签名、日期', '考生拒绝签名', '主考意见', '第1页共2页'])
      expect(stub).toContain(words);
    for (const words of ['考生联', '今暂扣：手机一部', '你有权陈述和申辩', '第2页共2页'])
      expect(ofCandidate).toContain(words);
    expect(stub).toContain('主考（');
    expect(ofCandidate).not.toMatch(/主考（|考生签名/);
    expect(await client.invoke('act.undo', { target: events[0]! }, { ...two, reason: '记错人' })).toMatchObject({
      error: { code: 'paper-sealed', rule: 'CP2' },
    });

    const rare = { ...violationOf(day), facts: '自称名字里有 𱍐 字' };
    const unprintable = valueOf(await client.invoke('violation.record', rare, two));
    const asked = { ...PAPER, kind: 'violation-notice', about: unprintable.events[0]! } as const;
    expect(await client.invoke('signedPaper.issue', asked, { actor: day.first })).toMatchObject({
      error: { code: 'glyph-missing', figures: { characters: '𱍐', name: '自称名字里有 𱍐 字' } },
    });

    // What the day brings later is no news to a notice.
    clock.setWall('2022-11-19 09:50');
    const approval = { approver: day.chief, how: 'present' } as const;
    const { candidate, seat: from } = cardAt(day, 11);
    const move = { ...PAPER, candidate, from, to: as<SeatNo>(41), why: '显示器故障', approval };
    valueOf(await client.invoke('seat.change', move, { actor: day.first }));
    expect((await previewOf(client, day, notice)).sealed).toMatchObject({ isOutdated: false });

    const issued = (await readState(client)).rooms[ROOM]?.issued[0];
    if (issued === undefined) throw new Error('no notice');
    const opening = { ...PAPER, corrects: issued.event, why: '记错人' };
    const opened = valueOf(await client.invoke('correction.open', opening, { actor: day.first }));
    const correction = { kind: 'correction', about: opened.events[0]! } as const;
    expect(await previewOf(client, day, correction)).toMatchObject({ canSign: false, content: { differences: [] } });
    valueOf(await client.invoke('act.undo', { target: events[0]! }, { ...two, reason: '记错人' }));
    const gone = await previewOf(client, day, notice);
    expect(gone).toMatchObject({ canSign: false, sealed: { isSubjectGone: true, isOutdated: true } });
    expect(gone.contentDigest).toBe(gone.sealed?.contentDigest);
    const [page = ''] = await sealed(client, day, correction);
    expect(page).toContain('所记事项已撤销，整份作废');
    expect((await previewOf(client, day, notice)).sealed).toMatchObject({ isSubjectGone: true, isOutdated: false });
  });

  it('an incident is reported with what was done from its time on', async () => {
    const { client, clock, day } = await openRoom();
    const by = { actor: day.first };
    clock.setWall('2022-11-19 08:05');
    for (let index = 0; index < 5; index++) valueOf(await admit(client, day, index));
    clock.setWall('2022-11-19 09:00');
    valueOf(await client.invoke('paper.pause', { ...PAPER, why: '停电' }, by));
    clock.setWall('2022-11-19 09:03');
    const noted = { ...PAPER, candidate: null, kind: 'incident', text: '整栋楼停电' } as const;
    const { events } = valueOf(await client.invoke('note.take', noted, by));
    clock.setWall('2022-11-19 09:18');
    valueOf(await client.invoke('paper.resume', { ...PAPER, extension: null }, by));

    const [page = ''] = await sealed(client, day, { kind: 'incident-report', about: events[0]! });
    for (const words of ['突发事件报告', '整栋楼停电', '09:18恢复，中断18分', '18分', '5人', '第1页共1页'])
      expect(page).toContain(words);
  });

  it('[CP4] what is wrong in a sealed record is said by a 更正单, which then says it for ever', async () => {
    const { client, clock, day } = await openRoom();
    const by = { actor: day.first };
    const two = { ...by, second: day.second };
    await liveSteps(client, day, { clock, to: -2 });
    clock.setWall('2022-11-19 10:06');
    await signRecord(client, day.first);
    await signRecord(client, day.second);
    const document = await sealRecord(client, day.first);
    const record = { kind: 'room-record', about: null } as const;
    const issued = (await readState(client)).rooms[ROOM]?.issued.find((one) => one.document === document);
    if (issued === undefined) throw new Error('no record');
    expect((await previewOf(client, day, record)).sealed).toMatchObject({ isOutdated: false });

    const told = { ...two, occurredAt: beijing('09:50'), reason: '当时忙于处置' };
    valueOf(await client.invoke('paper.pause', { ...PAPER, why: '短暂断网' }, told));
    expect((await previewOf(client, day, record)).sealed).toMatchObject({ isOutdated: true });
    const corrects = issued.event;
    const opened = valueOf(await client.invoke('correction.open', { ...PAPER, corrects, why: '漏记断网' }, by));
    const correction = { kind: 'correction', about: opened.events[0]! } as const;
    const [page = ''] = await sealed(client, day, correction);
    for (const words of [
      '更正单',
      '考场情况记录单第1份',
      document,
      issued.seals[0]?.sha256 ?? '',
      '漏记断网',
      '短暂断网',
    ])
      expect(page).toContain(words);

    expect((await previewOf(client, day, record)).sealed).toMatchObject({ isOutdated: false });
    const before = await previewOf(client, day, correction);
    clock.setWall('2022-11-19 10:30');
    const more = { ...two, occurredAt: beijing('09:58'), reason: '当时忙于处置' };
    valueOf(
      await client.invoke('note.take', { ...PAPER, candidate: null, kind: 'equipment', text: '交换机重启' }, more),
    );
    const after = await previewOf(client, day, correction);
    expect(after.content).toEqual(before.content);
    expect(after.sealed).toMatchObject({ isOutdated: false });

    const again = valueOf(await client.invoke('correction.open', { ...PAPER, corrects, why: '又漏一条' }, by));
    const second = await previewOf(client, day, { kind: 'correction', about: again.events[0]! });
    if (second.content.kind !== 'correction') throw new Error('no correction');
    expect(second.content.differences).toMatchObject([
      { where: '设备与监控', after: expect.stringContaining('交换机重启') },
    ]);
    expect(second.content.statements.map(({ label }) => label)).toContain('此前更正');
  });
});
