import type { ContractErrorCode } from '../../../shared/contract/call.ts';
import {
  findPackageBody,
  MOST_HEAD_BYTES,
  type PackageHeader,
  type PackageRoom,
  readPackageHead,
} from '../../../shared/package-file.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { base64Of } from '../../components/bytes-of.ts';

/** A package as it was chosen: its head read, its envelopes still in the file. */
export interface ChosenPackage {
  readonly file: Blob;
  readonly header: PackageHeader;
  /** The three lines as they stand in the file. */
  readonly head: string;
  /** Where the envelopes begin. */
  readonly bodyAt: number;
}

type ReadingFault = Extract<ContractErrorCode, 'package-unreadable' | 'package-of-other-version' | 'package-damaged'>;

/** Reads no more of the file than its head: a site's package may be long, and one room needs one envelope. */
export async function readPackage(file: Blob): Promise<Result<ChosenPackage, ReadingFault>> {
  const first = await read(file.slice(0, MOST_HEAD_BYTES));
  const bodyAt = first === null ? null : findPackageBody(first);
  if (first === null || bodyAt === null) return err('package-unreadable');
  const head = new TextDecoder().decode(first.subarray(0, bodyAt));
  const parsed = readPackageHead(head);
  if (parsed.ok) return ok({ file, header: parsed.value.header, head, bodyAt });
  return err(parsed.error === 'other-version' ? 'package-of-other-version' : 'package-unreadable');
}

/** One room's envelope, base64. */
export async function readEnvelope(
  { file, bodyAt }: ChosenPackage,
  { from, size }: PackageRoom,
): Promise<Result<string, ReadingFault>> {
  const bytes = await read(file.slice(bodyAt + from, bodyAt + from + size));
  return bytes === null ? err('package-damaged') : ok(base64Of(bytes));
}

/** Null where the stick was pulled out, or the file changed since it was chosen. */
async function read(part: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}
