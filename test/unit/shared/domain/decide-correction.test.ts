import { describe, expect, it } from 'vitest';
import { openCorrectionOf, sealedCorrectionsOf } from '../../../../shared/domain/corrections.ts';
import type { Event } from '../../../../shared/domain/events.ts';
import type { EventRef } from '../../../../shared/domain/schema-parts.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { refuseUnready } from '../../../../shared/domain/paper-readiness.ts';
import {
  admit,
  backfilled,
  collect,
  markAbsent,
  note,
  refTo,
  roomOf,
  undo,
  violate,
} from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_2,
  MAKE_DAY,
  must,
  ROOM,
  rosterOf,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

const NOWHERE = as<RoomNo>('404');
const byTwo = { second: INVIGILATOR_2 };
const late = { ...byTwo, reason: BOX, undoAgeMs: null };

/** A paper printed and sealed at `clock`; answers its PaperIssued. */
function seal(
  station: SimStation,
  { kind = 'room-record', about, document = kind }: { kind?: string; about?: EventRef; document?: string },
  clock: string,
): Event {
  const issued = { document, kind, room: ROOM, copy: 1, pages: 1, viewDigest: 'a'.repeat(64), heads: [] };
  const data = about === undefined ? issued : { ...issued, about };
  const printed = station.record('PaperIssued', data, at(clock), { paper: 'theory' });
  station.record('PaperSealed', { document, revision: 1, sha256: 'b'.repeat(64) }, at(clock), { paper: 'theory' });
  return printed;
}

function open(corrects: Event) {
  return { type: 'openCorrection', room: ROOM, paper: 'theory', corrects: refTo(corrects), why: BOX } as const;
}

describe('更正单 of a sealed paper', () => {
  it('[CP1] is opened for a sealed paper, one at a time, and again once it is sealed', () => {
    const station = createReadyRoom(1);
    const record = seal(station, {}, '10:10');
    const [opened] = must(station.act(open(record), at('10:20')));
    expect(opened).toMatchObject({
      type: 'CorrectionOpened',
      data: { corrects: refTo(record), why: BOX },
      room: ROOM,
      paper: 'theory',
    });
    expect(openCorrectionOf(roomOf(station), refTo(record))).toMatchObject({ event: refTo(opened) });
    expect(station.act(open(record), at('10:21'))).toEqual({
      ok: false,
      error: { code: 'correction-open', rule: 'CP1', figures: { at: at('10:20') } },
    });

    // Printed for signatures by hand it is still open.
    const print = { document: 'p', kind: 'correction', room: ROOM, copy: 1, pages: 1, viewDigest: '', heads: [] };
    station.record('PaperIssued', { ...print, about: refTo(opened) }, at('10:25'), { paper: 'theory' });
    expect(openCorrectionOf(roomOf(station), refTo(record))).not.toBeNull();
    const sealed = seal(station, { kind: 'correction', about: refTo(opened) }, '10:30');
    expect(openCorrectionOf(roomOf(station), refTo(record))).toBeNull();
    expect(sealedCorrectionsOf(roomOf(station), refTo(record))).toMatchObject([
      { correction: { event: refTo(opened) }, issued: { event: refTo(sealed) }, seal: { at: at('10:30') } },
    ]);
    expect(station.act(open(sealed), at('10:31'))).toMatchObject({
      error: { code: 'correction-of-correction', rule: 'CP1' },
    });
    expect(must(station.act(open(record), at('10:32')))).toHaveLength(1);
  });

  it('[CP1] is refused for what was only printed, for another paper, and for another room', () => {
    const station = createReadyRoom(1);
    const data = { document: 'd', kind: 'room-record', room: ROOM, copy: 1, pages: 1, viewDigest: '', heads: [] };
    const printed = station.record('PaperIssued', data, at('10:10'), { paper: 'theory' });
    const sealed = seal(station, {}, '10:11');

    const refused = { error: { code: 'document-not-sealed', rule: 'CP1' } };
    expect(station.act(open(printed), at('10:20'))).toMatchObject(refused);
    expect(station.act({ ...open(sealed), paper: 'practical' }, at('10:20'))).toMatchObject(refused);
    expect(station.act({ ...open(sealed), room: NOWHERE }, at('10:20'))).toMatchObject({
      error: { code: 'room-not-here' },
    });
    const office = createSimStation(stationId(3));
    const chief = { actor: CHIEF };
    must(office.act(MAKE_DAY, at('07:00'), { actor: null }));
    must(office.act({ ...rosterOf(1), binding: { kind: 'office' } }, at('07:01'), chief));
    expect(office.act({ ...open(sealed), room: NOWHERE }, at('10:20'), chief)).toMatchObject({
      error: { code: 'room-not-here', rule: 'D6' },
    });
  });

  it('[CP1] opened by mistake is taken back, but not under what was signed or sealed of it', () => {
    const station = createReadyRoom(1);
    const record = seal(station, {}, '10:10');
    const [first] = must(station.act(open(record), at('10:20')));
    must(station.act(undo(first), at('10:20:10'), { undoAgeMs: 10_000 }));
    expect(openCorrectionOf(roomOf(station), refTo(record))).toBeNull();

    const [opened] = must(station.act(open(record), at('10:21')));
    const signature = {
      kind: 'correction',
      about: refTo(opened),
      contentDigest: 'c'.repeat(64),
      as: 'chief',
      drawing: BOX,
    };
    station.record('PaperApproved', signature, at('10:22'), { paper: 'theory' });
    seal(station, { kind: 'correction', about: refTo(opened) }, '10:23');
    expect(station.act(undo(opened), at('10:24'), late)).toMatchObject({
      error: { code: 'undo-has-dependants', figures: { count: 2 } },
    });
  });

  it('[CP1] can be signed while it stands', () => {
    const station = createReadyRoom(1);
    const record = seal(station, {}, '10:10');
    const [opened] = must(station.act(open(record), at('10:20')));
    const ref = { kind: 'correction', room: ROOM, paper: 'theory', about: refTo(opened) } as const;
    expect(refuseUnready(roomOf(station), ref)).toBeNull();
    expect(refuseUnready(roomOf(station), { ...ref, paper: 'practical' })?.code).toBe('paper-subject-gone');
    must(station.act(undo(opened), at('10:20:10'), { undoAgeMs: 10_000 }));
    expect(refuseUnready(roomOf(station), ref)?.code).toBe('paper-subject-gone');
  });
});

