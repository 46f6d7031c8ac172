import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { SiteText } from '../../../../shared/domain/course-events.ts';
import { roomOf } from '../../../support/paper-acts.ts';
import { at, CHIEF, createReadyRoom, must, ROOM } from '../../../support/sim-station.ts';

const BY_CHIEF = { actor: CHIEF };
const OFFICE = { actor: CHIEF, binding: { kind: 'office' } } as const;
const START: SiteText = { kind: 'start', paper: null, text: '现在开始考试。' };

function load(...texts: readonly SiteText[]): Command {
  return { type: 'loadAnnouncements', texts };
}

function sound(duringExam: boolean): Command {
  return { type: 'setAlarmSound', duringExam };
}

describe('宣读指令', () => {
  it('[D33] are taken all anew, in the room; none is the program’s own again', () => {
    const station = createReadyRoom(2);
    const [event] = must(station.act(load(START, { ...START, kind: 'end' }), at('07:30'), BY_CHIEF));
    expect(event).toMatchObject({ type: 'AnnouncementsLoaded', room: ROOM, paper: null });
    must(station.act(load(START), at('07:31'), BY_CHIEF));
    expect(roomOf(station).course.siteTexts).toEqual([START]);
    must(station.act(load(), at('07:32'), BY_CHIEF));
    expect(roomOf(station).course.siteTexts).toEqual([]);
  });

  it('[D33] from the exam office they reach every room', () => {
    const station = createReadyRoom(2);
    const [event] = must(station.act(load(START), at('07:30'), OFFICE));
    expect(event).toMatchObject({ room: null });
    expect(roomOf(station).course.siteTexts).toEqual([START]);
    expect(station.state.site.common.course.siteTexts).toEqual([START]);
  });

  it('[D33] a paper may have its own beside one for both, and no sentence twice', () => {
    const station = createReadyRoom(2);
    const ofTheory = { ...START, paper: 'theory' } as const;
    must(station.act(load(START, ofTheory, { ...START, paper: 'practical' }), at('07:30'), BY_CHIEF));
    expect(station.act(load(START, ofTheory, { ...ofTheory, text: '另一句。' }), at('07:31'), BY_CHIEF)).toMatchObject({
      error: { code: 'announcement-twice', rule: 'D33', figures: { kind: 'start', paper: 'theory' } },
    });
    expect(station.act(load(START, START), at('07:31'), BY_CHIEF)).toMatchObject({
      error: { code: 'announcement-twice', figures: { kind: 'start', paper: '' } },
    });
    expect(roomOf(station).course.siteTexts).toHaveLength(3);
  });

  it('[D1] are the chief’s; a computer without a roster takes none', () => {
    const station = createReadyRoom(2);
    expect(station.act(load(START), at('07:30'))).toMatchObject({ error: { code: 'role-not-allowed' } });
    expect(station.act(load(START), at('07:30'), { ...BY_CHIEF, binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
  });
});

describe('alarms between T and E', () => {
  it('[D34] are silent until the chief wants them, in a room or everywhere', () => {
    const station = createReadyRoom(2);
    expect(roomOf(station).course.soundsDuringExam).toBe(false);
    expect(station.act(sound(false), at('07:30'), BY_CHIEF)).toMatchObject({
      error: { code: 'sound-already-so', rule: 'D34' },
    });
    expect(must(station.act(sound(true), at('07:30'), BY_CHIEF))[0]).toMatchObject({ room: ROOM });
    expect(roomOf(station).course.soundsDuringExam).toBe(true);
    expect(station.act(sound(true), at('07:31'), BY_CHIEF)).toMatchObject({ error: { code: 'sound-already-so' } });
    // What was told to all does not know this room's own word.
    expect(must(station.act(sound(true), at('07:32'), OFFICE))[0]).toMatchObject({ room: null });
    must(station.act(sound(false), at('07:33'), OFFICE));
    expect(roomOf(station).course.soundsDuringExam).toBe(false);
  });

  it('[D34] a computer without a roster has no alarms to set', () => {
    const station = createReadyRoom(2);
    expect(station.act(sound(true), at('07:30'), { ...BY_CHIEF, binding: null })).toMatchObject({
      error: { code: 'station-not-bound' },
    });
  });
});
