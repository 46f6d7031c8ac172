import { describe, expect, it } from 'vitest';
import { checkAsks, checkSentence } from '../../../../shared/documents/check-words.ts';
import { buildPreExamChecks } from '../../../../shared/documents/pre-exam-checks.ts';
import { CHECK_ITEM_IDS, type CheckItemId } from '../../../../shared/domain/checklist-items.ts';
import { aCheck, anEntry, RULES_2021, someChecks } from '../../../support/site-papers.ts';
import { at } from '../../../support/sim-station.ts';

it('holds every text of a room’s 考前检查单', () => {
  expect(buildPreExamChecks(someChecks())).toEqual({
    title: '考前检查单',
    exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
    place: '实训楼201',
    roomLabel: '考场',
    room: '001',
    facts: [
      { label: '考点', value: '样例职业技术学院考点' },
      { label: '考试日期', value: '2022年11月19日 星期六' },
      { label: '规则', value: '2021 版' },
      { label: '考生', value: '40 人' },
      { label: '检查项', value: '共 2 项，未完成 2 项' },
    ],
    sections: [
      { title: '考前一周', rows: [{ box: 'empty', text: '座位间距不少于 1 米，或隔位而坐', detail: '', by: '' }] },
      { title: '考前一天', rows: [{ box: 'empty', text: '桌贴按座位贴好', detail: '', by: '' }] },
    ],
    byHeading: '检查人、时间',
    lists: [{ label: '白名单', value: '京东、链家' }],
    visitsTitle: '来访登记',
    visits: ['没有来访'],
    signatures: ['检查人签字', '技术支持签字', '签字日期'],
    watermark: '',
    rehearsalNote: '',
    footText: '考场 001 实训楼201 · 考前检查单',
    headsText: '记录 A#57 08:06',
    source: {
      document: 'checks',
      room: '001',
      kind: 'real',
      printedAt: at('08:06'),
      heads: someChecks().heads,
    },
  });
});

it('[CL1] of the site is the chief’s to sign, and says so where all is done', () => {
  const done = aCheck('gate-sign', { status: 'ticked', entry: anEntry('ticked'), byName: '陈监考' });
  const view = buildPreExamChecks(
    someChecks({ room: null, checks: [done], lists: [{ list: 'white-list', lines: [] }] }),
  );
  expect(view).toMatchObject({
    place: '样例职业技术学院考点',
    roomLabel: '',
    room: '考点',
    lists: [{ label: '白名单', value: '没有' }],
    signatures: ['主考签字', '技术主管签字', '签字日期'],
    footText: '样例职业技术学院考点 · 考前检查单',
    source: { room: '' },
  });
  expect(view.facts.at(-1)).toEqual({ label: '检查项', value: '共 1 项，全部完成' });
  expect(view.sections).toEqual([
    {
      title: '考前一天',
      rows: [{ box: 'ticked', text: '大门有考试名称和考点名称的标牌', detail: '', by: '陈监考 11-19 07:30' }],
    },
  ]);
});

describe('a row', () => {
  const rowOf = (...given: Parameters<typeof aCheck>) =>
    buildPreExamChecks(someChecks({ checks: [aCheck(...given)] })).sections[0]?.rows[0];

  it('[CL2] of machines says how many there are and how many are missing; too few is an empty box', () => {
    const text = '备用机每 10 人 1 台，本考场 40 人';
    expect(rowOf('spare-machines', { wanted: 4 })).toEqual({ box: 'empty', text, detail: '应有 4 台', by: '' });
    const counted = { wanted: 4, byName: '陈监考' } as const;
    expect(rowOf('spare-machines', { ...counted, status: 'short', entry: anEntry('ticked', 1) })).toEqual({
      box: 'empty',
      text,
      detail: '现有 1 台，应有 4 台，缺 3 台',
      by: '陈监考 11-19 07:30',
    });
    expect(rowOf('spare-machines', { ...counted, status: 'ticked', entry: anEntry('ticked', 5) })).toMatchObject({
      box: 'ticked',
      detail: '现有 5 台，应有 4 台',
    });
    const uncounted = { ...counted, status: 'short', entry: anEntry('ticked') } as const;
    expect(rowOf('spare-machines', uncounted)?.detail).toBe('现有 0 台，应有 4 台，缺 4 台');
  });

  it('[CL3] says why it does not apply or was opened again', () => {
    const aside = { status: 'set-aside', entry: anEntry('set-aside'), reason: '没有还原卡', byName: '陈监考' } as const;
    expect(rowOf('restore-card-off', aside)).toEqual({
      box: 'barred',
      text: '考生机还原卡已关闭',
      detail: '不适用：没有还原卡',
      by: '陈监考 11-19 07:30',
    });
    const again = { status: 'open', entry: anEntry('reopened'), reason: '号码印错', byName: '陈监考' } as const;
    expect(rowOf('door-sheet', again)).toMatchObject({ box: 'empty', detail: '重新打开：号码印错', by: '' });
    expect(rowOf('door-sheet', { ...again, reason: '' })).toMatchObject({ detail: '' });
  });

  it('[CL2] says what was written down', () => {
    const kept = { status: 'ticked', entry: anEntry('ticked'), note: '刘保管，设备间', byName: '陈监考' } as const;
    expect(rowOf('video-keeper', kept)).toMatchObject({ box: 'ticked', detail: '刘保管，设备间' });
  });
});

