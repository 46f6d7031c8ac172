import { PDF, PdfRef } from '@libpdf/core';
import { isMap, type PdfMap, type PdfValue, plainValue, refIn, textIn } from './pdf-values.ts';

/** A document as it stands at the end of one of its parts. */
export interface DocumentState {
  /** The object of this number; null where there is none. */
  object(number: number): PdfValue;
  /** Object numbers of the pages, in their order. */
  readonly pages: readonly number[];
  /** Object number of the form; null where the catalog holds it itself or there is none. */
  readonly form: number | null;
  readonly catalog: PdfMap;
  /** The signature fields. */
  readonly fields: readonly SignatureFieldState[];
}

export interface SignatureFieldState {
  readonly name: string;
  readonly number: number;
  /** Object number of its signature; null = it waits. */
  readonly signature: number | null;
}

const MOST_PAGES = 500;
const MOST_FIELDS = 200;

/** Reads the first bytes of a file, up to the end of a part. Throws on what cannot be read without guessing. */
export async function readDocumentState(bytes: Uint8Array, root: number): Promise<DocumentState> {
  const pdf = await PDF.load(bytes, { lenient: false });
  if (pdf.recoveredViaBruteForce) throw new Error('its tables lead nowhere');
  const object = (number: number): PdfValue => plainValue(pdf.getObject(PdfRef.of(number)));
  const catalog = mapOf(object(root));
  const formAt = refIn(catalog['AcroForm']);
  const form = formAt === null ? catalog['AcroForm'] : object(formAt);
  return { object, catalog, form: formAt, pages: readPages(catalog, object), fields: readFields(form, object) };
}

function mapOf(value: PdfValue | undefined): PdfMap {
  return isMap(value) ? value : {};
}

function refsIn(value: PdfValue | undefined, object: DocumentState['object']): readonly number[] {
  const at = refIn(value);
  const list = at === null ? value : object(at);
  return Array.isArray(list) ? list.flatMap((one: PdfValue) => refIn(one) ?? []) : [];
}

function readPages(catalog: PdfMap, object: DocumentState['object']): readonly number[] {
  const pages: number[] = [];
  const waiting = [refIn(catalog['Pages'])];
  for (let steps = 0; waiting.length > 0; steps += 1) {
    if (steps > MOST_PAGES * 2) throw new Error('more pages than a paper has');
    const number = waiting.shift() ?? null;
    const node = number === null ? {} : mapOf(object(number));
    if (node['Type'] === '/Page' && number !== null) pages.push(number);
    else waiting.unshift(...refsIn(node['Kids'], object));
  }
  return pages;
}

function readFields(form: PdfValue | undefined, object: DocumentState['object']): readonly SignatureFieldState[] {
  const numbers = refsIn(mapOf(form)['Fields'], object);
  if (numbers.length > MOST_FIELDS) throw new Error('more fields than a paper has');
  return numbers.flatMap((number) => {
    const field = mapOf(object(number));
    const name = textIn(field['T']);
    if (field['FT'] !== '/Sig' || name === null) return [];
    return [{ name, number, signature: refIn(field['V']) }];
  });
}
