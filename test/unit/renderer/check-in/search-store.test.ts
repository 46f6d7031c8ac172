import { describe, expect, it } from 'vitest';
import { createSearchStore } from '../../../../renderer/screens/check-in/search-store.ts';
import type { Answer } from '../../../../shared/contract/call.ts';
import type { CandidateCard, SearchResult } from '../../../../shared/contract/views.ts';
import { as, type CandidateId, type RoomNo, type SeatNo } from '../../../../shared/ids.ts';

const card = (seat: number): CandidateCard => ({
  candidate: as<CandidateId>(String(seat).padStart(32, '0')),
  room: as<RoomNo>('001'),
  seat: as<SeatNo>(seat),
  name: `考生${seat}`,
  ticket: `2211370100${seat}`,
  idType: '居民身份证',
  idMasked: '',
  gender: '',
  school: '',
  className: '',
  level: 'elementary',
  papers: ['theory'],
  marks: [],
  hasPhoto: false,
});

function found(...seats: number[]): Answer<SearchResult> {
  const matches = seats.map(card);
  const kind = matches.length === 0 ? 'none' : matches.length === 1 ? 'one' : 'several';
  return { ok: true, value: { kind, how: kind === 'none' ? null : 'seat', matches, otherRoom: null } };
}

/** A desk whose station answers only when told to, and whose real time the test moves. */
function aDesk() {
  const waiting: { query: string; answer: (result: Answer<SearchResult>) => void }[] = [];
  let nowMs = 0;
  const store = createSearchStore({
    ask: (query) => new Promise((answer) => waiting.push({ query, answer })),
    elapsed: () => nowMs,
  });
  return {
    store,
    waiting,
    pass(ms: number) {
      nowMs += ms;
    },
    enter: () => store.getState().enter({ atMs: nowMs, isComposing: false, isRepeat: false }),
    async answer(result: Answer<SearchResult>) {
      waiting.shift()!.answer(result);
      await new Promise((done) => setTimeout(done, 0));
    },
  };
}

describe('the search of the check-in desk', () => {
  it('keeps one question under way and asks the newest text next, never one in between', async () => {
    const desk = aDesk();
    for (const text of ['2', '22', '221']) desk.store.getState().type(text, false);
    expect(desk.waiting.map(({ query }) => query)).toEqual(['2']);
    await desk.answer(found(2));
    expect(desk.store.getState().person).toBeNull();
    expect(desk.waiting.map(({ query }) => query)).toEqual(['221']);
    await desk.answer(found(7));
    expect(desk.store.getState().person?.seat).toBe(7);
  });

  it('says that what it shows is an earlier text’s until the answer to the newest one is there', async () => {
    const desk = aDesk();
    desk.store.getState().type('c', false);
    expect(desk.store.getState().isLooking).toBe(true);
    await desk.answer(found(2, 7));
    expect(desk.store.getState().isLooking).toBe(false);
    desk.store.getState().type('cx', false);
    expect(desk.store.getState().result?.matches).toHaveLength(2);
    expect(desk.store.getState().isLooking).toBe(true);
    desk.store.getState().clear();
    expect(desk.store.getState().isLooking).toBe(false);
  });

  it('lets a scan’s Enter select only, also when the answer comes after it, and a separate Enter confirm', async () => {
    const desk = aDesk();
    desk.store.getState().type('221137010013707', false);
    expect(desk.enter()).toBe('nothing');
    await desk.answer(found(7));
    expect(desk.enter()).toBe('nothing');
    desk.pass(400);
    expect(desk.enter()).toBe('confirm');
  });

  it('takes the person off the screen with the first character of the next scan', async () => {
    const desk = aDesk();
    desk.store.getState().type('7', false);
    await desk.answer(found(7));
    desk.pass(5000);
    desk.store.getState().type('2', false);
    expect(desk.store.getState().person).toBeNull();
    expect(desk.enter()).toBe('nothing');
  });

  it('lists several and picks none: the arrows mark, Enter chooses, another Enter confirms', async () => {
    const desk = aDesk();
    desk.store.getState().type('zw', false);
    await desk.answer(found(8, 19));
    desk.pass(5000);
    expect(desk.enter()).toBe('nothing');
    expect(desk.store.getState().person).toBeNull();
    desk.store.getState().move(1);
    desk.store.getState().move(1);
    desk.store.getState().move(1);
    expect(desk.enter()).toBe('nothing');
    expect(desk.store.getState().person?.seat).toBe(19);
    expect(desk.enter()).toBe('nothing');
    desk.pass(400);
    expect(desk.enter()).toBe('confirm');
  });

  it('asks nothing while an IME is composing', () => {
    const desk = aDesk();
    desk.store.getState().type('zhang', true);
    expect(desk.waiting).toEqual([]);
    desk.store.getState().type('张', false);
    expect(desk.waiting.map(({ query }) => query)).toEqual(['张']);
  });

  it('drops an answer that comes after the field was emptied', async () => {
    const desk = aDesk();
    desk.store.getState().type('7', false);
    desk.store.getState().clear();
    await desk.answer(found(7));
    expect(desk.store.getState().person).toBeNull();
    expect(desk.store.getState().result).toBeNull();
  });
});
