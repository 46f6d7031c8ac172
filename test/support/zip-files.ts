import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; the declared figures default to the true ones. */
export interface ZipPart {
  readonly name: string;
  readonly content?: Uint8Array | string;
  readonly declaredUnpacked?: number;
  readonly declaredPacked?: number;
  readonly isStreamed?: boolean;
}

/** A zip archive made by hand, so that its directory can tell lies. */
export function aZip(parts: readonly ZipPart[], end: { readonly declaredEntries?: number } = {}): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '');
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.isStreamed === true ? 8 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(part.declaredPacked ?? packed.length, 20);
    entry.writeUInt32LE(part.declaredUnpacked ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, name, packed);
    directory.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(end.declaredEntries ?? parts.length, 8);
  tail.writeUInt16LE(end.declaredEntries ?? parts.length, 10);
  tail.writeUInt32LE(Buffer.concat(directory).length, 12);
  tail.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, tail]));
}
