import type { RecordSection } from '../../../shared/documents/room-record-view.ts';

/** A list of a paper: its rows, or what stands there where it has none. */
export function SheetSection({ section }: { readonly section: RecordSection }) {
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
