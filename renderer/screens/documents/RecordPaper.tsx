import type { RoomRecordContent } from '../../../shared/documents/room-record-view.ts';
import { SheetCounts, SheetHead } from './SheetHead.tsx';
import { SheetSection } from './SheetSection.tsx';

/** The record laid out as the paper is: the same texts in the same order. */
export function RecordPaper({ content }: { readonly content: RoomRecordContent }) {
  const { title, paper, counts, sumLines, sections } = content;
  return (
    <article className="sheet-paper figures" aria-label={`${title} ${paper}`}>
      <SheetHead {...content} />
      <SheetCounts counts={counts} />
      <p className="sheet-sum">{sumLines.join('；')}</p>
      {sections.map((section) => (
        <SheetSection key={section.title} section={section} />
      ))}
    </article>
  );
}
