import type { IncidentReportContent } from '../../../shared/documents/incident-report-view.ts';
import { SheetCounts, SheetHead, SheetStatements } from './SheetHead.tsx';
import { SheetSection } from './SheetSection.tsx';

/** 突发事件报告 as it is on paper. */
export function ReportPaper({ content }: { readonly content: IncidentReportContent }) {
  const { title, paper, counts, statements, sections } = content;
  return (
    <article className="sheet-paper figures" aria-label={`${title} ${paper}`}>
      <SheetHead {...content} />
      <SheetCounts counts={counts} />
      <SheetStatements statements={statements} />
      {sections.map((section) => (
        <SheetSection key={section.title} section={section} />
      ))}
    </article>
  );
}
