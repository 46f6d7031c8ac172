import type { RecordSection, RoomRecordContent } from '../../../shared/documents/room-record-view.ts';

/** The record laid out as the paper is: the same texts in the same order. */
export function RecordPaper({ content }: { readonly content: RoomRecordContent }) {
  const { title, exam, room, place, paper, facts, counts, sumLines, sections, source } = content;
  return (
    <article className="sheet-paper figures" aria-label={`${title} ${paper}`}>
      {source.kind === 'rehearsal' && <p className="sheet-rehearsal">演练</p>}
      <header className="sheet-head">
        <div>
          <h3 className="sheet-title">{title}</h3>
          <p>{exam}</p>
        </div>
        <p className="sheet-room">
          考场 <strong>{room}</strong>
          <span>
            {place} {paper}
          </span>
        </p>
      </header>
      <dl className="sheet-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="sheet-counts">
        {counts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="sheet-sum">{sumLines.join('；')}</p>
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: RecordSection }) {
  const { title, columns, rows, emptyText, wideColumn } = section;
  if (rows.length === 0) {
    return (
      <p className="sheet-empty">
        <strong>{title}</strong>
        {emptyText}
      </p>
    );
  }
  return (
    <section className="sheet-section">
      <h4>
        {title} {rows.length}
      </h4>
      <table className="sheet-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\n')}>
              {row.map((cell, index) => (
                <td key={columns[index]} className={index === wideColumn ? 'sheet-wide' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
