import { recordNumberOf } from '../../../shared/domain/record-number.ts';
import { checkCodeText } from '../../../shared/domain/check-code.ts';
import { type Anchor, type AnchorFinding, type CheckedAnchor, isOutside } from '../../station/journal/check-anchor.ts';
import type { AnchorProblem } from '../../station/journal/read-anchor.ts';
import type { BadEvent, BadEventReason } from '../../station/journal/verify-chain.ts';
import type { ChainReport, VerifyReport } from '../../station/journal/verify-journal.ts';
import type { StorageErrorCode } from '../../station/sqlite/storage-error.ts';

/** What `npm run verify` says of a file, in lines; it claims nothing that the file and its anchors do not show. */
export function describeVerification(path: string, report: VerifyReport): readonly string[] {
  const { genesis, chains } = report;
  if (genesis === null) return [`文件：${path}`, NOT_A_GENESIS, '', conclusionOf(report)];
  const labels = new Map(chains.map(({ station, label }) => [String(station), label]));
  const outside = report.anchors.filter(({ anchor }) => isOutside(anchor));
  return [
    `文件：${path}（只读，没有改动）`,
    `考核日：${genesis.day}（${genesis.kind === 'real' ? '正式考试' : '演练'}）`,
    '',
    '链：',
    ...(chains.length === 0 ? ['  没有任何记录'] : chains.map((chain) => `  ${chainLine(chain)}`)),
    ...firstBadLines(report, labels),
    ...(report.missingArrivals > 0
      ? [`少了记录：文件的到达次序中缺 ${report.missingArrivals} 条，有人取走了它们。`]
      : []),
    '',
    outside.length === 0 ? '锚点：没有给。' : '锚点：',
    ...outside.map((checked) => `  ${anchorLine(checked, labels)}`),
    ...insideLines(report, labels),
    '',
    '不能断定的：',
    ...unknownLines(report).map((line) => `  ${line}`),
    '',
    conclusionOf(report),
  ];
}

const NOT_A_GENESIS = '文件开头（考核日的创世记录）不见了或被改过，后面的一概无从核对。';

function nameOf(label: string | null, place: { readonly epoch: number; readonly seq: number }): string {
  return recordNumberOf(label ?? '?', place);
}

function chainLine({ station, epoch, label, end, firstBad }: ChainReport): string {
  const of = `（工作站 ${station}）`;
  if (end === null) return `${label ?? '?'} 第 ${epoch} 纪元${of}：没有一条可以核对`;
  const range = `${nameOf(label, { epoch, seq: 1 })} 至 ${nameOf(label, end)}${of}：${end.seq} 条`;
  return firstBad === null ? `${range}，前后相符` : `${range}，从 ${nameOf(label, firstBad)} 起不可信`;
}

function firstBadLines({ firstBad }: VerifyReport, labels: ReadonlyMap<string, string | null>): readonly string[] {
  if (firstBad === null) return [];
  const place = firstBad.arrival > 0 ? `（文件中第 ${firstBad.arrival} 条）` : '';
  const number = nameOf(labels.get(firstBad.station) ?? null, firstBad);
  return ['', `第一处问题：${number}${place}：${reasonText(firstBad)}`];
}

const REASONS: Readonly<Record<BadEventReason, string>> = {
  gap: '它前面缺记录',
  'hash-differs': '内容与当时算出的哈希不符：这一条被改过，或者它前面有记录被改、被换、被插入',
  'not-an-event': '内容不成其为一条记录',
  'other-day': '是另一个考核日的记录',
  'copy-differs': '旁边的一栏与记录内容不符',
  'all-missing': '这条链有名字，却一条记录也没有：全部被取走',
  'not-opened': '这条链不是由它自己的工作站开头的',
};

function reasonText({ reason, column }: BadEvent): string {
  return column === null ? REASONS[reason] : `${REASONS[reason]}（${column}）`;
}

const SOURCES: Readonly<Record<Anchor['source'], string>> = {
  paper: '文书',
  backup: '备份',
  acknowledged: '中心回执',
  'spoken-code': '校验码',
  'next-epoch': '新纪元的开头',
  'paper-record': '打印记录',
  'code-record': '校验码记录',
};

