import { describe, expect, it } from 'vitest';
import { bigPhase } from '../../../../renderer/screens/big/big-phase.ts';
import { bigView } from '../../../../renderer/screens/big/big-view.ts';
import { chooseSeating, delay, extend, pause, seats, setInSystem } from '../../../support/course-acts.ts';
import { collect } from '../../../support/paper-acts.ts';
import {
  at,
  checkIn,
  createReadyRoom,
  MAKE_DAY_2021,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

function viewAt(station: SimStation, clock: string) {
  const room = station.state.rooms[ROOM];
  const phase = room === undefined ? null : bigPhase(room, at(clock));
  if (room === undefined || room.day === null || phase === null) throw new Error('no day');
  const view = bigView(phase, room.day.rules.values, at(clock));
  return {
    ...view,
    figures: view.figures.map(({ label, value, was }) => [label, value, ...(was === null ? [] : [was])].join(' ')),
    notes: view.notes.map(({ text }) => text),
    words: view.tiles.map(({ word, more }) => `${word} ${more}`),
  };
}

const r2022 = () => createReadyRoom(1);
const r2021 = () => createReadyRoom(1, stationId(1), MAKE_DAY_2021);

describe('大屏 before the start', () => {
  it('[R21] says when entry opens, then until when people may come in, with what', () => {
    expect(viewAt(r2022(), '07:40')).toMatchObject({ figures: ['开始入场 08:00', '开考 08:30'] });
    const entry = viewAt(r2022(), '08:06:30');
    expect(entry.figures).toEqual(['距离开考 23:30', '开考 08:30']);
    expect(entry.words[0]).toBe('可入场 凭准考证和身份证原件，至 09:00');
  });

  it('[R23] calls for the login and forbids answering until the start', () => {
    const { words, notes } = viewAt(r2022(), '08:26');
    expect(words).toEqual([
      '请登录考试系统 录入准考证号等信息，核对本人信息',
      '现在禁止答题 开考信号发出前不得答题',
      '不要移动或删除 素材文件夹和作答文件夹',
    ]);
    expect(notes).toEqual(['迟到考生可入场，至 09:00']);
  });

  it('shows a delay beside what was planned, as a reservation until the exam system has it', () => {
    const room = r2021();
    const delayed = must(room.act(delay('09:20'), at('08:50')));
    const { figures, notes } = viewAt(room, '08:51');
    expect(figures).toEqual(['距离开考 29:00', '开考 09:20 原定 09:00']);
    expect(notes).toEqual(['开考时间以考试系统为准', '迟到考生可入场，至 09:50']);
    must(room.act(setInSystem(delayed[0]), at('08:52')));
    expect(viewAt(room, '08:53').notes).toEqual(['迟到考生可入场，至 09:50']);
  });
});

describe('大屏 while a paper runs', () => {
  it('[R28][R31] turns its tiles with what is allowed', () => {
    expect(viewAt(r2022(), '08:59:59').words.slice(0, 2)).toEqual([
      '迟到考生可入场 至 09:00',
      '禁止离场 09:00 起可举手申请交卷离场',
    ]);
    expect(viewAt(r2022(), '09:16:42')).toMatchObject({
      figures: ['距离考试结束 43:18', '结束时间 10:00'],
      isUrgent: false,
      words: [
        '禁止入场 09:00 起迟到考生不得入场',
        '可交卷离场 请举手，经允许后离开，至 09:55',
        '请保持全屏答题 关闭或缩小页面将自动交卷',
      ],
    });
  });

  it('[R30][C06] in the last minutes nobody leaves, and what is to be done is said', () => {
    const { isUrgent, words } = viewAt(r2022(), '09:56');
    expect(isUrgent).toBe(true);
    expect(words.slice(0, 2)).toEqual(['请检查作答 及时保存并交卷', '禁止离场 考试结束前不得离开考场']);
  });

  it('[R40] asks for full screen only in the theory paper of an edition that submits on leaving it', () => {
    expect(viewAt(r2022(), '10:30').words[2]).toBe('遇到问题请举手 不得询问试题内容');
    expect(viewAt(r2021(), '09:10').words[2]).toBe('遇到问题请举手 不得询问试题内容');
  });

  it('[D29] tells those who are through to stay in their seats where the chief has said so', () => {
    const room = createReadyRoom();
    must(room.act(extend(4, { seats: seats(11), next: { kind: 'keep' } }), at('09:30')));
    expect(viewAt(room, '10:01').words.at(-1)).toBe('其余考生听指令离场 请保持安静');
    must(room.act(chooseSeating(), at('09:45')));
    expect(viewAt(room, '10:01').words.at(-1)).toBe('其余考生请留在座位 保持安静，等候下一科');
    must(room.act(chooseSeating({ mode: 're-enter' }), at('09:46')));
    expect(viewAt(room, '10:01').words.at(-1)).toBe('其余考生听指令离场 请保持安静');
  });

  it('names many scattered seats in the notes, where a tile would not hold them', () => {
    const room = createReadyRoom();
    const scattered = [1, 3, 5, 7, 9, 11];
    must(room.act(extend(4, { seats: seats(...scattered), next: { kind: 'keep' } }), at('09:30')));
    const { notes, words } = viewAt(room, '10:01');
    expect(words[0]).toBe('有延时的座位继续作答 10:04 结束');
    expect(notes[0]).toBe('01、03、05、07、09、11 座 10:04 结束');
  });

  it('shows the new end beside the old one, and the seats with an end of their own by their numbers', () => {
    const room = createReadyRoom();
    must(room.act(extend(18, { next: { kind: 'delay', startsAt: at('10:30') } }), at('09:08')));
    must(room.act(extend(7, { seats: seats(11, 12, 13, 14) }), at('09:10')));
    const { figures, notes } = viewAt(room, '09:16:42');
    expect(figures).toEqual(['距离考试结束 1:01:18', '结束时间 10:18 原定 10:00']);
    expect(notes).toEqual(['11–14 座 10:25 结束', '结束时间以考试系统为准']);
    expect(viewAt(room, '10:18:05')).toMatchObject({
      figures: ['距离结束 06:55', '结束时间 10:25'],
      words: [
        '11–14 座继续作答 10:25 结束',
        '其余考生停止答题 还没有交卷的请现在交卷',
        '其余考生听指令离场 请保持安静',
      ],
    });
  });

  it('counts nothing in a pause, above all not the lost minutes', () => {
    const room = r2022();
    must(room.act(pause(), at('08:50')));
    const paused = viewAt(room, '08:58');
    expect(paused).toMatchObject({ headline: '考试暂停', figures: [] });
    expect(viewAt(room, '09:20')).toEqual(paused);
  });
});

describe('大屏 at the end', () => {
  it('[C07] tells nobody to shut down before 收卷, and never where machines stay on', () => {
    const room = r2022();
    must(room.act(checkIn(1), at('08:10')));
    expect(viewAt(room, '10:00').words[1]).toBe('先不要关机 全部交卷后，听指令再关闭计算机');
    must(room.act(collect(), at('10:01')));
    expect(viewAt(room, '10:02').words.slice(0, 2)).toEqual(['已收卷 请在座位上等候指令', '请关闭计算机 听指令离场']);
    expect(viewAt(r2021(), '10:30').words[1]).toBe('不要关闭计算机 听指令离场');
  });

  it('[D29] names the next paper, and whether people stay', () => {
    const room = r2022();
    expect(viewAt(room, '10:00').words[2]).toBe('下一科实操考试 10:10 开考，是否离场听监考员指令');
    must(room.act(chooseSeating({ mode: 're-enter' }), at('10:00:30')));
    expect(viewAt(room, '10:01').words[2]).toBe('请听指令离场 下一科实操考试 10:10 开考，重新入场');
    must(room.act(chooseSeating(), at('10:01')));
    const stay = viewAt(room, '10:02').words;
    expect(stay[1]).toBe('请留在座位 下一科实操考试 10:10 开考');
    expect(stay.join()).not.toMatch(/关机|关闭计算机/);
  });

  it('says when to be back after the noon, and at last that the day is over', () => {
    expect(viewAt(r2021(), '11:30')).toMatchObject({
      notes: ['下一科：实操考试'],
      figures: ['开始入场 13:30', '开考 14:00'],
    });
    expect(viewAt(r2021(), '18:00')).toMatchObject({ headline: '今天的考试已全部结束', words: [] });
  });
});
