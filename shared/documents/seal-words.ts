import { isSameValue } from '../canonical.ts';
import type { SealFinding, SealFindingCode, SealOutcome, SealVerdict } from '../domain/seal-verdict.ts';
import { withoutPin } from './words.ts';

/** What a verdict comes to, in one line. */
export const SEAL_OUTCOMES: Readonly<Record<SealOutcome, string>> = {
  sound: '没有发现问题',
  wrong: '有问题，不能采信',
  open: '文件自己前后相符，但有一点无从核对',
};

/** The findings in plain words; what is the same of several signatures is said once. */
export function sealFindingTexts(
  findings: readonly SealFinding[],
): readonly { readonly code: SealFindingCode; readonly text: string }[] {
  const said: { code: SealFindingCode; details: SealFinding['details']; of: number[] }[] = [];
  for (const { code, signature, details } of findings) {
    const same = said.find((one) => one.code === code && isSameValue(one.details, details));
    if (same === undefined) said.push({ code, details, of: signature === null ? [] : [signature] });
    else if (signature !== null) same.of.push(signature);
  }
  return said.map(({ code, details, of }) => {
    const nth = of.length === 0 ? '' : `第 ${of.join('、')} 个签名`;
    return { code, text: TEXTS[code]({ nth, signature: of[0] ?? 0, details }) };
  });
}

interface Said {
  readonly nth: string;
  readonly signature: number;
  readonly details: SealFinding['details'];
}

const TEXTS: Readonly<Record<SealFindingCode, (said: Said) => string>> = {
  'not-sealed': () => '这份 PDF 没有封存签名：它只是打印稿，或者签名被整个去掉了。',
  'structure-damaged': () => '文件的内部结构读不通：它被改动过，或者不是本程序封存的。',
  'content-changed': ({ signature }) =>
    signature <= 1
      ? '封存以后正文被改动过：第 1 个签名下面的内容已经不是当时签的。'
      : `封存以后被改动过：改动在第 ${signature - 1} 个签名本身，或者它与第 ${signature} 个签名之间。`,
  'signature-broken': ({ nth, details }) =>
    nth === '' ? `${fieldText(details)}里的不是有效的签名。` : `${nth}无效：不是用它所附证书的密钥签的，或者被改动过。`,
  'range-incomplete': ({ nth }) => `${nth}没有盖住它应当盖住的全部内容。`,
  'signature-stray': ({ nth }) => `${nth}不在任何一个签名栏里，是后来塞进去的。`,
  rewritten: ({ nth, details }) => `${nth}之前，${changeText(details)}被改写过。`,
  'unsigned-part': ({ nth, details }) =>
    `${nth}之后有人往文件里追加了没有签名的内容${details['what'] === undefined ? '' : `，改动了${changeText(details)}`}。`,
  'signature-removed': ({ details }) => `${fieldText(details)}原来签过名，后来被去掉了。`,
  'bytes-appended': ({ details }) => `最后一个签名之后被追加了 ${details['bytes']} 个字节；它们不在任何签名之下。`,
  'signature-missing': ({ details }) =>
    `日志记着${details['name'] === undefined ? '' : ` ${details['name']} `}在${fieldText(details)}签过名，文件里没有。`,
  'older-revision': ({ details }) =>
    `这是较早的版本（${details['number']}）：后来又封存过一次（${details['newest']}），后面的签名不在这份文件里。`,
  'digest-differs': ({ details }) => `与日志不符：日志里这份文书封存时（${details['number']}）的文件不是这一份。`,
  'certificate-foreign': ({ nth, details }) => `${nth}用的证书不是日志里任何一台工作站的（${subjectText(details)}）。`,
  'authority-differs': ({ nth, details }) => `${nth}用的证书不是给出的根证书签发的（${subjectText(details)}）。`,
  'certificate-out-of-time': ({ nth }) => `${nth}的时间不在它的证书有效期之内。`,
  'other-kind': ({ details }) =>
    details['kind'] === 'rehearsal' ? '这是演练文书，不是正式考试的。' : '这是正式考试的文书，不能拿演练的日志核对。',
  'companion-wrong': () => '国密签名与文件不符。',
  'certificate-unknown': ({ nth }) => `${nth}用的证书是谁的，无从核对：没有给日志，也没有给根证书。`,
  'paper-unknown': () => '日志里没有这份文书：它是别的考核日的，或者出自没有汇总到这里的工作站。',
  'journal-missing': () => '没有给日志：后面的签名有没有被截去、这是不是最新的版本，无从核对。',
  'signed-apart': ({ details }) =>
    `这份文书在两台工作站上分别补签过：另有一份（${details['other']}），签名可能不同，两份都要保留。`,
  'fields-open': ({ details }) => `还有 ${String(details['fields']).split(' ').length} 个签名栏空着，等待补签。`,
  'ends-at-end': () => '最后一个签名盖到文件末尾，后面没有别的内容。',
  'journal-agrees': ({ details }) => `整个文件的摘要与日志记录 ${details['number']} 一致，是最新的版本。`,
  'companion-good': () => '国密签名（SM2/SM3）与文件相符。',
};

/** A certificate's name without the form it is written in. */
function subjectText({ subject }: SealFinding['details']): string {
  return `证书上写着：${String(subject).replace(/^CN=/, '')}`;
}

function fieldText(details: SealFinding['details']): string {
  const number = /^Sig(\d+)$/.exec(String(details['field']))?.[1];
  return number === undefined ? `签名栏 ${details['field']} ` : `第 ${number} 个签名栏`;
}

function changeText({ what, page }: SealFinding['details']): string {
  switch (what) {
    case 'page':
    case 'page-content':
      return `第 ${page} 页的内容`;
    case 'form':
      return '签名栏';
    case 'information':
      return '文件信息';
    default:
      return '文件里已有的内容';
  }
}

/** "李监考 · 监考员 · A 站 · A#41" of one signature. */
export function signatureTitle({ name, by, field, station, number }: SealVerdict['signatures'][number]): string {
  const known = name !== null && by === 'name' ? withoutPin(name) : name;
  const who = known ?? field ?? '不知是谁';
  return [who, ...(station === null ? [] : [`${station} 站`]), ...(number === null ? [] : [`记录 ${number}`])].join(
    ' · ',
  );
}
