import { describe, expect, it } from 'vitest';
import { buildViolationNoticeContent } from '../../../../shared/documents/violation-notice.ts';
import { aNoticeInput } from '../../../support/incident-papers.ts';
import { aTime, aViolation, shanghai } from '../../../support/room-record.ts';

function statementOf(input: Parameters<typeof aNoticeInput>[0], label: string): string | undefined {
  return buildViolationNoticeContent(aNoticeInput(input)).statements.find((one) => one.label === label)?.value;
}

function partsOf(input: Parameters<typeof aNoticeInput>[0]) {
  return buildViolationNoticeContent(aNoticeInput(input)).parts;
}

describe('the content of 违规告知书', () => {
  it('holds every text of both parts', () => {
    expect(buildViolationNoticeContent(aNoticeInput())).toEqual({
      kind: 'violation-notice',
      title: '违规告知书',
      exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
      roomLabel: '考场',
      room: '001',
      place: '实训楼201机房',
      paper: '理论考试',
      facts: [
        { label: '考核站点', value: '样例职业技术学院考点' },
        { label: '考试计划', value: '2022年11月Python计划' },
        { label: '考试日期', value: '2022年11月20日 星期日' },
        { label: '考试时间', value: '09:00–10:30' },
        { label: '记录编号', value: 'A#171' },
      ],
      person: [
        { label: '考生姓名', value: '潘超兰' },
        { label: '座位号', value: '12' },
        { label: '准考证号', value: '221137010000012' },
        { label: '居民身份证', value: '340524********001X' },
      ],
      discovery: [
        { text: '现场发现', isTicked: true },
        { text: '审看录像发现', isTicked: false },
        { text: '评卷发现', isTicked: false },
        { text: '其他途径发现', isTicked: false },
      ],
      statements: [
        { label: '违规时间', value: '09:42' },
        { label: '违规行为', value: '54 旁窥、交头接耳、互打暗号或手势' },
        { label: '违规事实', value: '与 13 号座位考生交头接耳，经口头警告后再犯' },
        {
          label: '参照依据',
          value: '《国家教育考试违规处理办法》（教育部令第 33 号）第五条第（四）项，1+X 考核仅作参照',
        },
        { label: '处理', value: '已如实记录，报主考处理；本告知书不是处理决定' },
        { label: '暂扣物品', value: '手机一部；准考证' },
        { label: '记录人', value: '李监考、周巡' },
      ],
      parts: [
        {
          name: '存根联',
          use: '与证据一并交主考，归档',
          statements: [],
          blanks: [
            { label: '告知时间（当面告知以上内容）', lines: 1 },
            { label: '考生陈述和申辩（没有的写“无”）', lines: 3 },
            { label: '物品退还（考生签收、时间）', lines: 1 },
            { label: '主考意见', lines: 1 },
            { label: '考生签名、日期', lines: 1 },
          ],
          boxes: [{ text: '考生拒绝签名，由两名监考员注明', isTicked: false }],
          signs: 'all',
        },
        {
          name: '考生联',
          use: '交考生保存',
          statements: [
            {
              label: '暂扣收据',
              value: '今暂扣：手机一部；准考证。由监考员保管，考后凭本联退还或随证据上交，由主考决定',
            },
            {
              label: '考生的权利',
              value:
                '你有权陈述和申辩：可以当场说明，由监考员如实写在存根联上；也可以考后书面交给主考。签名只表示已被告知，不等于承认',
            },
          ],
          blanks: [{ label: '告知时间', lines: 1 }],
          boxes: [],
          signs: 'invigilators',
        },
      ],
      source: { roomNo: '001', paper: 'theory', kind: 'real' },
    });
  });

  it('says that nothing was held, and leaves no line for what would be given back', () => {
    const input = { violation: aViolation() };

    expect(statementOf(input, '暂扣物品')).toBe('无');
    const [stub, ofCandidate] = partsOf(input);
    expect(stub.blanks.map(({ label }) => label)).not.toContain('物品退还（考生签收、时间）');
    expect(ofCandidate.statements[0]).toEqual({ label: '暂扣收据', value: '没有暂扣物品' });
  });

  it.each([
    ['61', '《国家教育考试违规处理办法》（教育部令第 33 号）第六条第（一）项，1+X 考核仅作参照'],
    ['84', '《国家教育考试违规处理办法》（教育部令第 33 号）第八条第（四）项，1+X 考核仅作参照'],
    ['X1', '考场规则（X1 为本站目录代码，该办法未列）'],
    ['88', '考场规则（88 为本站目录代码，该办法未列）'],
  ])('names what code %s rests on', (code, ground) => {
    expect(statementOf({ violation: aViolation({ code }) }, '参照依据')).toBe(ground);
  });

  it('says both times of what was entered late, and sets a typed paragraph in one', () => {
    const violation = aViolation({
      time: aTime(shanghai(9, 42), { at: shanghai(9, 50) }),
      facts: '第一行\n第二行\u200b',
    });

    expect(statementOf({ violation }, '违规时间')).toBe('09:42（09:50 补录）');
    expect(statementOf({ violation }, '违规事实')).toBe('第一行 第二行');
  });

  it('says what the roster does not know', () => {
    const person = { seat: null, name: '王芳', ticket: '1' };
    const content = buildViolationNoticeContent(
      aNoticeInput({ plan: '', document: { type: '', masked: '' }, violation: aViolation({ person }) }),
    );

    expect(content.facts[1]).toEqual({ label: '考试计划', value: '未登记' });
    expect(content.person.slice(1)).toEqual([
      { label: '座位号', value: '' },
      { label: '准考证号', value: '1' },
      { label: '证件号码', value: '名单无证件号' },
    ]);
  });
});
