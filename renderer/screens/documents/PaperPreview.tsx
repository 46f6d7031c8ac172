import type { SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import { CorrectionPaper } from './CorrectionPaper.tsx';
import { NoticePaper } from './NoticePaper.tsx';
import { RecordPaper } from './RecordPaper.tsx';
import { ReportPaper } from './ReportPaper.tsx';

/** A signed paper laid out on screen as it is on paper: the same texts in the same order. */
export function PaperPreview({ content }: { readonly content: SignedPaperContent }) {
  switch (content.kind) {
    case 'room-record':
      return <RecordPaper content={content} />;
    case 'violation-notice':
      return <NoticePaper content={content} />;
    case 'incident-report':
      return <ReportPaper content={content} />;
    case 'correction':
      return <CorrectionPaper content={content} />;
  }
}
