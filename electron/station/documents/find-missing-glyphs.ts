import type { DocumentView } from '../../../shared/documents/document-view.ts';
import type { RecordSection } from '../../../shared/documents/room-record-view.ts';
import type { PrintableSignInSheet } from '../../../shared/documents/sign-in-sheet-view.ts';
import type { PrintableSignedPaper, SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import { assertNever } from '../../../shared/result.ts';
import type { MissingGlyph } from './document-problem.ts';
import type { FontChain } from './font-chain.ts';

type Place = Pick<MissingGlyph, 'room' | 'section' | 'person'>;
/** Strings (any value that holds some) of one place. */
type Piece = readonly [value: unknown, place: Place];

/**
 * Every text of a view that the fonts cannot draw, the page's own first, then the rows in order. Looks at all strings
 * of the view, drawn or not, so that no text is forgotten here when a paper grows a field.
 */
export function findMissingGlyphs(document: DocumentView, fonts: FontChain): readonly MissingGlyph[] {
  return piecesOf(document).flatMap(([value, place]) =>
    [...stringsIn(value)].flatMap((text) => {
      const characters = fonts.missing(text);
      return characters.length === 0 ? [] : [{ characters, text, ...place }];
    }),
  );
}

function piecesOf(document: DocumentView): readonly Piece[] {
  switch (document.kind) {
    case 'sign-in-sheet':
      return sheetPieces(document);
    case 'late-signature':
      return [[[document.note], { room: '', section: '', person: null }]];
    case 'signed-paper':
      return signedPaperPieces(document);
    case 'site-sheets':
      return [[document.title, { room: '', section: '', person: null }], ...document.sheets.flatMap(sheetPieces)];
    case 'package-codes':
    case 'recovery-sheet':
    case 'lot-result':
      return [[document.view, { room: '', section: '', person: null }]];
    case 'pre-exam-checks':
      return [[document.view, { room: document.view.room, section: '', person: null }]];
    default:
      return assertNever(document);
  }
}

function sheetPieces({ view }: PrintableSignInSheet): readonly Piece[] {
  const { pages, ...page } = view;
  const place = { room: view.room, section: '' };
  return [
    [[page, pages.map(({ rows: _, ...rest }) => rest)], { ...place, person: null }],
    ...pages
      .flatMap(({ rows }) => rows)
      .map((row): Piece => [row, { ...place, person: { seat: row.seat, name: row.name } }]),
  ];
}

function signedPaperPieces({ view }: PrintableSignedPaper): readonly Piece[] {
  const { content, signatures, ...page } = view;
  const signatureTexts = signatures.map(({ drawing: _, ...texts }) => texts);
  return [[[page, signatureTexts], { room: content.room, section: '', person: null }], ...contentPieces(content)];
}

function contentPieces(content: SignedPaperContent): readonly Piece[] {
  switch (content.kind) {
    case 'room-record':
    case 'incident-report': {
      const { sections, ...head } = content;
      const lists = sections.flatMap((section) => sectionPieces(section, content.room));
      return [[head, { room: content.room, section: '', person: null }], ...lists];
    }
    case 'violation-notice':
      return [[content, { room: content.room, section: '', person: null }]];
    case 'correction': {
      // What the paper says after it is not printed.
      const { after: _, ...printed } = content;
      return [[printed, { room: content.room, section: '', person: null }]];
    }
  }
}

function sectionPieces({ rows, ...section }: RecordSection, room: string): readonly Piece[] {
  const place = { room, section: section.title };
  return [
    [section, { ...place, person: null }],
    ...rows.map((row): Piece => {
      const [seat = '', name = ''] = row; // RECORD_PERSON_COLUMNS
      return [row, { ...place, person: name === '' ? null : { seat, name } }];
    }),
  ];
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* stringsIn(part);
}
