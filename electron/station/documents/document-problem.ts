/** A text that the bundled fonts cannot draw whole, and where it stands. */
export interface MissingGlyph {
  readonly characters: readonly string[];
  readonly text: string;
  /** 考场 of the paper. */
  readonly room: string;
  /** The list it stands in ("违纪"); '' for the page itself and for a sheet's rows. */
  readonly section: string;
  /** Null when the text belongs to the page and to no candidate, e.g. the site's name. */
  readonly person: { readonly seat: string; readonly name: string } | null;
}

/** Why a paper could not be drawn; nothing has been drawn then. */
export type DocumentProblem =
  | { readonly code: 'glyph-missing'; readonly characters: readonly string[]; readonly where: readonly MissingGlyph[] }
  /** The drawing failed or its process died; the next paper gets a fresh one. For the log, never for a screen. */
  | { readonly code: 'renderer-failed'; readonly message: string };

/** A drawn file. */
export interface RenderedDocument {
  readonly bytes: Uint8Array;
  /** Of the whole file. */
  readonly pages: number;
  /** Of each paper in it, in order: one number where the file is one paper. */
  readonly partPages: readonly number[];
  /** Where people sign, one a line; none where it is no paper to be sealed. */
  readonly signatureFields: readonly SignatureField[];
}

/** A paper as it came out of its drawing. */
export interface DrawnPaper {
  readonly pages: number;
  /** What a program reads in the file: the code of its first page. */
  readonly keywords: string;
  readonly signatureFields: readonly SignatureField[];
}

/** The place of a signature, in points from the page's lower left corner. */
export interface SignatureField {
  /** 1-based. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
