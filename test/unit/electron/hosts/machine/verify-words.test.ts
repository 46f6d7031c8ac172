import { describe, expect, it } from 'vitest';
import { describeVerification, exitCodeOf } from '../../../../../electron/hosts/machine/verify-words.ts';
import type { Anchor, CheckedAnchor } from '../../../../../electron/station/journal/check-anchor.ts';
import type { ChainReport, VerifyReport } from '../../../../../electron/station/journal/verify-journal.ts';
import { as, type DayId, type StationId } from '../../../../../shared/ids.ts';

const A = as<StationId>('a'.repeat(16));
const B = as<StationId>('b'.repeat(16));
const DAY = as<DayId>('d'.repeat(32));

function chain(label: string, station: StationId, seq: number, changes: Partial<ChainReport> = {}): ChainReport {
  const end = { station, epoch: 1, seq, hash: 'ab'.repeat(32) };
  return { station, epoch: 1, label, end, firstBad: null, anchoredTo: 0, ...changes };
}

function checked(finding: CheckedAnchor['finding'], changes: Partial<Anchor> = {}): CheckedAnchor {
  const anchor: Anchor = {
    source: 'paper',
    day: null,
    kind: 'real',
    chain: { label: 'A' },
    epoch: 1,
    seq: 233,
    hash: '3f2a91c077de0b12',
    signature: null,
    ...changes,
  };
  const of = finding === 'holds' || finding === 'contradicts' ? { station: A, epoch: anchor.epoch } : null;
  return { anchor, finding, signature: 'none', chain: of };
}

function report(changes: Partial<VerifyReport> = {}): VerifyReport {
  return {
    genesis: { day: DAY, kind: 'real' },
    genesisFault: null,
    chains: [chain('A', A, 240), chain('B', B, 57)],
    firstBad: null,
    missingArrivals: 0,
    anchors: [],
    isSound: true,
    ...changes,
  };
}

function textOf(changes: Partial<VerifyReport>): string {
  return describeVerification('/usb/day.journal', report(changes)).join('\n');
}

