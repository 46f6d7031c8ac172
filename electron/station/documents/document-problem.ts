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
}
