import type { NoticePart, ViolationNoticeContent } from '../../../shared/documents/violation-notice-view.ts';
import { Mark } from '../../components/Mark.tsx';
import { NOTICE_PAPER } from '../../text/signed-papers.ts';
import { SheetFacts, SheetHead, SheetStatements } from './SheetHead.tsx';

/** 违规告知书 as it is on paper: what both parts say once, then what each part adds. */
export function NoticePaper({ content }: { readonly content: ViolationNoticeContent }) {
  const { title, paper, person, discovery, statements, parts } = content;
  return (
    <article className="sheet-paper figures" aria-label={`${title} ${paper}`}>
      <SheetHead {...content} />
      <SheetFacts facts={person} />
      <p className="sheet-boxes">
        <strong>{NOTICE_PAPER.found}</strong>
        {discovery
          .filter(({ isTicked }) => isTicked)
          .map(({ text }) => (
            <span key={text}>
              <Mark shape="done" /> {text}
            </span>
          ))}
      </p>
      <SheetStatements statements={statements} />
      {parts.map((part) => (
        <Part key={part.name} part={part} />
      ))}
    </article>
  );
}

function Part({ part: { name, use, statements, blanks, boxes } }: { readonly part: NoticePart }) {
  const byHand = [...blanks.map(({ label }) => label), ...boxes.map(({ text }) => text)];
  return (
    <section className="sheet-section sheet-part">
      <h4>
        {name}：{use}
      </h4>
      {statements.length > 0 && <SheetStatements statements={statements} />}
      <p className="sheet-by-hand">
        {NOTICE_PAPER.byHand}
        {byHand.join('；')}
      </p>
    </section>
  );
}
