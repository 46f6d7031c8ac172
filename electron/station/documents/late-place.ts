import type { SignatureField } from './document-problem.ts';

/** What the note under a signature takes below its line: 5 mm, in points. */
export const NOTE_BELOW = (5 * 72) / 25.4;

/** The place of a signature with its note under the line. */
export function withNote(field: SignatureField): SignatureField {
  return { ...field, y: field.y - NOTE_BELOW, height: field.height + NOTE_BELOW };
}
