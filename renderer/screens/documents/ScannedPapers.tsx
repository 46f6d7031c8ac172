import type { ScannedPaper } from '../../../shared/contract/paper-scan-methods.ts';
import { timeText } from '../../text/format.ts';
import { missingPagesText, scannedPaperName } from '../../text/scans.ts';
import { Findings } from './ScanOutcomes.tsx';

/** Which page to look at. */
export interface ScannedPage extends Pick<ScannedPaper, 'document'> {
  readonly page: number;
  readonly name: string;
}

interface ScannedPapersProps {
  readonly papers: readonly ScannedPaper[];
  readonly isOffice: boolean;
  readonly onShow: (page: ScannedPage) => void;
}

/** Paper by paper: which pages are filed, and which rows have no signature. */
export function ScannedPapers({ papers, isOffice, onShow }: ScannedPapersProps) {
  const complete = papers.filter(({ isComplete }) => isComplete).length;
  return (
    <section className="scanned" aria-label="各份文书">
      {papers.length > 0 && (
        <h3 className="card-title figures">
          归齐 {complete} / {papers.length} 份
        </h3>
      )}
      {papers.length === 0 && (
        <p className="quiet">
          {isOffice ? '还没有打印签到表。' : '本考场还没有打印由本机出的签到表。'}打印、手签之后，在这里归档。
        </p>
      )}
      <ul>
        {papers.map((paper) => (
          <PaperLine key={paper.document} paper={paper} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}

function PaperLine({ paper, onShow }: { readonly paper: ScannedPaper; readonly onShow: ScannedPapersProps['onShow'] }) {
  const name = scannedPaperName(paper);
  const { document, filed, isComplete } = paper;
  return (
    <li className="scanned-paper">
      <p className="scanned-head">
        <strong className="figures">{name}</strong>
        <span className={`tag figures ${isComplete ? 'tone-present' : filed.length > 0 ? 'tone-late' : ''}`}>
          {isComplete ? `${paper.pages} 页齐` : filed.length > 0 ? missingPagesText(paper) : '还没有归档'}
        </span>
      </p>
      {filed.map((page) => (
        <div key={page.page} className="scanned-page">
          <span className="quiet figures">
            第 {page.page} 页 {timeText(page.at)}
          </span>
          <div>
            <Findings {...page} />
          </div>
          <button
            type="button"
            className="button button-small"
            aria-label={`看 ${name} 第 ${page.page} 页`}
            onClick={() => onShow({ document, page: page.page, name: `${name} 第 ${page.page} 页` })}
          >
            看图
          </button>
        </div>
      ))}
    </li>
  );
}
