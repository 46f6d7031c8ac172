import { createHash } from 'node:crypto';
import type { InspectProblem, SealInspection } from '../../../shared/domain/seal-inspection.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { certificatesOf, checkCms } from './check-cms.ts';
import { contentsIn, dataUnder, findRanges } from './find-ranges.ts';
import { NO_PLACE, readStructure } from './read-structure.ts';

/**
 * Looks into a file; knows nothing of any journal. `authorities` are DER certificates that the asker trusts. Slow, and for
 * foreign bytes: to be run in a program of its own.
 */
export async function inspectSealFile(
  bytes: Uint8Array,
  authorities: readonly Uint8Array[],
): Promise<Result<Omit<SealInspection, 'companion'>, InspectProblem>> {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return err('not-a-pdf');
  const ranges = findRanges(bytes);
  const structure = await readStructure(bytes, ranges);
  const brought = ranges.flatMap((range) => certificatesOf(contentsIn(bytes, range)));
  const signatures = ranges.map(async (range, index) => {
    const cms = await checkCms(contentsIn(bytes, range), dataUnder(bytes, range), { authorities, brought });
    const { endsPart, ...place } = structure?.places[index] ?? NO_PLACE;
    const { end, isWholeRange } = range;
    const sha256 = digestOf(bytes.subarray(0, end));
    return { ...cms, ...place, end, sha256, isWholeRange: isWholeRange && (endsPart || structure === null) };
  });
  return ok({
    sizeBytes: bytes.length,
    sha256: digestOf(bytes),
    isStructureSound: structure !== null,
    appendedBytes: structure?.appendedBytes ?? 0,
    code: structure?.code ?? null,
    signatures: await Promise.all(signatures),
    unsignedParts: structure?.unsignedParts ?? [],
    brokenFields: structure?.brokenFields ?? [],
    openFields: structure?.openFields ?? [],
  });
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
