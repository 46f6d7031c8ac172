import type { CorrectionContent } from '../../../shared/documents/correction-view.ts';
import { CORRECTION_PAPER } from '../../text/signed-papers.ts';
import { SheetHead, SheetStatements } from './SheetHead.tsx';

/** 更正单 as it is on paper: what it corrects and why, then each difference beside what was sealed. */
export function CorrectionPaper({ content }: { readonly content: CorrectionContent }) {
  const { title, paper, statements, differences, emptyText } = content;
  return (
    <article className="sheet-paper figures" aria-label={`${title} ${paper}`}>
      <SheetHead {...content} />
      <SheetStatements statements={statements} />
      <section className="sheet-section">
        <h4>{CORRECTION_PAPER.list(differences.length)}</h4>
        {differences.length === 0 ? (
          <p>{emptyText}</p>
        ) : (
          <table className="sheet-table sheet-differences">
            <thead>
              <tr>
                {CORRECTION_PAPER.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={`${one.where}\n${one.what}\n${one.before}\n${one.after}`}>
                  <td>{[one.where, one.what].filter((text) => text !== '').join(' · ')}</td>
                  <td>{one.before}</td>
                  <td>{one.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </article>
  );
}
