import { describe, expect, it } from 'vitest';
import { announcement, announcementTemplate, milestoneTitle } from '../../../../renderer/text/announcements.ts';
import { milestoneRuleText } from '../../../../renderer/text/rule-text.ts';
import type { SiteText } from '../../../../shared/domain/course-events.ts';
import { EDITIONS, type Rules } from '../../../../shared/domain/rules.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import type { MilestoneKind } from '../../../../shared/domain/timeline-types.ts';
import { as, type PaperId, type SeatNo } from '../../../../shared/ids.ts';
import { SOME_DATE, someRules } from '../../../support/a-day.ts';

const SEATS = [11, 12, 13, 14].map((seat) => as<SeatNo>(seat));
const r2021 = someRules('R2021').values;
const r2022 = someRules('R2022').values;

/** What nobody reads aloud. */
const SILENT = [
  'sheet-pickup',
  'room-check',
  'all-submitted',
  'technician-confirmed',
  'results-reported',
  'room-record',
];

function name(kind: MilestoneKind, paper: PaperId, rules: Rules): string {
  return milestoneTitle({ kind, paper, seats: null }, rules);
}

describe('announcement', () => {
  it.each(EDITIONS)(
    '%s: every item has a title and a rule, and is read aloud unless it is done in silence',
    (edition) => {
      const day = someRules(edition);
      const extension = { kind: 'extension', seats: SEATS, ms: 420_000, cutoffMs: 0, isPending: false } as const;
      const timeline = computeTimeline(day.values, SOME_DATE, { theory: [extension], practical: [] });
      expect(new Set(timeline.milestones.map(({ kind }) => kind)).size).toBe(edition === 'R2022' ? 18 : 19);
      for (const { kind, paper, seats } of timeline.milestones) {
        const text = announcement(kind, paper, day.values, { seats });
        expect(text?.endsWith('。') ?? null).toBe(SILENT.includes(kind) ? null : true);
        const words = `${text}${milestoneTitle({ kind, paper, seats }, day.values)}${milestoneRuleText(kind, paper, day)}`;
        expect(words).not.toMatch(/undefined|NaN|-\d|[{}]/);
      }
    },
  );

  it('[R40] only theory of 2022 is told about the full screen', () => {
    expect(announcement('start', 'theory', r2022)).toContain('全屏');
    expect(announcement('start', 'practical', r2022)).not.toContain('全屏');
    expect(announcement('start', 'theory', r2021)).not.toContain('全屏');
  });

  it('[D29] nobody is told to leave where people stay in their seats for the next paper', () => {
    for (const kind of ['end', 'seat-end', 'machines'] as const) {
      const text = announcement(kind, 'theory', r2022, { seats: SEATS, staysSeated: true });
      expect(text).toContain('留在座位上等候下一科考试');
      expect(text).not.toContain('听指令离场');
      expect(announcement(kind, 'theory', r2022, { seats: SEATS })).toContain('听指令离场');
    }
  });

  it('[C07] 2021 keeps the machines on, 2022 shuts them down', () => {
    expect(announcement('machines', 'theory', r2021)).toContain('不要关闭计算机');
    expect(announcement('machines', 'theory', r2022)).toMatch(/请.*考生关闭计算机/);
    expect(announcement('end', 'theory', r2022)).not.toContain('计算机');
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
    expect(announcement('entry-close', 'theory', r2021, { cutoffMinutes: 48 })).toMatch(/^开考已满 48 分钟，/u);
  });

  it('[C06] the last reminder asks to submit and forbids to leave', () => {
    expect(announcement('end-reminder', 'theory', r2021)).toContain(
      '还有 5 分钟，请检查作答，及时保存并交卷。考试结束前不得离开考场。',
    );
    expect(announcement('end-reminder', 'theory', { ...r2021, isSubmitAllowedInLastMin: false })).not.toContain('交卷');
  });

  it('[R29] an earlier reminder says its own minutes and no ban on leaving', () => {
    const text = announcement('end-reminder', 'theory', r2021, { minutesLeft: 15 });
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
    expect(name('sheet-pickup', 'theory', r2021)).toBe('理论 · 领取签到表、抽签');
    expect(name('sheet-pickup', 'practical', r2022)).toBe('实操 · 领取签到表');
  });
});

describe('sentences for some seats', () => {
  it('[R33] name the seats, and the end of all says who goes on', () => {
    expect(announcement('seat-end', 'theory', r2022, { seats: SEATS })).toMatch(/^11、12、13、14 座考生，考试时间到/);
    expect(announcement('seat-end-reminder', 'theory', r2022, { seats: SEATS, minutesLeft: 5 })).toMatch(
      /^11、12、13、14 座考生，距离考试结束还有 5 分钟/,
    );
    expect(announcement('end', 'theory', r2022, { seats: SEATS })).toMatch(/11–14 座考生延时，请继续作答。$/);
    expect(announcement('end', 'theory', r2022)).not.toContain('座');
    expect(milestoneTitle({ kind: 'seat-end', paper: 'theory', seats: SEATS }, r2022)).toBe(
      '理论 · 宣布延时座位结束（11–14 座）',
    );
  });
});

