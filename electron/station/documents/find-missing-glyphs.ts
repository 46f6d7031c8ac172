import type { DocumentView } from '../../../shared/documents/document-view.ts';
import type { MissingGlyph } from './document-problem.ts';
import type { FontChain } from './font-chain.ts';

/**
 * Every text of a view that the fonts cannot draw, the page's own first, then the rows in order. Looks at all strings
 * of the view, drawn or not, so that no text is forgotten here when a paper grows a field.
 */
export function findMissingGlyphs(document: DocumentView, fonts: FontChain): readonly MissingGlyph[] {
  const { pages, ...page } = document.view;
  const rows = pages.flatMap((each) => each.rows);
  return [
    ...missingIn([page, pages.map(({ rows: _, ...rest }) => rest)], null, fonts),
    ...rows.flatMap((row) => missingIn(row, { seat: row.seat, name: row.name }, fonts)),
  ];
}

function missingIn(value: unknown, person: MissingGlyph['person'], fonts: FontChain): readonly MissingGlyph[] {
  return [...stringsIn(value)].flatMap((text) => {
    const characters = fonts.missing(text);
    return characters.length === 0 ? [] : [{ characters, text, person }];
  });
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* stringsIn(part);
}
