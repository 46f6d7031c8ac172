import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventData } from '../../../shared/domain/events.ts';
import { sealedBoxSchema } from '../../../shared/domain/schema-parts.ts';
import type { DayId } from '../../../shared/ids.ts';
import { keepPaperFile, papersDir } from '../day/paper-files.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';

/** Whose scans they are. */
interface ScanPlace {
  readonly dataDir: string;
  readonly day: DayId;
  readonly keys: Pick<DayKeys, 'boxes'>;
}

/** Which page a picture is of. */
type ScannedPage = Pick<EventData<'PaperScanFiled'>, 'document' | 'page'>;

/**
 * Seals a picture as it came and writes it durably beside the papers; answers the digest of the sealed file. A page that
 * is filed again gets a file of its own. Throws when the disk does not take it.
 */
export function writeScan(place: ScanPlace, page: ScannedPage, picture: Uint8Array): string {
  const box = place.keys.boxes.sealBytes(...PLACES.paperScan, picture);
  const file = digestOf(Buffer.from(JSON.stringify(box), 'utf8'));
  keepPaperFile(scanPath(place, { ...page, file }), box);
  return file;
}

/** The picture that was recorded; null where its file is gone, is another, or does not open. */
export function readScan(place: ScanPlace, scan: ScannedPage & { readonly file: string }): Uint8Array | null {
  let content: Buffer;
  try {
    content = readFileSync(scanPath(place, scan));
  } catch {
    return null;
  }
  if (digestOf(content) !== scan.file) return null;
  // The digest stood in the record: the bytes are our own, a box by their making.
  const box = sealedBoxSchema.parse(JSON.parse(content.toString('utf8')));
  const opened = place.keys.boxes.openBytes(...PLACES.paperScan, box);
  return opened.ok ? opened.value : null;
}

function scanPath({ dataDir, day }: ScanPlace, { document, page, file }: ScannedPage & { readonly file: string }) {
  return join(papersDir(dataDir, day), `${document}-${page}-${file.slice(0, 8)}.scan.sealed`);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
