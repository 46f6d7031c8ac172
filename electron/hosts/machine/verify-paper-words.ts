import { formatDate, formatMinute } from '../../../shared/domain/day-time.ts';
import { SEAL_OUTCOMES, sealFindingTexts, signatureTitle } from '../../../shared/documents/seal-words.ts';
import type { InspectProblem } from '../../../shared/domain/seal-inspection.ts';
import { SEAL_FINDINGS, type SealVerdict } from '../../../shared/domain/seal-verdict.ts';

/** What `npm run verify` says of a sealed paper, in lines. */
export function describeSeal(path: string, verdict: SealVerdict, journal: string | null): readonly string[] {
  const { signatures, findings, paper, sha256 } = verdict;
  const said = sealFindingTexts(findings);
  // Good by a certificate that anybody can have made: no word that alone would pass for an answer.
  const isWhose = findings.every(({ code }) => code !== 'certificate-unknown');
  const good = isWhose ? '有效' : '签名与文件相符，是谁签的无从核对';
  const of = (weights: readonly string[]) =>
    said.filter(({ code }) => weights.includes(SEAL_FINDINGS[code])).map(({ text }) => `  ${text}`);
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);
  return [
    `文件：${path}（只读，没有改动）`,
    `摘要：${sha256}（SHA-256）`,
    ...(journal === null ? [] : [`日志：${journal}（前后相符）`]),
    ...(paper === null ? [] : [`文书：${paper.room} 考场，第 ${paper.copy} 次打印，记录 ${paper.number}`]),
    ...section(
      '签名：',
      signatures.map(
        (one, index) => `  ${index + 1}. ${signatureTitle(one)}${timeText(one.at)}：${one.isGood ? good : '不能采信'}`,
      ),
    ),
    ...section('有问题：', of(['wrong'])),
    ...section('无从核对：', of(['open', 'note'])),
    ...section('已核对：', of(['good'])),
    '',
    `结论：${SEAL_OUTCOMES[verdict.outcome]}。`,
  ];
}

function timeText(at: number | null): string {
  return at === null ? '' : ` · ${formatDate(at)} ${formatMinute(at)}`;
}

/** 0 sound, 1 not sound, 2 cannot be told. */
export function exitCodeOfSeal({ outcome }: SealVerdict): 0 | 1 | 2 {
  return ({ sound: 0, wrong: 1, open: 2 } as const)[outcome];
}

/** Why a check did not come about. */
export type SealUnread = InspectProblem | 'missing' | 'journal-unsound' | 'not-a-certificate';

const UNREAD: Readonly<Record<SealUnread, string>> = {
  missing: '没有这个文件',
  'not-a-pdf': '不是 PDF 文件',
  'file-too-large': '文件超过 20 MB，不是本程序的文书',
  'file-unreadable': '文件读不通：它已损坏，或者不是本程序封存的',
  'journal-unsound': '日志本身有问题，不能拿它核对。请先单独核对它：npm run verify -- 日志文件',
  'not-a-certificate': '不是 PEM 格式的证书文件',
};

/** Why nothing was checked. */
export function describeSealUnread(path: string, why: SealUnread): readonly string[] {
  return [`文件：${path}`, `无法核对：${UNREAD[why]}。没有改动任何数据。`];
}
