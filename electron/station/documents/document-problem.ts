/** A text that the bundled fonts cannot draw whole, and whose row it stands in. */
export interface MissingGlyph {
  readonly characters: readonly string[];
  readonly text: string;
  /** Null when the text belongs to the page and to no candidate, e.g. the site's name. */
  readonly person: { readonly seat: string; readonly name: string } | null;
}

/** Why a paper could not be drawn; nothing has been drawn then. */
export type DocumentProblem =
  | { readonly code: 'glyph-missing'; readonly characters: readonly string[]; readonly where: readonly MissingGlyph[] }
  /** The drawing failed or its worker died; the next paper gets a fresh worker. For the log, never for a screen. */
  | { readonly code: 'renderer-failed'; readonly message: string };

/** A drawn paper. */
export interface RenderedDocument {
  readonly bytes: Uint8Array;
  readonly pages: number;
}