function titleOf({ source, chain, epoch, seq, code }: Anchor, labels: ReadonlyMap<string, string | null>): string {
  const label = 'label' in chain ? chain.label : (labels.get(chain.station) ?? `工作站 ${chain.station} `);
  const said = code === undefined ? '' : ` ${checkCodeText(code)}`;
  return `${SOURCES[source]} ${nameOf(label, { epoch, seq })}${said}`;
}

function anchorLine(checked: CheckedAnchor, labels: ReadonlyMap<string, string | null>): string {
  const { anchor, finding } = checked;
  const title = titleOf(anchor, labels);
  if (finding !== 'holds') {
    const misheard = finding === 'contradicts' && anchor.code !== undefined ? '，也可能是听错、记错' : '';
    return `${title}：${FINDINGS[finding]}${misheard}`;
  }
  const label = labels.get(checked.chain?.station ?? '') ?? null;
  const from = nameOf(label, { epoch: anchor.epoch, seq: 1 });
  const range = anchor.seq === 1 ? from : `${from} 至 ${nameOf(label, anchor)} `;
  return `${title}：相符。${range}与${SOURCES[anchor.source]}一致${signatureText(checked)}`;
}

/** A page and a voice have no room for one; a file that lacks it can be anybody's. */
function signatureText({ anchor, signature }: CheckedAnchor): string {
  const isFile = anchor.source === 'backup' || anchor.source === 'acknowledged';
  return signature === 'none' && isFile ? '；没有签名，能写那个文件的人都写得出' : SIGNATURES[signature];
}

const SIGNATURES: Readonly<Record<CheckedAnchor['signature'], string>> = {
  none: '',
  good: '，有那台工作站的签名',
  wrong: '',
  'key-unknown': '；签名无从核对',
};

const FINDINGS: Readonly<Record<Exclude<AnchorFinding, 'holds'>, string>> = {
  contradicts: '不符。文件在这一号上是另一条记录，或者它前面的记录被改写过',
  'beyond-the-end': '不符。文件到不了这一号：尾部被截去，或者这是较早的副本',
  'unknown-chain': '不符。文件里没有这条链：整条被取走，或者这是较早的副本',
  'other-day': '是另一个考核日的，不能用来核对这个文件',
  'other-kind': '一个是演练，一个是正式考试，不能用来核对这个文件',
  'signature-wrong': '签名不对：不是那台工作站签的，或者被改过，不能采信',
  malformed: '不成其为锚点',
};

/** What the file says of itself: worth a line where it disagrees, no proof where it agrees. */
function insideLines(report: VerifyReport, labels: ReadonlyMap<string, string | null>): readonly string[] {
  const inside = report.anchors.filter(({ anchor }) => !isOutside(anchor));
  if (inside.length === 0) return [];
  const wrong = inside.filter(({ finding }) => finding !== 'holds');
  if (wrong.length === 0)
    return [`文件里自己写着的 ${inside.length} 处（打印、校验码、新纪元）也相符；它们与记录同在一个文件，不算锚点。`];
  return [
    `文件里自己写着的 ${inside.length} 处，有 ${wrong.length} 处不符：`,
    ...wrong.map((checked) => `  ${anchorLine(checked, labels)}`),
  ];
}

function unknownLines({ chains }: VerifyReport): readonly string[] {
  if (chains.every(({ anchoredTo }) => anchoredTo === 0))
    return [
      '没有相符的锚点：只知道文件自己前后是否相符。谁能写这个文件，谁就能把它整个改写或截去尾部，再让它前后相符。',
      '请用文书上的二维码（paper:）、备份的清单（backup:）、中心回执（ack:）或主考记下的校验码（spoken:）再核对一次。',
    ];
  const open = chains.flatMap((chain) => openPart(chain));
  return [
    ...open.map((part) => `${part}没有锚点：谁能写这个文件，谁就能改写或截去这一段。`),
    '文件末尾之后是否还有过记录：只有更晚的锚点说得出来。',
    '锚点本身真不真：看它是从哪里来的、由谁保管。',
  ];
}

