import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { countRoom } from '../../shared/domain/attendance.ts';
import { collectionOf, hasCollectionDrifted } from '../../shared/domain/collection.ts';
import { checkInOf, enactDay, enlistAs, type EnactedDay, readState, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { pdfText } from '../support/poppler.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createMemorySecretStore, createTestPorts, type TestPorts } from '../support/test-ports.ts';
import {
  castOf,
  collection,
  HELD_THING,
  issueRecord,
  liveSteps,
  NOTE_TEXT,
  openTicks,
  PAPER,
  RECORD,
  room001,
  signRecord,
  VIOLATION_FACTS,
  violationOf,
  WHOLE_DAY,
  previewRecord,
} from '../support/whole-day.ts';

interface Running {
  readonly station: Station;
  readonly client: StationClient;
  readonly ports: TestPorts;
}

const stepCalled = (name: string): number => {
  const index = WHOLE_DAY.findIndex((step) => step.name === name);
  if (index < 0) throw new Error(`no step ${name}`);
  return index;
};

async function open(dataDir: string, secrets = createMemorySecretStore(), clock = new TestClock('2022-11-19 07:50')) {
  const ports = createTestPorts({ dataDir, clock, secrets });
  const station = await createStation(ports);
  return { station, client: createDirectClient(station), ports };
}

/** A station in room 001 with everybody enlisted, closed when the test is over. */
async function onADay(act: (running: Running, day: EnactedDay) => Promise<void>): Promise<void> {
  const running = await open(tempDir());
  try {
    await act(running, await enactDay(running.client));
  } finally {
    await running.station.close();
  }
}

async function textOf(client: StationClient, day: EnactedDay, document: DocumentId): Promise<string> {
  const { bytes } = valueOf(await client.invoke('document.read', { document }, { actor: day.first }));
  return pdfText(Buffer.from(bytes, 'base64'));
}

/** As it stands, whatever the columns' widths. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

describe('the whole day of one room', () => {
  it('goes from the first entry to the filed record, restarted after every step, and nothing confirmed is lost', async () => {
    const dataDir = tempDir();
    let running = await open(dataDir);
    const day = await enactDay(running.client);
    for (const [index, step] of WHOLE_DAY.entries()) {
      running.ports.clock.setWall(step.time);
      await step.act(running.client, day);
      const before = await readState(running.client);
      const { secrets } = running.ports;
      await running.station.close();
      running = await open(dataDir, secrets, new TestClock(step.time));
      expect(await readState(running.client), `${index} ${step.name}`).toEqual(before);
    }
    const room = room001(await readState(running.client));
    expect(countRoom(room, 'theory')).toMatchObject({ expected: 40, present: 37, late: 1, absent: 3, notYet: 0 });
    expect(collectionOf(room, 'theory')?.said).toMatchObject({
      expected: 40,
      present: 37,
      late: 1,
      absent: 3,
      unregistered: 0,
      notSubmitted: [],
    });
    const record = room.issued.find(({ kind }) => kind === 'room-record');
    expect(record).toMatchObject({ paper: 'theory', copy: 1 });
    const text = squeezed(await textOf(running.client, day, record!.document));
    const { refused, missing, late, forced, violator, warned, early } = castOf(day);
    for (const words of [
      '考场情况记录单',
      '应到40=实到37+缺考3',
      '陈监考',
      '林监考',
      VIOLATION_FACTS,
      HELD_THING,
      NOTE_TEXT,
    ])
      expect(text).toContain(squeezed(words));
    for (const card of [refused, ...missing, late, forced, violator, warned, early])
      expect(text).toContain(card.ticket);
    expect(text.match(/手写签名图样/g)).toHaveLength(2);
    await running.station.close();
  }, 60_000);

  it('the preview, the digest under the signatures and the print are one content, whenever and by whom it is asked', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('both invigilators sign') });
      const first = await previewRecord(client, day.first);
      expect(first).toMatchObject({ canSign: true, signed: [], lapsed: 0 });
      ports.clock.setWall('2022-11-19 11:30');
      await signRecord(client, day.first);
      await issueRecord(client, day.first);
      const later = await previewRecord(client, day.chief);
      expect(later.content).toEqual(first.content);
      expect(later.contentDigest).toBe(first.contentDigest);
      expect(later.signed).toEqual([{ staff: day.first, role: 'invigilator', isDue: true, at: ports.clock.wall() }]);
    });
  });

  it('[D18] a fact that comes after the signatures makes them lapse; a signature under what is no more is refused', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('the record is printed') });
      const signed = await previewRecord(client, day.first);
      expect(signed.signed.map(({ staff }) => staff)).toEqual([day.first, day.second]);
      const note = { ...PAPER, candidate: null, kind: 'other', text: '走廊有施工噪声' } as const;
      valueOf(await client.invoke('note.take', note, { actor: day.first }));
      const after = await previewRecord(client, day.first);
      expect(after.contentDigest).not.toBe(signed.contentDigest);
      expect(after).toMatchObject({ signed: [], lapsed: 2 });
      const { contentDigest } = signed;
      const drawing = { aspect: 2, strokes: [[1, 1, 5, 5]] };
      const stale = await client.invoke(
        'signedPaper.approve',
        { ...RECORD, contentDigest, drawing },
        { actor: day.first },
      );
      expect(stale).toMatchObject({ ok: false, error: { code: 'approval-stale' } });
      await signRecord(client, day.first);
      expect(await previewRecord(client, day.first)).toMatchObject({
        signed: [{ staff: day.first }],
        lapsed: 1,
      });
      const document = await issueRecord(client, day.first);
      const text = squeezed(await textOf(client, day, document));
      expect(text.match(/手写签名图样/g)).toHaveLength(1);
      expect(text).toContain('林监考');
    });
  });

  it('[D18] a signature that arrives together with a new fact is refused, not recorded under what is no more', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('both invigilators sign') });
      const { contentDigest } = await previewRecord(client, day.first);
      const note = { ...PAPER, candidate: null, kind: 'other', text: '走廊有施工噪声' } as const;
      const drawing = { aspect: 2, strokes: [[1, 1, 5, 5]] };
      const [noted, signed] = await Promise.all([
        client.invoke('note.take', note, { actor: day.second }),
        client.invoke('signedPaper.approve', { ...RECORD, contentDigest, drawing }, { actor: day.first }),
      ]);
      expect(noted.ok).toBe(true);
      expect(signed).toMatchObject({ error: { code: 'approval-stale' } });
    });
  });

  it('[R35] 收卷 names who has not submitted, and what the exam system does not know yet', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, {
        clock: ports.clock,
        to: stepCalled('what the exam system must know is ticked'),
      });
      ports.clock.setWall('2022-11-19 10:00');
      const [one] = castOf(day).inTime;
      const why = '断电后未能重新登录';
      const input = collection([{ candidate: one!.candidate, why }]);
      valueOf(await client.invoke('paper.collect', input, { actor: day.first }));
      const state = await readState(client);
      expect(collectionOf(room001(state), 'theory')?.said).toMatchObject({ unregistered: 4 });
      expect(openTicks(state)).toHaveLength(4);
      const text = squeezed(await textOf(client, day, await issueRecord(client, day.first)));
      expect(text).toContain(why);
      const { content } = await previewRecord(client, day.first);
      expect(content.counts).toContainEqual({ label: '已交卷', value: '36' });
    });
  });

  it('who was let in before the cut-off and entered later (补录) is not absent any more, and the record says that it drifted', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('both invigilators sign') });
      const [{ candidate }] = castOf(day).missing;
      const checks = { ticket: 'ok', idDocument: 'ok', face: 'match' } as const;
      const occurredAt = Date.parse('2022-11-19T08:12:00+08:00');
      valueOf(
        await client.invoke(
          'checkIn.confirm',
          { ...PAPER, candidate, found: 'list', checks },
          { actor: day.first, second: day.second, occurredAt, reason: '当时漏扫' },
        ),
      );
      const room = room001(await readState(client));
      expect(countRoom(room, 'theory')).toMatchObject({ present: 38, absent: 2 });
      expect(hasCollectionDrifted(room, 'theory')).toBe(true);
      const { content } = await previewRecord(client, day.first);
      expect(JSON.stringify(content)).toContain('此后人数有变');
    });
  });

  it('a number of a violation is its place in the journal, the same in every print', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('a mouse is changed') });
      const room = room001(await readState(client));
      const acts = castOf(day);
      const act = room.candidates[acts.violator.candidate]?.acts.theory.find(({ kind }) => kind === 'violation');
      const { content } = await previewRecord(client, day.first);
      expect(JSON.stringify(content)).toContain(`A#${act!.event.seq}`);
    });
  });

  it('what was taken back is no part of the record; who was on no list is, with the ticket shown at the door', async () => {
    await onADay(async ({ client, ports }, day) => {
      const { first: actor, second } = day;
      ports.clock.setWall('2022-11-19 08:10');
      const stranger = { ...PAPER, candidate: null, ticket: '887766554433221', reason: 'not-listed' } as const;
      valueOf(await client.invoke('entry.refuse', { ...stranger, note: '自称报名晚了' }, { actor }));
      const recorded = valueOf(await client.invoke('violation.record', violationOf(day), { actor, second }));
      const content = async () => JSON.stringify((await previewRecord(client, actor)).content);
      const before = await content();
      for (const words of ['887766554433221', '自称报名晚了', VIOLATION_FACTS]) expect(before).toContain(words);
      valueOf(await client.invoke('act.undo', { target: recorded.events[0]! }, { actor }));
      const after = await content();
      expect(after).toContain('887766554433221');
      expect(after).not.toContain(VIOLATION_FACTS);
    });
  });

  it('who was turned away for his documents and let in later is present, and the record tells both', async () => {
    await onADay(async ({ client, ports }, day) => {
      const { first: actor } = day;
      const card = castOf(day).inTime[0]!;
      const refusal = { ...PAPER, candidate: card.candidate, ticket: null, reason: 'documents', note: null } as const;
      const rows = async () => {
        const { content } = await previewRecord(client, actor);
        return content.sections.find(({ title }) => title === '拒绝入场')?.rows.map((row) => row.at(-1));
      };
      ports.clock.setWall('2022-11-19 08:10');
      valueOf(await client.invoke('entry.refuse', refusal, { actor }));
      expect(await rows()).toEqual(['证件不齐']);
      ports.clock.setWall('2022-11-19 08:20');
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor }));
      expect(await rows()).toEqual(['证件不齐；08:20 已入场']);
    });
  });

  it('the actual start is the signal, else the confirmed milestone, and is not made up', async () => {
    await onADay(async ({ client, ports }, day) => {
      const { first: actor } = day;
      const actualStart = async () => {
        const { content } = await previewRecord(client, actor);
        return content.facts.find(({ label }) => label === '实际开考')?.value;
      };
      ports.clock.setWall('2022-11-19 08:31');
      expect(await actualStart()).toBe('未确认');
      valueOf(await client.invoke('milestone.confirm', { milestone: 'theory:start' }, { actor }));
      expect(await actualStart()).toBe('08:31');
      ports.clock.setWall('2022-11-19 08:33');
      valueOf(await client.invoke('signal.give', { signal: 'start', paper: 'theory' }, { actor }));
      expect(await actualStart()).toBe('08:33');
    });
  });

  it('who was named at 收卷 and submitted after all is named no more', async () => {
    await onADay(async ({ client, ports }, day) => {
      const { first: actor, second } = day;
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('the paper is collected') });
      const { candidate } = castOf(day).inTime[0]!;
      const why = '断电后未能重新登录';
      valueOf(await client.invoke('paper.collect', collection([{ candidate, why }]), { actor }));
      const record = async () => (await previewRecord(client, actor)).content;
      expect(JSON.stringify(await record())).toContain(why);
      const late = { actor, second, occurredAt: Date.parse('2022-11-19T09:59:30+08:00'), reason: '技术支持查到已交' };
      const submission = { ...PAPER, candidate, how: 'by-candidate' } as const;
      valueOf(await client.invoke('submission.record', submission, late));
      expect(JSON.stringify(await record())).not.toContain(why);
      expect((await record()).counts).toContainEqual({ label: '已交卷', value: '37' });
    });
  });

  it('prints asked for at once are numbered one after the other', async () => {
    await onADay(async ({ client, ports }, day) => {
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('both invigilators sign') });
      const asked = [0, 1, 2].map(() => client.invoke('signedPaper.issue', RECORD, { actor: day.first }));
      const sheet = client.invoke('document.issueSignInSheet', PAPER, { actor: day.first });
      const issued = (await Promise.all(asked)).map(valueOf);
      expect(issued.map(({ copy }) => copy)).toEqual([1, 2, 3]);
      expect(issued[1]?.fileName).toBe('考场情况记录单_考场001_理论考试_第2份_含个人信息.pdf');
      expect(valueOf(await sheet).copy).toBe(1);
      const kept = valueOf(
        await client.invoke('document.read', { document: issued[2]!.document }, { actor: day.first }),
      );
      expect(kept.fileName).toBe(issued[2]?.fileName);
    });
  });

  it('the chief and the technician sign on their own lines, and a paper nobody signed has them all blank', async () => {
    await onADay(async ({ client, ports }, day) => {
      const technician = await enlistAs(client, day.chief, { role: 'technician', room: PAPER.room, name: '吴技术' });
      await liveSteps(client, day, { clock: ports.clock, to: stepCalled('both invigilators sign') });
      const blank = squeezed(await textOf(client, day, await issueRecord(client, day.first)));
      for (const name of ['陈监考', '林监考', '吴技术', '周主考']) expect(blank).toContain(name);
      expect(blank).not.toContain('手写签名图样');
      await signRecord(client, day.chief);
      await signRecord(client, technician);
      const preview = await previewRecord(client, day.first);
      expect(preview.signed.map(({ role }) => role)).toEqual(['technician', 'chief']);
      const signed = squeezed(await textOf(client, day, await issueRecord(client, day.first)));
      expect(signed.match(/手写签名图样/g)).toHaveLength(2);
    });
  });

  it('the texts are opened for the room and the site, for nobody else, and stand in no file in clear', async () => {
    const running = await open(tempDir());
    const { client, ports } = running;
    const day = await enactDay(client);
    await liveSteps(client, day, { clock: ports.clock, to: stepCalled('what the exam system must know is ticked') });
    const why = '屏幕故障后离开';
    ports.clock.setWall('2022-11-19 10:05');
    const input = collection([{ candidate: castOf(day).inTime[0]!.candidate, why }]);
    valueOf(await client.invoke('paper.collect', input, { actor: day.first }));
    await signRecord(client, day.first, { drawing: { aspect: 3.25, strokes: [[987, 654, 321, 123]] } });
    await issueRecord(client, day.first);
    const inspector = await enlistAs(client, day.chief, { role: 'inspector', room: null, name: '何巡视' });
    for (const actor of [day.first, day.chief, inspector]) {
      const { texts } = valueOf(await client.invoke('records.texts', { room: PAPER.room }, { actor }));
      expect(texts.map(({ text, held }) => [text, held])).toEqual([
        ['', ''],
        [VIOLATION_FACTS, HELD_THING],
        [NOTE_TEXT, ''],
      ]);
    }
    const needles = [VIOLATION_FACTS, HELD_THING, NOTE_TEXT, why, '987,654', '何巡视'];
    const encodings = (needle: string) => [Buffer.from(needle, 'utf8'), Buffer.from(needle, 'utf16le')];
    const control = Buffer.concat(needles.flatMap(encodings));
    expect(needles.every((needle) => encodings(needle).every((form) => control.includes(form)))).toBe(true);
    const search = (): string[] =>
      readdirSync(ports.dataDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap((entry) => {
          const bytes = readFileSync(join(entry.parentPath, entry.name));
          const found = needles.filter((needle) => encodings(needle).some((form) => bytes.includes(form)));
          return found.map((needle) => `${entry.name}: ${needle}`);
        });
    expect(search()).toEqual([]);
    await running.station.close();
    expect(search()).toEqual([]);
    const log = JSON.stringify(ports.logger.lines);
    expect(needles.filter((needle) => log.includes(needle))).toEqual([]);
  });
});
