import { isSameValue } from '../../../shared/canonical.ts';
import type { SeenChange } from '../../../shared/domain/seal-inspection.ts';
import type { DocumentState, SignatureFieldState } from './document-state.ts';
import type { PdfSection } from './pdf-sections.ts';
import { isMap, listIn, type PdfMap, type PdfValue, refIn } from './pdf-values.ts';

/** One update: the document before and after it, and what it wrote. */
export interface Update {
  readonly before: DocumentState;
  readonly after: DocumentState;
  readonly section: PdfSection;
  readonly previous: PdfSection;
}

/**
 * What an update changed beside what a late signature needs: its value in a field that waited, and the drawing laid on its
 * line (a stamp). Objects are compared as values, so that one written again unchanged is no change.
 */
export function judgeUpdate(update: Update): readonly SeenChange[] {
  const { before, after, section, previous } = update;
  const removed = before.fields.flatMap((field) => {
    const now = after.fields.find(({ name }) => name === field.name);
    return field.signature !== null && now?.signature !== field.signature
      ? [change('signature-removed', null, field.name)]
      : [];
  });
  const isMoved = section.root !== previous.root || section.info !== previous.info;
  const rewritten = [...section.objects.keys(), ...section.deleted].flatMap((number) => {
    const old = before.object(number);
    if (old === null) return []; // new, and reachable only through an object that is judged here
    const now = after.object(number);
    return isSameValue(old, now) ? [] : (judgeObject(update, { number, old, now }) ?? []);
  });
  return withoutRepeats([...removed, ...(isMoved ? [change('other', null)] : []), ...rewritten]);
}

/** What readers let be added to a signed page. */
const DRAWINGS: readonly PdfValue[] = ['/Stamp', '/Ink'];

interface Rewritten {
  readonly number: number;
  readonly old: PdfValue;
  readonly now: PdfValue;
}

/** Null where it is what signing needs. */
function judgeObject(update: Update, rewritten: Rewritten): SeenChange | null {
  const { before, section } = update;
  const { number, old, now } = rewritten;
  const field = before.fields.find((one) => one.number === number);
  if (field !== undefined) return isSigned(field, rewritten) ? null : change('form', null, field.name);
  const page = before.pages.indexOf(number);
  if (page >= 0) return hasOnlyNewDrawing(update, rewritten) ? null : change('page', page + 1);
  if (number === before.form)
    return differsOnlyIn(old, now, ['SigFlags', 'NeedAppearances']) ? null : change('form', null);
  if (number === section.info) return differsOnlyIn(old, now, ['ModDate']) ? null : change('information', null);
  const holder = before.pages.findIndex((one) => isPartOf(before.object(one), number));
  if (holder < 0) return change('other', null);
  const annotations = mapOf(before.object(before.pages[holder] ?? 0))['Annots'];
  if (refIn(annotations) === number) return addsOnlyDrawings(update, old, now) ? null : change('page', holder + 1);
  return change('page-content', holder + 1);
}

/** A field that waited has got its value; libpdf makes it a widget then. It must not begin to show anything. */
function isSigned(field: SignatureFieldState, { old, now }: Rewritten): boolean {
  const hasWaited = field.signature === null && refIn(mapOf(now)['V']) !== null;
  return hasWaited && differsOnlyIn(old, now, ['V', 'Kids', 'Type', 'Subtype', 'F', 'P', 'Rect']);
}

function hasOnlyNewDrawing(update: Update, { old, now }: Rewritten): boolean {
  return differsOnlyIn(old, now, ['Annots']) && addsOnlyDrawings(update, mapOf(old)['Annots'], mapOf(now)['Annots']);
}

/** All that was there is there, and what came is drawings that this very update wrote, and signature fields. */
function addsOnlyDrawings(update: Update, old: PdfValue | undefined, now: PdfValue | undefined): boolean {
  const had = listOf(update.before, old);
  const has = listOf(update.after, now);
  if (!had.every((one) => has.some((other) => isSameValue(one, other)))) return false;
  return has
    .filter((one) => !had.some((other) => isSameValue(one, other)))
    .every((one) => {
      const number = refIn(one);
      if (number === null) return false;
      const annotation = mapOf(update.after.object(number));
      const isDrawing = DRAWINGS.includes(annotation['Subtype'] ?? null) && update.before.object(number) === null;
      return isDrawing || update.before.fields.some((field) => field.number === number);
    });
}

function listOf(state: DocumentState, value: PdfValue | undefined): readonly PdfValue[] {
  const at = refIn(value);
  return listIn(at === null ? value : state.object(at));
}

function differsOnlyIn(old: PdfValue, now: PdfValue, keys: readonly string[]): boolean {
  if (!isMap(old) || !isMap(now)) return false;
  const without = (map: PdfMap) => Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
  return isSameValue(without(old), without(now));
}

function mapOf(value: PdfValue | undefined): PdfMap {
  return isMap(value) ? value : {};
}

function isPartOf(page: PdfValue, number: number): boolean {
  if (Array.isArray(page)) return page.some((one: PdfValue) => isPartOf(one, number));
  if (!isMap(page)) return refIn(page) === number;
  return Object.entries(page).some(([key, value]) => key !== 'Parent' && isPartOf(value, number));
}

function change(what: SeenChange['what'], page: number | null, field: string | null = null): SeenChange {
  return { what, page, field };
}

function withoutRepeats(changes: readonly SeenChange[]): readonly SeenChange[] {
  return changes.filter((one, index) => changes.findIndex((other) => isSameValue(one, other)) === index);
}