describe('留座连场', () => {
  it('[D29] nobody is told to leave or to shut down before the next paper', () => {
    const told = { staysSeated: true, siteTexts: [{ kind: 'end', paper: null, text: '请离场。' }] } as const;
    expect(announcement('end', 'theory', r2022, told)).toMatch(/请留在座位上等候下一科考试，不要离开考场。$/);
    expect(announcement('seat-end', 'theory', r2022, { ...told, seats: SEATS })).toContain('留在座位上');
    expect(announcement('machines', 'theory', r2022, told)).toContain('不要关闭计算机');
    expect(announcement('start', 'theory', r2022, told)).toBe(announcement('start', 'theory', r2022));
  });
});

describe('the site’s own sentences', () => {
  const both: SiteText = { kind: 'start', paper: null, text: '两科都这样开考。' };

  it('[D33] stand before ours, a paper’s own before one for both', () => {
    const siteTexts: readonly SiteText[] = [both, { ...both, paper: 'theory', text: '理论这样开考。' }];
    expect(announcement('start', 'theory', r2022, { siteTexts })).toBe('理论这样开考。');
    expect(announcement('start', 'practical', r2022, { siteTexts })).toBe('两科都这样开考。');
    expect(announcement('end', 'theory', r2022, { siteTexts })).toBe(announcement('end', 'theory', r2022));
  });

  it('[R29] have the minutes that are really left filled in', () => {
    const siteTexts: readonly SiteText[] = [{ kind: 'end-reminder', paper: null, text: '还剩 {分钟} 分，{分钟} 分！' }];
    expect(announcement('end-reminder', 'theory', r2022, { siteTexts, minutesLeft: 3 })).toBe('还剩 3 分，3 分！');
    expect(announcement('end-reminder', 'theory', r2022, { siteTexts })).toBe('还剩 5 分，5 分！');
  });

  it('[R33] name the seats, also where they forgot to', () => {
    const siteTexts: readonly SiteText[] = [
      { kind: 'seat-end', paper: null, text: '停止答题。' },
      { kind: 'seat-end-reminder', paper: null, text: '还有 {分钟} 分钟，{座位} 座注意。' },
      { kind: 'end', paper: null, text: '考试结束。' },
    ];
    const told = { siteTexts, seats: SEATS, minutesLeft: 5 };
    expect(announcement('seat-end', 'theory', r2022, told)).toBe('11、12、13、14 座考生，停止答题。');
    expect(announcement('seat-end-reminder', 'theory', r2022, told)).toBe('还有 5 分钟，11、12、13、14 座注意。');
    expect(announcement('end', 'theory', r2022, told)).toBe('考试结束。11–14 座考生延时，请继续作答。');
  });

  it('[D33] ours in the file to be edited have braces where something is filled in', () => {
    expect(announcementTemplate('end-reminder', 'theory', r2022)).toContain('还有 {分钟} 分钟');
    expect(announcementTemplate('seat-end', 'theory', r2022)).toMatch(/^\{座位\} 座考生/);
    expect(announcementTemplate('start', 'theory', r2022)).toBe(announcement('start', 'theory', r2022));
    expect(announcementTemplate('sheet-pickup', 'theory', r2022)).toBeNull();
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

  it('[R42] says that only the manual of 2021 asks for the results', () => {
    expect(milestoneRuleText('results-reported', 'theory', someRules('R2021'))).toMatch(/^2021 年手册 日程表 · 收卷后/);
    expect(milestoneRuleText('results-reported', 'theory', someRules('R2022'))).toMatch(
      /^2022 年手册未写明，沿用 2021 年手册 日程表 · /,
    );
    expect(milestoneRuleText('results-reported', 'theory', someRules('R2024'))).toMatch(/^沿用 2021 年手册 日程表 · /);
  });

  it('says where no manual prints an instant, and which word of the chief decides', () => {
    expect(milestoneRuleText('prepare', 'theory', someRules('R2022'))).toMatch(/手册未写时刻$/);
    expect(milestoneRuleText('room-check', 'theory', someRules('R2022'))).toMatch(/手册未写时刻$/);
    expect(milestoneRuleText('machines', 'theory', someRules('R2024'))).toBe('主考填定 · 全部交卷后');
    expect(milestoneRuleText('machines', 'theory', someRules('R2022'))).toBe('2022 年手册 日程表 · 全部交卷后');
  });
});
