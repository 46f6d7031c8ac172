import type { ScannedPaper } from '../../../shared/contract/paper-scan-methods.ts';
import type { SeatNo } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { errorText } from '../../text/errors.ts';
import { rowsText, scannedPaperName } from '../../text/scans.ts';
import type { ScanOutcome } from './use-paper-scans.ts';

interface ScanOutcomesProps {
  readonly outcomes: readonly ScanOutcome[];
  /** What is known of their papers by now. */
  readonly papers: readonly ScannedPaper[];
  readonly isBusy: boolean;
  /** This copy is the signed one. */
  readonly onOlder: (file: File) => void;
}

/** What became of the files chosen here, the last first. */
export function ScanOutcomes({ outcomes, papers, isBusy, onOlder }: ScanOutcomesProps) {
  if (outcomes.length === 0) return null;
  return (
    <ul className="scan-outcomes" aria-live="polite" aria-label="刚才选的图片">
      {outcomes.map(({ key, file, filed, error }) => {
        const page = filed === null ? null : (pageOf(papers, filed) ?? filed);
        return (
          <li
            key={key}
            className={`notice ${page === null ? 'tone-violation' : isClean(page) ? 'tone-present' : 'tone-late'}`}
          >
            <Mark shape={page === null ? 'forbidden' : isClean(page) ? 'done' : 'late'} />
            <div>
              {filed !== null && page !== null && (
                <>
                  <p className="notice-what figures">
                    {scannedPaperName(filed)} 第 {filed.page} 页 已归档
                  </p>
                  <Findings {...page} />
                </>
              )}
              {error !== null && (
                <>
                  <p className="notice-what figures">没有归档：{errorText(error).what}</p>
                  <p className="notice-todo">{errorText(error).todo}</p>
                </>
              )}
              <p className="scan-file">{file.name}</p>
            </div>
            {error?.code === 'paper-older-copy' && (
              <button type="button" className="button button-small" disabled={isBusy} onClick={() => onOlder(file)}>
                就归这一份
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface Findings {
  readonly rows: number | null;
  readonly unsigned: readonly { readonly seat: SeatNo; readonly name: string; readonly isAway?: boolean }[];
  readonly unclear: ScannedPaper['filed'][number]['unclear'];
}

function pageOf(papers: readonly ScannedPaper[], filed: NonNullable<ScanOutcome['filed']>): Findings | undefined {
  const paper = papers.find(({ document }) => document === filed.document);
  return paper?.filed.find(({ page }) => page === filed.page);
}

function isClean({ unsigned, unclear }: Findings): boolean {
  return unclear.length === 0 && unsigned.every(({ isAway }) => isAway === true);
}

/** Rows of a page that somebody has to look at. */
export function Findings({ rows, unsigned, unclear }: Findings) {
  if (rows === null || rows === 0) return null;
  const away = unsigned.filter(({ isAway }) => isAway === true);
  const missing = unsigned.filter(({ isAway }) => isAway !== true);
  return (
    <>
      {missing.length > 0 && (
        <p className="scan-rows figures">
          <strong>缺签 {missing.length}：</strong>
          {rowsText(missing)}
        </p>
      )}
      {unclear.length > 0 && (
        <p className="scan-rows figures">
          <strong>看不清 {unclear.length}，请看纸面：</strong>
          {rowsText(unclear)}
        </p>
      )}
      {missing.length === 0 && unclear.length === 0 && (
        <p className="scan-rows figures">应签的 {rows - away.length} 行都有签名。</p>
      )}
      {away.length > 0 && (
        <p className="scan-rows quiet figures">
          没有签名、也不应有（缺考或拒绝入场）{away.length}：{rowsText(away)}
        </p>
      )}
    </>
  );
}
