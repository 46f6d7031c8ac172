import { describe, expect, it } from 'vitest';
import { errorText } from '../../../../renderer/text/errors.ts';
import type { ContractError } from '../../../../shared/contract/call.ts';
import { APPROVED, delay, pause, resume } from '../../../support/course-acts.ts';
import { leave, submit } from '../../../support/paper-acts.ts';
import { at, checkIn, createReadyRoom, must } from '../../../support/sim-station.ts';

describe('a refusal in words', () => {
  it('[R27] names the rule and the second from which leaving is allowed', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(submit(1), at('08:40')));
    const refused = station.act(leave(1), at('08:41'));
    if (refused.ok) throw new Error('leaving was not refused');
    expect(errorText(refused.error).what).toBe('现在禁止离场，09:00:00 起可离场（R27）。');
  });

  it('[R25] says from when on 交卷 is open', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    const refused = station.act(submit(1), at('08:20'));
    if (refused.ok) throw new Error('the submission was not refused');
    expect(errorText(refused.error).what).toBe('现在不能交卷，08:30:00 起可以（R25）。');
  });

  it('[C04] says who runs into whom by the clock, and what to choose from', () => {
    const station = createReadyRoom(1);
    must(station.act(pause(), at('08:50')));
    const refused = station.act(resume(18, { cutoff: 'moves' }), at('09:08'));
    if (refused.ok) throw new Error('the resume was not refused');
    expect(errorText(refused.error)).toEqual({
      what: '001 考场：本科目 10:18 才结束，下一科 10:05 要登录、10:10 要开考，撞上了（C04）。',
      todo: '请主考决定：下一科延迟到 10:28 开考，或维持原时间、由主考另行安排。',
    });
  });

  it('[D22] says of a telephone call that two of the room must have heard it', () => {
    const station = createReadyRoom(1);
    const called = delay('08:34', { approval: { ...APPROVED, how: 'phone' } });
    const refused = station.act(called, at('08:20'));
    if (refused.ok) throw new Error('the delay was not refused');
    expect(errorText(refused.error).what).toBe('电话请示主考的，须由本考场第二人一同确认（D22）。');
  });

  it('says the same code by what it rests on', () => {
    const told = (code: ContractError['code'], rule: string, figures = {}) => errorText({ code, rule, figures }).what;
    const sixPast = Date.UTC(2022, 10, 19, 1, 6);
    expect(told('already-collected', 'D25', { at: sixPast })).toMatch(/结束时间不能再改/);
    expect(told('already-collected', 'D17', { at: sixPast })).toBe('本科目已在 09:06:00 收卷。');
    expect(told('withdrawal-before-now', 'D27', { end: sixPast, now: sixPast, isDelay: 1 })).toMatch(/应在 09:06 开考/);
    expect(told('withdrawal-before-now', 'D27', { end: sixPast, now: sixPast })).toMatch(/应在 09:06 结束/);
    expect(told('entry-not-open', 'R21', { opensAt: sixPast })).toMatch(/未到入场时间/);
    expect(told('entry-not-open', 'D29', { opensAt: sixPast, seat: 7 })).toBe(
      '7 号座位的上一科到 09:06 才结束（D29）。',
    );
  });

  it('shows a figure that is missing as a dash', () => {
    const error: ContractError = { code: 'already-submitted', rule: '', figures: {} };
    expect(errorText(error).what).toBe('此人已在 — 交卷。');
  });
});