it('[CL5] lists visits with when they came and left', () => {
  const visit = { role: 'inspector', name: '何巡视', about: '检查考务', cameAt: at('08:40'), leftAt: null } as const;
  const { visits } = buildPreExamChecks(
    someChecks({ visits: [visit, { ...visit, role: 'other', about: '', leftAt: at('08:50') }] }),
  );
  expect(visits).toEqual(['11-19 08:40–未离开　巡视 何巡视，检查考务', '11-19 08:40–08:50　其他 何巡视']);
});

describe('what an item asks', () => {
  const facts = { rules: RULES_2021.values, people: 40 };

  it('[CL1] is a sentence of its own, never with a hole in it', () => {
    const sentences = CHECK_ITEM_IDS.map((id) => checkSentence(id, facts));
    expect(new Set(sentences).size).toBe(CHECK_ITEM_IDS.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|Infinity/);
  });

  it.each<readonly [CheckItemId, Partial<typeof facts.rules>, string, string]>([
    ['arrangement-made', { arrangementBy: 'site' }, '报名截止后，考点已排好考', '报名截止后，已收到评价组织的排考结果'],
    [
      'invigilators-chosen',
      { recusalScope: 'department' },
      '监考员已选定：每 40 人（含以下）2 人，本院系教师、班主任、辅导员回避',
      '监考员已选定：每 40 人（含以下）2 人，本专业教师、班主任、辅导员回避',
    ],
    ['spare-machines', { spareRatio: 0 }, '备用机可用（规则没有要求台数）', '备用机每 10 人 1 台，本考场 40 人'],
    ['seats-spaced', { isAlternateSeatingAllowed: false }, '座位间距不少于 1 米', '座位间距不少于 1 米，或隔位而坐'],
    [
      'machines-fit',
      { minimumOs: 'windows-7' },
      '考生机不低于双核 2.0 GHz、内存 2 GB、可用空间 20 GB、分辨率 1024 × 768、Windows 7，无病毒，键盘鼠标显示器正常',
      '考生机不低于双核 2.0 GHz、内存 2 GB、可用空间 20 GB、分辨率 1024 × 768、Windows 10，无病毒，键盘鼠标显示器正常',
    ],
  ])('[CL1] %s goes by the day’s rules', (id, changed, otherwise, by2021) => {
    expect(checkSentence(id, facts)).toBe(by2021);
    expect(checkSentence(id, { ...facts, rules: { ...facts.rules, ...changed } })).toBe(otherwise);
  });

  it('[CL2] beside the tick is how many, who keeps it until when, or the seal', () => {
    expect(checkAsks('machines', facts)).toBe('现有台数');
    expect(checkAsks('spare-machines', facts)).toBe('现有台数');
    expect(checkAsks('video-keeper', facts)).toBe('保管人、存放处（保存 5 年）');
    expect(checkAsks('site-sealed', facts)).toBe('封条编号、封场人');
    expect(checkAsks('room-sealed', facts)).toBe('封条编号、封场人');
    expect(checkAsks('desk-labels', facts)).toBe('');
  });
});
