import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { DayId, StaffId } from '../../shared/ids.ts';
import { formatRecoveryCode } from '../../shared/recovery-code.ts';
import { valueOf } from './day-scenario.ts';
import { pdfText } from './poppler.ts';

/** A 恢复单 as the chief holds it in his hand. */
export interface SheetOnPaper {
  readonly sheet: string;
  readonly groups: readonly string[];
}

/** Makes a 恢复单 in place of the one that is there, and reads its code off the printed page. */
export async function printSheet(
  client: StationClient,
  chief: StaffId,
  replaces: string | null = null,
): Promise<SheetOnPaper> {
  const { sheet } = valueOf(await client.invoke('recovery.issueSheet', { replaces }, { actor: chief }));
  const { bytes } = valueOf(await client.invoke('recovery.readSheet', { sheet }, { actor: chief }));
  return { sheet, groups: groupsOnPaper(pdfText(Buffer.from(bytes, 'base64'))) };
}

/** The same, typed back at once. */
export async function checkedSheet(
  client: StationClient,
  chief: StaffId,
  replaces: string | null = null,
): Promise<SheetOnPaper> {
  const paper = await printSheet(client, chief, replaces);
  valueOf(await client.invoke('recovery.checkSheet', { groups: [...paper.groups] }, { actor: chief }));
  return paper;
}

/** The eight groups of a page's text: its lines of six digits, each set in two threes; a fingerprint is none. */
function groupsOnPaper(text: string): readonly string[] {
  const groups = [...text.matchAll(/(?<![\da-f])(\d{3}) (\d{3})(?![\da-f])/g)].map(
    ([, one = '', other = '']) => one + other,
  );
  if (groups.length !== 8) throw new Error(`not eight groups on the sheet: ${JSON.stringify(text)}`);
  return groups;
}

/** The code of a 恢复单 that was not typed back yet, as it stands on the paper. */
export function printedCode(dataDir: string, day: DayId): readonly string[] {
  const secret = createFileSecretStore(join(dataDir, 'secrets')).read(`recovery-${day}`);
  if (secret === null) throw new Error('no sheet is waiting to be typed back');
  return formatRecoveryCode(secret);
}
