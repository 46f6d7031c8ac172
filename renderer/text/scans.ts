import type { ScannedPaper } from '../../shared/contract/paper-scan-methods.ts';
import type { PaperId } from '../../shared/ids.ts';
import { DOCUMENT_LABELS } from './documents.ts';
import { PAPER_LABELS } from './words.ts';

type Row = ScannedPaper['filed'][number]['unclear'][number];

/** "001 考场 理论 考生签到表", with its number where it is a reprint. */
export function scannedPaperName({
  room,
  paper,
  kind,
  copy,
}: Pick<ScannedPaper, 'room' | 'kind' | 'copy'> & { readonly paper: PaperId | null }): string {
  const subject = paper === null ? '' : `${PAPER_LABELS[paper]} `;
  return `${room} 考场 ${subject}${DOCUMENT_LABELS[kind]}${copy > 1 ? ` 第 ${copy} 份` : ''}`;
}

/** "05 张三、12 李四": where to look on the paper. */
export function rowsText(rows: readonly Row[]): string {
  return rows.map(({ seat, name }) => `${String(seat).padStart(2, '0')} ${name}`.trim()).join('、');
}

/** Which pages are missing yet; '' once all are there. */
export function missingPagesText({ pages, filed }: Pick<ScannedPaper, 'pages' | 'filed'>): string {
  const there = new Set(filed.map(({ page }) => page));
  const missing = Array.from({ length: pages }, (_, index) => index + 1).filter((page) => !there.has(page));
  return missing.length === 0 ? '' : `还缺第 ${missing.join('、')} 页`;
}

/** A picture that a browser does not show. */
export const TIFF_NOT_SHOWN = 'TIFF 图片不能在这里显示，请另存后用看图软件打开。';
