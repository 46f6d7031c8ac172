import type { SealInspection, SeenChange, SeenSignature } from './seal-inspection.ts';
import type { SealFinding } from './seal-verdict.ts';

/** What a sealed file shows by itself, with no journal beside it. */
export function judgeFile(inspection: SealInspection): readonly SealFinding[] {
  const { signatures, isStructureSound, appendedBytes, sizeBytes } = inspection;
  if (signatures.length === 0) {
    return [finding('not-sealed', null), ...(isStructureSound ? [] : [finding('structure-damaged', null)])];
  }
  const findings = [
    ...judgeContent(signatures),
    ...(isStructureSound ? [] : [finding('structure-damaged', null)]),
    ...signatures.flatMap((signature, index) => judgeSignature(signature, index + 1, isStructureSound)),
    ...inspection.brokenFields.map((field) => finding('signature-broken', null, { field })),
    ...inspection.unsignedParts.flatMap(({ after, changes }) => judgeUnsigned(after, changes)),
    ...(appendedBytes > 0 ? [finding('bytes-appended', null, { bytes: appendedBytes })] : []),
  ];
  const end = Math.max(...signatures.map((signature) => signature.end));
  const isAtEnd = end === sizeBytes;
  // Whatever made the tables unreadable, what follows the last signature is under none.
  if (!isAtEnd && !isStructureSound) findings.push(finding('bytes-appended', null, { bytes: sizeBytes - end }));
  const { openFields } = inspection;
  return [
    ...findings,
    ...(isAtEnd ? [finding('ends-at-end', null)] : []),
    ...(openFields.length > 0 ? [finding('fields-open', null, { fields: openFields.join(' ') })] : []),
  ];
}

/** The first that differs says where the change is; all after it are over the same bytes. */
function judgeContent(signatures: readonly SeenSignature[]): readonly SealFinding[] {
  const first = signatures.findIndex(({ content }) => content === 'differs');
  return first < 0 ? [] : [finding('content-changed', first + 1, { of: signatures.length })];
}

function judgeSignature(seen: SeenSignature, signature: number, isStructureSound: boolean): readonly SealFinding[] {
  const isBroken = seen.content === 'unreadable' || (seen.content === 'equal' && !seen.isByItsKey);
  return [
    ...(isBroken ? [finding('signature-broken', signature)] : []),
    ...(isStructureSound && seen.field === null ? [finding('signature-stray', signature)] : []),
    ...(seen.field !== null && !seen.isWholeRange ? [finding('range-incomplete', signature)] : []),
    ...seen.changes.map((change) =>
      change.what === 'signature-removed'
        ? finding('signature-removed', signature, detailsOf(change))
        : finding('rewritten', signature, detailsOf(change)),
    ),
  ];
}

function judgeUnsigned(after: number, changes: readonly SeenChange[]): readonly SealFinding[] {
  const removed = changes.filter(({ what }) => what === 'signature-removed');
  const others = changes.filter(({ what, field }) => what !== 'signature-removed' && !isFieldOf(removed, field));
  const said = [
    ...removed.map((change) => finding('signature-removed', after, detailsOf(change))),
    ...others.map((change) => finding('unsigned-part', after, detailsOf(change))),
  ];
  return said.length > 0 ? said : [finding('unsigned-part', after)];
}

/** That a field was rewritten when its signature was taken out is one thing, not two. */
function isFieldOf(removed: readonly SeenChange[], field: string | null): boolean {
  return field !== null && removed.some((one) => one.field === field);
}

function detailsOf({ what, page, field }: SeenChange): SealFinding['details'] {
  return { what, ...(page === null ? {} : { page }), ...(field === null ? {} : { field }) };
}

function finding(
  code: SealFinding['code'],
  signature: number | null,
  details: SealFinding['details'] = {},
): SealFinding {
  return { code, signature, details };
}