describe('taking back what stands in a sealed paper', () => {
  it('[CP2] is refused, alone and by two, until a 更正单 is open, and again once that is sealed', () => {
    const station = createReadyRoom(2);
    const [entry] = must(station.act(checkIn(1), at('08:10')));
    const [noted] = must(station.act(note(1), at('09:00')));
    const record = seal(station, {}, '10:10');
    const refused = {
      ok: false,
      error: { code: 'paper-sealed', rule: 'CP2', figures: { room: ROOM, at: at('10:10') } },
    };
    expect(station.act(undo(entry), at('10:10:10'), { undoAgeMs: 10_000 })).toEqual(refused);
    expect(station.act(undo(entry), at('10:20'), late)).toEqual(refused);

    const [opened] = must(station.act(open(record), at('10:20')));
    must(station.act(undo(entry), at('10:21'), late));
    seal(station, { kind: 'correction', about: refTo(opened) }, '10:30');
    expect(station.act(undo(noted), at('10:31'), late)).toMatchObject({ error: { code: 'paper-sealed' } });
  });

  it('[CP2] records go on after the seal, and what came after it is taken back as ever', () => {
    const station = createReadyRoom(2);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(markAbsent(2), at('09:00')));
    must(station.act(collect(), at('10:00')));
    seal(station, {}, '10:10');
    const [added] = must(station.act(checkIn(2), at('10:20'), backfilled('08:40')));
    must(station.act(undo(added), at('10:20:10'), { ...late, undoAgeMs: 10_000 }));
    expect(sealedCorrectionsOf(roomOf(station), refTo(added))).toEqual([]);
  });

  it('[CP2] the other paper of the room goes on as ever', () => {
    const station = createReadyRoom(1);
    const [noted] = must(station.act(note(1, { paper: 'practical' }), at('09:00')));
    seal(station, {}, '10:10');
    expect(must(station.act(undo(noted), at('10:11'), late))).toHaveLength(1);
  });

  it('[CP2] a sealed notice holds its violation, a sealed report its incident, and no other', () => {
    const station = createReadyRoom(2);
    admit(station, 2);
    const [first] = must(station.act(violate(1), at('09:00'), byTwo));
    const [second] = must(station.act(violate(2), at('09:01'), byTwo));
    const [incident] = must(station.act(note(null, { kind: 'incident' }), at('09:02')));
    const [other] = must(station.act(note(null, { kind: 'incident' }), at('09:03')));
    const notice = seal(station, { kind: 'violation-notice', about: refTo(first) }, '09:10');
    seal(station, { kind: 'incident-report', about: refTo(incident) }, '09:11');

    expect(station.act(undo(first), at('09:20'), late)).toMatchObject({ error: { code: 'paper-sealed' } });
    expect(station.act(undo(incident), at('09:20'), late)).toMatchObject({ error: { code: 'paper-sealed' } });
    must(station.act(undo(second), at('09:20'), late));
    must(station.act(undo(other), at('09:20'), late));
    must(station.act(open(notice), at('09:21')));
    must(station.act(undo(first), at('09:22'), late));
  });

  it('[CP2] what was told to every room is held by each room that has sealed it', () => {
    const station = createReadyRoom(1);
    const paused = station.record('PaperPaused', { why: null }, at('08:41'), { room: null, paper: 'theory' });
    station.record('StationBound', { binding: { kind: 'office' } }, at('08:43'), { room: null });
    seal(station, {}, '10:10');
    expect(station.act(undo(paused), at('10:20'), { ...late, actor: CHIEF })).toMatchObject({
      error: { code: 'paper-sealed', figures: { room: ROOM } },
    });
  });
});
