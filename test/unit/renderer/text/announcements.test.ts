import { describe, expect, it } from 'vitest';
import { announcement, milestoneTitle } from '../../../../renderer/text/announcements.ts';
import { milestoneRuleText } from '../../../../renderer/text/rule-text.ts';
import { EDITIONS } from '../../../../shared/domain/rules.ts';
import { someRules, someTimeline } from '../../../support/a-day.ts';

const r2021 = someRules('R2021').values;
const r2022 = someRules('R2022').values;

describe('announcement', () => {
  it.each(EDITIONS)('%s: everything but fetching the sheet is read aloud, and has a title and a rule', (edition) => {
    const day = someRules(edition);
    for (const { kind, paper } of someTimeline(day.values).milestones) {
      const text = announcement(kind, paper, day.values);
      expect(text?.endsWith('。') ?? null).toBe(kind === 'sheet-pickup' ? null : true);
      const words = `${text}${milestoneTitle(kind, paper, day.values)}${milestoneRuleText(kind, paper, day)}`;
      expect(words).not.toMatch(/undefined|NaN|-\d/);
    }
  });

  it('[R40] only theory of 2022 is told about the full screen', () => {
    expect(announcement('start', 'theory', r2022)).toContain('全屏');
    expect(announcement('start', 'practical', r2022)).not.toContain('全屏');
    expect(announcement('start', 'theory', r2021)).not.toContain('全屏');
  });

  it('[C07] 2021 keeps the machines on, 2022 shuts them down', () => {
    expect(announcement('end', 'theory', r2021)).toContain('不要关闭计算机');
    expect(announcement('end', 'theory', r2022)).toContain('请关闭计算机');
  });

  it('[R24] the login call asks to read the guide and to leave the folders alone', () => {
    expect(announcement('login-call', 'theory', r2022)).toMatch(/操作指南.*不要移动或删除素材文件夹和作答文件夹/);
  });

  it('[R23] the login call forbids answering where answers are locked', () => {
    expect(announcement('login-call', 'theory', r2022)).toContain('不得答题');
    expect(announcement('login-call', 'theory', { ...r2022, isAnswerLockedUntilStart: false })).not.toContain(
      '不得答题',
    );
    expect(announcement('login-last-call', 'theory', r2021)).toContain('还有 5 分钟');
  });

  it('[R28] the closing of entry names the minutes, and [R31] leaving only where it opens then', () => {
    expect(announcement('entry-close', 'theory', r2021)).toBe(
      '开考已满 30 分钟，迟到考生不再入场。提前交卷的考生请先举手，经允许后方可离场。',
    );
    expect(announcement('entry-close', 'theory', { ...r2021, leaveBanFirstMin: 60 })).toBe(
      '开考已满 30 分钟，迟到考生不再入场。',
    );
  });

  it('[C06] the last reminder asks to submit and forbids to leave', () => {
    expect(announcement('end-reminder', 'theory', r2021)).toContain(
      '还有 5 分钟，请检查作答，及时保存并交卷。考试结束前不得离开考场。',
    );
    expect(announcement('end-reminder', 'theory', { ...r2021, isSubmitAllowedInLastMin: false })).not.toContain('交卷');
  });

  it('[R29] an earlier reminder says its own minutes and no ban on leaving', () => {
    const text = announcement('end-reminder', 'theory', r2021, 15);
    expect(text).toContain('还有 15 分钟');
    expect(text).not.toContain('不得离开');
  });

  it('[C23] people sign where the rules say', () => {
    expect(announcement('admission-open', 'theory', r2021)).toContain('签到');
    const afterRules = { ...r2021, signInMoment: 'after-rules' as const };
    expect(announcement('admission-open', 'theory', afterRules)).not.toContain('签到');
    expect(announcement('rules-reading', 'theory', afterRules)).toContain('签到');
  });

  it('[R20] the title tells of the lots where they are drawn', () => {
    expect(milestoneTitle('sheet-pickup', 'theory', r2021)).toBe('理论 · 领取签到表、抽签');
    expect(milestoneTitle('sheet-pickup', 'practical', r2022)).toBe('实操 · 领取签到表');
  });
});

describe('milestoneRuleText', () => {
  it('[C01] names edition, place and distance', () => {
    expect(milestoneRuleText('login-call', 'theory', someRules('R2022'))).toMatch(
      /^2022 年手册 考场规则（四）.* · 开考前 5 分钟$/,
    );
    expect(milestoneRuleText('login-call', 'theory', someRules('R2021'))).toMatch(
      /^2021 年手册 考场规则（五）.* · 开考前 20 分钟$/,
    );
  });

  it('says what the chief fixed, and what is inherited', () => {
    expect(milestoneRuleText('login-call', 'theory', someRules('R2021', { loginOpenOffsetMin: -5 }))).toBe(
      '主考填定 · 开考前 5 分钟',
    );
    expect(milestoneRuleText('start', 'theory', someRules('R2024'))).toBe('主考填定 · 开考时');
    expect(milestoneRuleText('entry-close', 'theory', someRules('R2024'))).toMatch(
      /^沿用 2021 年手册 .* · 开考后 30 分钟$/,
    );
    expect(milestoneRuleText('rules-reading', 'theory', someRules('R2024'))).toMatch(
      /^沿用 2021 年手册 .* · 考生入座后$/,
    );
  });

  it('[R29] takes the minutes of an earlier reminder', () => {
    expect(milestoneRuleText('end-reminder', 'theory', someRules('R2021'), 15)).toContain('结束前 15 分钟');
  });
});