describe('what is said of a file', () => {
  it('begins with which file, which day, of which kind, and every chain with its number of records', () => {
    const [file, day, , , a, b] = describeVerification('/usb/day.journal', report());
    expect([file, day]).toEqual(['文件：/usb/day.journal（只读，没有改动）', `考核日：${DAY}（正式考试）`]);
    expect(a).toBe(`  A#1 至 A#240（工作站 ${A}）：240 条，前后相符`);
    expect(b).toBe(`  B#1 至 B#57（工作站 ${B}）：57 条，前后相符`);
    expect(textOf({ genesis: { day: DAY, kind: 'rehearsal' } })).toContain('（演练）');
  });

  it('without an anchor claims that it agrees with itself, and no more', () => {
    expect(textOf({})).toContain('锚点：没有给。');
    expect(textOf({})).toContain('没有相符的锚点：只知道文件自己前后是否相符。');
    expect(textOf({})).toMatch(/结论：文件自己前后相符；没有锚点，不能说它没有被改写过。$/);
    expect(exitCodeOf(report())).toBe(0);
  });

  it('with an anchor that holds says what it proves, and from where on nothing is known', () => {
    const text = textOf({
      anchors: [checked('holds')],
      chains: [chain('A', A, 240, { anchoredTo: 233 }), chain('B', B, 57)],
    });
    expect(text).toContain('文书 A#233：相符。A#1 至 A#233 与文书一致');
    expect(text).toContain('A#234 至 A#240 没有锚点：谁能写这个文件，谁就能改写或截去这一段。');
    expect(text).toContain('B#1 至 B#57 没有锚点');
    expect(text).toContain('只有更晚的锚点说得出来');
    expect(text).toMatch(/结论：没有发现问题，给出的锚点都相符。$/);
  });

  it('at the very last record still claims nothing of what may have followed', () => {
    const text = textOf({
      anchors: [checked('holds', { seq: 240 })],
      chains: [chain('A', A, 240, { anchoredTo: 240 })],
    });
    expect(text).not.toContain('没有锚点');
    expect(text).toContain('文件末尾之后是否还有过记录');
  });

  it.each([
    ['contradicts', '不符。文件在这一号上是另一条记录'],
    ['beyond-the-end', '文件到不了这一号：尾部被截去，或者这是较早的副本'],
    ['unknown-chain', '文件里没有这条链：整条被取走，或者这是较早的副本'],
    ['signature-wrong', '签名不对'],
  ] as const)('names an anchor that fails: %s', (finding, words) => {
    const failed = { anchors: [checked(finding)], isSound: false };
    expect(textOf(failed)).toContain(`文书 A#233：`);
    expect(textOf(failed)).toContain(words);
    expect(textOf(failed)).toContain('结论：有问题');
    expect(exitCodeOf(report(failed))).toBe(1);
  });

  it.each([
    ['other-day', '是另一个考核日的'],
    ['other-kind', '一个是演练，一个是正式考试'],
    ['malformed', '不成其为锚点'],
  ] as const)('does not blame the file for an anchor that is not its own: %s', (finding, words) => {
    const failed = { anchors: [checked(finding)], isSound: false };
    expect(textOf(failed)).toContain(words);
    expect(exitCodeOf(report(failed))).toBe(2);
    expect(exitCodeOf(report({ ...failed, missingArrivals: 1 }))).toBe(1);
  });

  it('of a spoken code that differs says that it may have been misheard', () => {
    const spoken = { source: 'spoken-code', seq: 57, hash: '', code: 'K7M2QX' } as const;
    expect(textOf({ anchors: [checked('contradicts', spoken)], isSound: false })).toContain(
      '校验码 A#57 K7M 2QX：不符',
    );
    expect(textOf({ anchors: [checked('contradicts', spoken)], isSound: false })).toContain('也可能是听错、记错');
  });

  it('of a backup says whose signature it bears', () => {
    const backup = checked('holds', { source: 'backup', chain: { station: A } });
    expect(textOf({ anchors: [{ ...backup, signature: 'good' }] })).toContain(
      '备份 A#233：相符。A#1 至 A#233 与备份一致，有那台工作站的签名',
    );
    expect(textOf({ anchors: [{ ...backup, signature: 'key-unknown' }] })).toContain('签名无从核对');
    expect(textOf({ anchors: [{ ...backup, signature: 'none' }] })).toContain('与备份一致；没有签名，');
    expect(textOf({ anchors: [checked('holds')] })).not.toContain('没有签名');
  });

  it('takes what the file says of itself for no anchor, and names what disagrees', () => {
    const inside = { source: 'paper-record', chain: { station: A } } as const;
    expect(textOf({ anchors: [checked('holds', inside)] })).toContain('文件里自己写着的 1 处');
    expect(textOf({ anchors: [checked('holds', inside)] })).toContain('锚点：没有给。');
    const text = textOf({ anchors: [checked('holds', inside), checked('contradicts', inside)], isSound: false });
    expect(text).toContain('文件里自己写着的 2 处，有 1 处不符：\n  打印记录 A#233：不符');
  });

  it.each([
    ['gap', null, '它前面缺记录'],
    ['hash-differs', null, '内容与当时算出的哈希不符'],
    ['copy-differs', 'at_ms', '旁边的一栏与记录内容不符（at_ms）'],
    ['not-opened', null, '这条链不是由它自己的工作站开头的'],
  ] as const)('names the first bad record by number and place: %s', (reason, column, words) => {
    const firstBad = { station: A, epoch: 1, seq: 58, arrival: 71, reason, column };
    const text = textOf({ firstBad, chains: [chain('A', A, 240, { firstBad })], isSound: false });
    expect(text).toContain('A#1 至 A#240（工作站 aaaaaaaaaaaaaaaa）：240 条，从 A#58 起不可信');
    expect(text).toContain(`第一处问题：A#58（文件中第 71 条）：${words}`);
    expect(exitCodeOf(report({ firstBad, isSound: false }))).toBe(1);
  });

  it('names records that were taken out, a chain of which none is left, and a file without its beginning', () => {
    const firstBad = { station: B, epoch: 2, seq: 1, arrival: 0, reason: 'all-missing', column: null } as const;
    const text = textOf({
      missingArrivals: 3,
      firstBad,
      chains: [chain('B', B, 1, { epoch: 2, end: null, firstBad })],
      isSound: false,
    });
    expect(text).toContain('缺 3 条');
    expect(text).toContain('B 第 2 纪元（工作站 bbbbbbbbbbbbbbbb）：没有一条可以核对');
    expect(text).toContain('第一处问题：B2#1：这条链有名字，却一条记录也没有');
    const empty = { genesis: null, genesisFault: 'not-a-genesis', chains: [], isSound: false } as const;
    expect(textOf(empty)).toContain('后面的一概无从核对');
    expect(exitCodeOf(report(empty))).toBe(1);
  });
});
