import type { MethodInput } from '../../shared/contract/methods.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { findPackageBody, type PackageHeader, readPackageHead } from '../../shared/package-file.ts';
import { valueOf } from './day-scenario.ts';
import { pdfText } from './poppler.ts';

/** A package as it lies on the stick, and the slips as they lie on the table. */
export interface PackageOnStick {
  readonly package: string;
  readonly file: Buffer;
  readonly header: PackageHeader;
  /** The printed sheet's text. */
  readonly slips: string;
  /** Four groups of each room. */
  readonly codes: ReadonlyMap<RoomNo, readonly string[]>;
}

/** Makes the package, saves the file piece by piece and reads the codes off the printed slips. */
export async function makePackage(client: StationClient, chief: StaffId): Promise<PackageOnStick> {
  const { package: no } = valueOf(await client.invoke('package.make', {}, { actor: chief }));
  const pieces: Buffer[] = [];
  for (let from = 0, size = 1; from < size; from += pieces.at(-1)?.length ?? size) {
    const piece = valueOf(await client.invoke('package.readFile', { package: no, from }, { actor: chief }));
    pieces.push(Buffer.from(piece.bytes, 'base64'));
    size = piece.sizeBytes;
  }
  const file = Buffer.concat(pieces);
  const { bytes } = valueOf(await client.invoke('package.readCodes', { package: no }, { actor: chief }));
  const slips = pdfText(Buffer.from(bytes, 'base64'));
  return { package: no, file, header: headerOf(file), slips, codes: codesOn(slips) };
}

/** What a room's page sends: the head, its own envelope and the code of its slip. */
export function takingIn(
  { file, codes }: Pick<PackageOnStick, 'file' | 'codes'>,
  room: string,
): MethodInput<'package.takeIn'> {
  const at = findPackageBody(file);
  const place = headerOf(file).rooms.find((one) => one.room === room);
  const groups = codes.get(as<RoomNo>(room));
  if (at === null || place === undefined || groups === undefined) throw new Error(`no room ${room} in the package`);
  return {
    head: file.subarray(0, at).toString('utf8'),
    room: place.room,
    envelope: file.subarray(at + place.from, at + place.from + place.size).toString('base64'),
    groups: [...groups],
  };
}

function headerOf(file: Buffer): PackageHeader {
  const head = readPackageHead(file.subarray(0, findPackageBody(file) ?? 0).toString('utf8'));
  if (!head.ok) throw new Error(head.error);
  return head.value.header;
}

/** Each slip begins with its room; its digits stand in threes. */
export function codesOn(slips: string): ReadonlyMap<RoomNo, readonly string[]> {
  const parts = slips.split(/^\s*(\S+) 考场\s/m).slice(1);
  return new Map(
    parts.flatMap((part, at) => {
      const groups = [...(parts[at + 1] ?? '').matchAll(/(?<!\d)(\d{3}) (\d{3})(?!\d)/g)].map(([, a, b]) => `${a}${b}`);
      return at % 2 === 0 ? [[as<RoomNo>(part), groups.slice(0, 4)] as const] : [];
    }),
  );
}
