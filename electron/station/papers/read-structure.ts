import { isSameValue } from '../../../shared/canonical.ts';
import type { SealInspection, SeenChange, SeenSignature } from '../../../shared/domain/seal-inspection.ts';
import { type DocumentState, readDocumentState } from './document-state.ts';
import { contentsIn, type SignedRange } from './find-ranges.ts';
import { judgeUpdate } from './judge-update.ts';
import { readPdfDate } from './pdf-date.ts';
import { type PdfSection, readSections } from './pdf-sections.ts';
import { bytesIn, isMap, type PdfMap, refIn, textIn } from './pdf-values.ts';

/** What the document itself says of one signature, and what came with it. */
export interface SignaturePlace extends Pick<SeenSignature, 'field' | 'reason' | 'location' | 'at' | 'changes'> {
  /** Its range ends where its part of the file ends. */
  readonly endsPart: boolean;
}

/** What a file's tables lead to. */
export interface FileStructure
  extends Pick<SealInspection, 'appendedBytes' | 'code' | 'unsignedParts' | 'brokenFields' | 'openFields'> {
  /** One a range, in their order. */
  readonly places: readonly SignaturePlace[];
}

/** Of a range that no table leads to. */
export const NO_PLACE: SignaturePlace = {
  field: null,
  reason: null,
  location: null,
  at: null,
  changes: [],
  endsPart: false,
};

/** Follows a file's tables through its parts; null where they are damaged or of a form that we never write. */
export async function readStructure(bytes: Uint8Array, ranges: readonly SignedRange[]): Promise<FileStructure | null> {
  const read = readSections(bytes);
  if (!read.ok) return null;
  try {
    return await follow(bytes, ranges, read.value);
  } catch {
    return null; // the library's many ways to say that bytes are no document
  }
}

async function follow(
  bytes: Uint8Array,
  ranges: readonly SignedRange[],
  { sections, appendedBytes }: { readonly sections: readonly PdfSection[]; readonly appendedBytes: number },
): Promise<FileStructure> {
  // What came before the first signature is under it, in however many parts it was written.
  const first = sections.findIndex((section) => ranges.some((range) => isIn(section, range)));
  const [original, ...updates] = sections.slice(first < 0 ? sections.length - 1 : first);
  if (original === undefined) throw new Error('no part at all');
  let previous = original;
  let state = await readDocumentState(bytes.subarray(0, original.end), original.root);
  const code = codeIn(state, original);
  const places = new Map<SignedRange, SignaturePlace>(
    placesIn(bytes, ranges, { section: original, state, changes: [] }),
  );
  const unsignedParts: { after: number; changes: readonly SeenChange[] }[] = [];
  for (const section of updates) {
    const before = state;
    state = await readDocumentState(bytes.subarray(0, section.end), section.root);
    const changes = judgeUpdate({ before, after: state, section, previous });
    const signed = placesIn(bytes, ranges, { section, state, changes });
    if (signed.length === 0) unsignedParts.push({ after: places.size, changes });
    for (const [range, place] of signed) places.set(range, place);
    previous = section;
  }
  const held = new Set([...places.values()].map(({ field }) => field));
  return {
    appendedBytes,
    code,
    unsignedParts,
    brokenFields: state.fields.flatMap(({ name, signature }) => (signature !== null && !held.has(name) ? [name] : [])),
    openFields: state.fields.filter(({ signature }) => signature === null).map(({ name }) => name),
    places: ranges.map((range) => places.get(range) ?? NO_PLACE),
  };
}

function isIn({ start, end }: PdfSection, { at }: SignedRange): boolean {
  return at >= start && at < end;
}

function codeIn(state: DocumentState, { info }: PdfSection): string | null {
  const information = info === null ? null : state.object(info);
  const keywords = isMap(information) ? information['Keywords'] : null;
  const at = refIn(keywords);
  return textIn(at === null ? keywords : state.object(at));
}

/** The ranges that this part of the file wrote, each held by a field of the document. */
function placesIn(
  bytes: Uint8Array,
  ranges: readonly SignedRange[],
  part: { readonly section: PdfSection; readonly state: DocumentState; readonly changes: readonly SeenChange[] },
): readonly (readonly [SignedRange, SignaturePlace])[] {
  const { section, state, changes } = part;
  return ranges.flatMap((range) => {
    if (!isIn(section, range)) return [];
    const [field, value] =
      state.fields
        .map(({ name, signature }) => [name, signature === null ? null : state.object(signature)] as const)
        .find(([, one]) => isMap(one) && isOf(one, range, bytes)) ?? [];
    if (field === undefined || !isMap(value)) return [];
    const place = {
      field,
      reason: textIn(value['Reason']),
      location: textIn(value['Location']),
      at: readPdfDate(textIn(value['M'])),
      changes,
      endsPart: range.end === section.end,
    };
    return [[range, place] as const];
  });
}

/** The dictionary says the very range and holds the very bytes that were checked. */
function isOf(signature: PdfMap, range: SignedRange, bytes: Uint8Array): boolean {
  const { gapStart, gapEnd, end } = range;
  const contents = bytesIn(signature['Contents']);
  const isThere = contents !== null && Buffer.from(contents).equals(contentsIn(bytes, range));
  return isThere && isSameValue(signature['ByteRange'], [0, gapStart, gapEnd, end - gapEnd]);
}
