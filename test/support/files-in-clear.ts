import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where one of these texts stands in clear in a folder, in UTF-8 or UTF-16: "file: text", nothing where none does. */
export function textsInClear(dir: string, needles: readonly string[]): readonly string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const isThere = (needle: string) =>
      bytes.includes(Buffer.from(needle, 'utf8')) || bytes.includes(Buffer.from(needle, 'utf16le'));
    return needles.filter(isThere).map((needle) => `${entry.name}: ${needle}`);
  });
}
