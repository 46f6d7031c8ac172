import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/* The floor of an import of photos: decodes every picture of the folder named as argument and makes it small, and ends. */

/** What this process sends. */
export interface BarePhotos {
  readonly pictures: number;
}

const { default: sharp } = await import('sharp');
const dir = process.argv[2] ?? '';
let pictures = 0;
for (const name of readdirSync(dir)) {
  const small = sharp(readFileSync(join(dir, name)))
    .resize({ width: 295, height: 413, fit: 'inside' })
    .jpeg();
  pictures += await small.toBuffer().then(
    () => 1,
    () => 0,
  );
}
const done: BarePhotos = { pictures };
process.send?.(done, () => process.disconnect());
