import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventHash } from '../../../../../electron/station/journal/chain.ts';
import { dayIdOf, genesisHash } from '../../../../../electron/station/journal/genesis.ts';
import { openJournal } from '../../../../../electron/station/journal/journal-file.ts';
import type { Journal } from '../../../../../electron/station/journal/journal.ts';
import { as, type RoomNo } from '../../../../../shared/ids.ts';
import {
  aGenesis,
  aJournal,
  appendCheckIn,
  checkInDraft,
  clockSetDraft,
  commandId,
  createTempFolder,
  MORNING_MS,
  openingDraft,
  stationKeys,
  unwrap,
} from '../../../../support/journal-fixture.ts';

const folder = { path: '', remove: () => {} };
const keys = stationKeys();
const inputHash = 'ab'.repeat(32);
let journal: Journal;

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  journal = aJournal(join(folder.path, 'day.journal'));
});
afterEach(() => {
  journal.close();
  folder.remove();
});

/** The same file after a restart. */
function reopen(): Journal {
  journal.close();
  journal = unwrap(
    openJournal({ path: join(folder.path, 'day.journal'), kind: 'real', day: null, station: keys.station }),
  );
  return journal;
}

describe('an appended batch', () => {
  it('gets its places: day, station, epoch, seq without gaps, arrival numbers, and the command', () => {
    const stored = journal.append({
      command: { id: commandId(1), inputHash },
      drafts: [checkInDraft(1), checkInDraft(2)],
    });
    expect(stored.map(({ arrival, event }) => [arrival, event.seq])).toEqual([
      [2, 2],
      [3, 3],
    ]);
    expect(stored[0]?.event).toMatchObject({
      v: 1,
      day: dayIdOf(aGenesis()),
      station: keys.station,
      epoch: 1,
      command: commandId(1),
      type: 'CandidateCheckedIn',
    });
  });

  it('is read back byte for byte as it was answered, now and after a restart', () => {
    const stored = [1, 2, 3].flatMap((number) => appendCheckIn(journal, number));
    expect(journal.readSince(1, 10)).toEqual(stored);
    expect(reopen().readSince(1, 10)).toEqual(stored);
    expect(journal.readSince(2, 1)).toEqual(stored.slice(1, 2));
    expect(journal.readSince(4, 10)).toEqual([]);
  });

  it('is stored as canonical bytes whose hash continues the chain', () => {
    appendCheckIn(journal, 1);
    const rows = [...journal.content().rows];
    const [opening, checkIn] = rows;
    expect(checkIn?.hash).toEqual(
      eventHash({ genesisHash: genesisHash(aGenesis()), previousHash: opening!.hash, bytes: checkIn!.bytes }),
    );
    expect(checkIn!.bytes.toString()).toMatch(
      /^\{"actor":null,"actorBy":null,"at":\d+,"basis":\{"heads":\[\],"timeline":null\},"command":/,
    );
  });

  it('with a text that has no UTF-8 bytes is refused before anything is written', () => {
    const opening = openingDraft();
    const bad = { ...opening, type: 'RoomListed', data: { room: '003', place: '楼\uD83D', expected: 40 } } as never;
    expect(() => journal.append({ command: { id: commandId(1), inputHash }, drafts: [checkInDraft(1), bad] })).toThrow(
      expect.objectContaining({ name: 'JournalDraftError', code: 'lone-surrogate', path: '/data/place' }),
    );
    expect(journal.lastArrival).toBe(1);
    expect(journal.findAnswer(commandId(1))).toBeNull();
    expect(appendCheckIn(journal, 1)[0]?.event.seq).toBe(2);
  });

  it('with an event that has not the form of its type is refused before anything is written', () => {
    const seatless = { ...checkInDraft(1), data: { ...checkInDraft(1).data, seat: 0 } } as ReturnType<
      typeof checkInDraft
    >;
    const homeless = { ...checkInDraft(1), room: as<RoomNo>('a room with blanks') };
    for (const [draft, path] of [
      [seatless, '/data/seat'],
      [homeless, '/room'],
    ] as const) {
      expect(() => journal.append({ command: { id: commandId(1), inputHash }, drafts: [draft] })).toThrow(
        expect.objectContaining({ code: 'not-of-its-form', path }),
      );
    }
    expect(journal.lastArrival).toBe(1);
    expect(journal.findAnswer(commandId(1))).toBeNull();
  });

  it('that fails half-way leaves neither its first event nor its answer, and the journal goes on', () => {
    appendCheckIn(journal, 1);
    const heads = journal.heads();
    // The answer is written last: a command id that is there already fails it.
    expect(() => appendCheckIn(journal, 1)).toThrow(/UNIQUE/);
    expect(journal.heads()).toEqual(heads);
    expect(journal.readSince(0, 10)).toHaveLength(2);
    expect(appendCheckIn(journal, 2)[0]?.event.seq).toBe(3);
  });
});

describe('the answer to a command', () => {
  it('is found with its events and its extra, also after a restart', () => {
    const command = { id: commandId(7), inputHash, extra: '{"document":"d1"}' };
    const stored = journal.append({ command, drafts: [checkInDraft(1), checkInDraft(2)] });
    const answer = { inputHash, events: stored, extra: '{"document":"d1"}' };
    expect(journal.findAnswer(commandId(7))).toEqual(answer);
    expect(reopen().findAnswer(commandId(7))).toEqual(answer);
  });

  it('may hold no event', () => {
    expect(journal.append({ command: { id: commandId(7), inputHash }, drafts: [] })).toEqual([]);
    expect(journal.findAnswer(commandId(7))).toEqual({ inputHash, events: [], extra: null });
  });

  it('is null for a command that never came', () => {
    expect(journal.findAnswer(commandId(8))).toBeNull();
  });
});

describe('the chain', () => {
  it('begins with its opening', () => {
    const other = aJournal(join(folder.path, 'other.journal'));
    other.close();
    const strangers = unwrap(
      openJournal({
        path: join(folder.path, 'other.journal'),
        kind: 'real',
        day: null,
        station: stationKeys('B').station,
      }),
    );
    expect(strangers.epoch).toBe(0);
    expect(() => strangers.append({ command: null, drafts: [checkInDraft(1)] })).toThrow('begins with ChainOpened');
    strangers.append({ command: null, drafts: [openingDraft(stationKeys('B')), checkInDraft(1)] });
    expect(
      strangers
        .heads()
        .map(({ seq }) => seq)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2]);
    strangers.close();
  });

  it('goes on in the same epoch after a restart, and in the next one after another opening', () => {
    appendCheckIn(journal, 1);
    expect(appendCheckIn(reopen(), 2)[0]?.event).toMatchObject({ epoch: 1, seq: 3 });
    const previous = journal.ownHead();
    const opening = openingDraft();
    const stored = journal.append({
      command: null,
      drafts: [{ ...opening, data: { ...opening.data, previous } }, checkInDraft(3)],
    });
    expect(stored.map(({ event }) => [event.epoch, event.seq])).toEqual([
      [2, 1],
      [2, 2],
    ]);
    expect(
      reopen()
        .heads()
        .map(({ epoch, seq }) => [epoch, seq]),
    ).toEqual([
      [1, 3],
      [2, 2],
    ]);
    expect(journal.epoch).toBe(2);
  });

  it('is not opened in the middle of a batch, nor with the key of another station', () => {
    expect(() => journal.append({ command: null, drafts: [checkInDraft(1), openingDraft()] })).toThrow(
      'inside a batch',
    );
    expect(() => journal.append({ command: null, drafts: [openingDraft(stationKeys('B'))] })).toThrow(
      'another station',
    );
    expect(journal.heads()).toHaveLength(1);
  });

  it('[CK5] goes on from the time that two people have set, and then by place in the chain, not by the latest instant', () => {
    appendCheckIn(journal, 5);
    journal.append({ command: null, drafts: [clockSetDraft(6, MORNING_MS - 60_000)] });
    expect(journal.lastEventAt()).toBe(MORNING_MS - 60_000);
    expect(reopen().lastEventAt()).toBe(MORNING_MS - 60_000);
    journal.append({ command: null, drafts: [{ ...checkInDraft(7), at: MORNING_MS - 50_000 }] });
    expect(journal.lastEventAt()).toBe(MORNING_MS - 50_000);
    expect(reopen().lastEventAt()).toBe(MORNING_MS - 50_000);
  });

  it('tells its head, label and key, its last instant and its last reading', () => {
    const stored = appendCheckIn(journal, 5);
    const head = { station: keys.station, epoch: 1, seq: 2, hash: stored[0]?.hash };
    expect(journal.ownHead()).toEqual(head);
    expect(journal.chains()).toMatchObject([{ label: 'A', head, lastAt: MORNING_MS + 5000 }]);
    expect(reopen().chains()).toMatchObject([{ label: 'A', head, lastAt: MORNING_MS + 5000 }]);
    expect(Buffer.from(journal.chains()[0]!.publicKey)).toEqual(keys.publicKey);
    expect(journal.lastEventAt()).toBe(MORNING_MS + 5000);
    expect(journal.lastHlc()).toEqual([MORNING_MS + 5000, 0]);
  });
});