function openPart({ label, epoch, end, anchoredTo }: ChainReport): readonly string[] {
  if (end === null || anchoredTo >= end.seq) return [];
  const from = nameOf(label, { epoch, seq: anchoredTo + 1 });
  return [end.seq === anchoredTo + 1 ? `${from} ` : `${from} 至 ${nameOf(label, end)} `];
}

/** Anchors that say nothing about this file, for or against. */
const UNUSABLE: readonly AnchorFinding[] = ['other-day', 'other-kind', 'malformed'];

/** 0 sound, 1 not sound, 2 cannot be told: the anchors given are not this file's. */
export function exitCodeOf(report: VerifyReport): 0 | 1 | 2 {
  if (report.isSound) return 0;
  const hasFault = report.genesisFault !== null || report.firstBad !== null || report.missingArrivals > 0;
  const failed = report.anchors.filter(({ finding }) => finding !== 'holds');
  return !hasFault && failed.every(({ finding }) => UNUSABLE.includes(finding)) ? 2 : 1;
}

function conclusionOf(report: VerifyReport): string {
  switch (exitCodeOf(report)) {
    case 0:
      return report.chains.some(({ anchoredTo }) => anchoredTo > 0)
        ? '结论：没有发现问题，给出的锚点都相符。'
        : '结论：文件自己前后相符；没有锚点，不能说它没有被改写过。';
    case 1:
      return '结论：有问题，见上。请不要改动这个文件，连同锚点一起保管。';
    case 2:
      return '结论：文件自己前后相符，但有给出的锚点不是它的，没有核对成。';
  }
}

const CANNOT_READ: Readonly<Partial<Record<StorageErrorCode, string>>> = {
  missing: '没有这个文件',
  'in-use': '监考工作站正在使用它。请先结束监考工作站再核对，或核对备份里的副本',
  'foreign-file': '不是监考工作站的考核日文件（.journal）',
  'newer-file': '由更新版本的程序写成，请用那个版本核对',
  corrupt: '文件已损坏，读不完整',
  'not-writable': '没有权限读取',
  'disk-full': '临时文件夹放不下它的副本',
  'io-failed': '磁盘读取出错',
  vanished: '文件不在原处',
  replaced: '文件被换成了别的',
};

/** Why a file could not be checked. */
export function describeUnreadable(path: string, code: StorageErrorCode): readonly string[] {
  return [`文件：${path}`, `无法核对：${CANNOT_READ[code] ?? '打不开'}（${code}）。没有改动任何数据。`];
}

const ANCHOR_PROBLEMS: Readonly<Record<AnchorProblem, string>> = {
  'form-unknown': '看不懂。写法见下',
  'not-a-paper': '不是本程序文书上的二维码',
  'paper-of-newer-program': '是更新版本的程序打印的二维码，请用那个版本核对',
  'paper-damaged': '二维码的内容不完整或被改动过，请重新扫描',
  'paper-without-heads': '这份文书打印时还没有任何记录，不能作锚点',
  'number-malformed': '记录号应如 A#233 或 A2#41',
  'hash-malformed': '记录号后面应是二维码里的 16 位哈希（至少 8 位）',
  'code-malformed': '校验码是 6 位数字和字母（没有 I、L、O、U）',
  'file-unreadable': '文件打不开',
  'file-without-heads': '文件里没有链头，不是备份的清单或中心回执',
};

/** Why an anchor was not understood. */
export function describeAnchorProblem(text: string, problem: AnchorProblem): readonly string[] {
  return [`锚点 ${text}：${ANCHOR_PROBLEMS[problem]}。`, ...USAGE];
}

/** How the command is written. */
export const USAGE: readonly string[] = [
  '用法：npm run verify -- 文书.pdf [--journal 日志文件] [--ca 根证书.pem]…',
  '      npm run verify -- 文件.journal [--anchor 锚点]…',
  '  --anchor "paper:PS1|…"            文书上的二维码（扫出来的整段）',
  '  --anchor paper:A#233:3f2a91c077de0b12',
  '  --anchor backup:文件夹/20221119T…Z-57.json   备份的清单',
  '  --anchor ack:文件                  中心服务的回执',
  '  --anchor "spoken:A#57:K7M 2QX"     主考记下的校验码',
  '结果：0 没有发现问题，1 有问题，2 无法核对。',
];
