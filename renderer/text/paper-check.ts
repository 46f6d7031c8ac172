import type { ContractErrorCode } from '../../shared/contract/call.ts';
import type { CodeFinding, CodeFindingCode, CodeVerdict } from '../../shared/documents/code-verdict.ts';
import { shortDigestText } from '../../shared/documents/paper-qr.ts';
import type { SealOutcome } from '../../shared/domain/seal-verdict.ts';
import { DOCUMENT_LABELS } from './documents.ts';
import { say, type Words } from './error-words.ts';

/** 核验文书. */
export const paperCheckText = {
  open: '核验文书',
  openHint: '扫二维码，或选封存的 PDF，与日志核对',
  title: '核验文书',
  field: '文书上的二维码',
  fieldHint: '光标在这里时用扫码枪扫；没有扫码枪的，用下面的办法。',
  check: '核对',
  picture: '选照片或扫描件',
  camera: '用摄像头',
  cameraOff: '关闭摄像头',
  pdf: '选封存的 PDF',
  checking: '正在核对…',
  result: '核对结果',
  nothing: '纸上的：扫它的二维码。电子的：选封存的 PDF 文件。核对只读不改。',
  tooLarge: '文件超过 12 MB，不是本程序的文书。',
  cameraDenied: '摄像头打不开：没有摄像头，或者没有允许本页使用。',
  cameraDeniedTodo: '请改用扫码枪，或拍照后选照片。',
  cameraHint: '把二维码放进画面，看清楚后自动核对。',
  wrong: '有问题',
  openMatters: '无从核对',
  good: '已核对',
  signatures: '签名',
  valid: '有效',
  invalid: '不能采信',
} as const;

/** 国密签名. */
export const companionText = {
  title: '国密签名',
  why: '封存文书时，除通用的电子签名外，另用 SM2/SM3 对整个文件签一次，记在日志里。默认不用；省里或中心要求时再打开，从下一次封存起有效。',
  noClaim: '算法按国家标准实现，没有经过商用密码产品认证。',
  choices: { off: '不用', on: '加签 SM2/SM3' },
  leadersOnly: '由主考或副主考设置。',
} as const;

/** What a page's code comes to: it says nothing of what else stands on the page. */
export const CODE_OUTCOMES: Readonly<Record<SealOutcome, { readonly what: string; readonly todo: string }>> = {
  sound: {
    what: '二维码与日志一致。',
    todo: '二维码可以照抄：纸上写的内容，请与「文书打印」里的原件逐项对照。',
  },
  wrong: { what: '有问题，不能采信。', todo: '请保管好这一页，报主考，并以本机「文书打印」里的原件为准。' },
  open: { what: '有一点无从核对。', todo: '请到打印它的那台工作站再核对。' },
};

/** What to do now about a sealed file, by the outcome. */
export const OUTCOME_TODO: Readonly<Record<SealOutcome, string>> = {
  sound: '可以采信。',
  wrong: '不要采信这一份；请保管好它，报主考，并以本机「文书打印」里的原件为准。',
  open: '请看下面无从核对的一条，找到原出处再核对。',
};

/** The digest that is printed on the page, to be compared by eye. */
export function digestText(digest: string): string {
  return `纸上应当印着摘要 ${shortDigestText(digest)}`;
}

/** The heading of a checked page. */
export function printTitle({ print, page, pages }: CodeVerdict): string {
  const of = `第 ${page}/${pages} 页`;
  if (print === null) return of;
  return `${print.room} 考场 ${DOCUMENT_LABELS[print.kind]} 第 ${print.copy} 次打印，${of}`;
}

/** One finding about a page's code in plain words. */
export function codeFindingText({ code, details }: CodeFinding): string {
  return CODE_TEXTS[code](details);
}

const DIFFERING: Readonly<Record<string, string>> = {
  kind: '文书种类',
  place: '考场或科目',
  pages: '页数',
  digest: '内容摘要',
};

const CODE_TEXTS: Readonly<Record<CodeFindingCode, (details: CodeFinding['details']) => string>> = {
  'code-differs': ({ what }) =>
    `二维码上的${DIFFERING[String(what)] ?? ''}与打印记录不符：这一页不是本程序打印的，或者被改过。`,
  'head-differs': ({ number }) => `二维码上的记录 ${number} 与日志里的不是同一条。`,
  'head-not-here': ({ number }) => `记录 ${number} 不在本机：它出自没有汇总到这里的工作站，或者比本机的记录新。`,
  'print-unknown': () => '本机没有打印过这份文书：它是别的考核日或别的工作站的。',
  'newer-copy': ({ copy }) => `后来又打印过，最新的是第 ${copy} 次。`,
  sealed: ({ number }) => `这份文书有封存的电子原件（记录 ${number}），可在「文书打印」里打开。`,
  'print-agrees': () => '考场、科目、页数和内容摘要都与打印记录一致。',
  'heads-agree': ({ numbers }) => `打印时的日志位置 ${numbers} 与本机的日志一致。`,
};

/** Refusals of 核验. */
export const PAPER_CHECK_WORDS = {
  'companion-already-so': say('国密签名已经是这样设置的。', '不必重复选择。'),
  'not-a-pdf': say('这个文件不是 PDF。', '请选择本程序封存并另存的 PDF 文件；照片请用「选照片或扫描件」。'),
  'pdf-unreadable': say('这个 PDF 读不通：它已损坏，或者不是本程序的文书。', '请换原件再核对。'),
  'code-of-newer-program': say('这是更新版本的程序打印的二维码。', '请用打印它的那个版本核对。'),
} as const satisfies Partial<Readonly<Record<ContractErrorCode, Words>>>;
