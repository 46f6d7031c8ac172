import { createHmac, timingSafeEqual } from 'node:crypto';
import { readDigits } from '../../../shared/code-groups.ts';
import type { EventData } from '../../../shared/domain/events.ts';
import { APPROVAL_CODES, type ScryptFigures } from '../../../shared/domain/package-events.ts';
import type { ApprovalCodeEntry } from '../../../shared/domain/package-state.ts';
import type { DayId, RoomNo } from '../../../shared/ids.ts';
import type { Ids, Ports, SecretStore } from '../ports.ts';
import { deriveSlowly } from './scrypt.ts';

const SECRET_BYTES = 32;
const SALT_BYTES = 16;
const CODE_DIGITS = 8;
/** About 40 ms a guess: all codes of eight digits take a computer weeks, and the day is over. */
const IN_EARNEST: ScryptFigures = { n: 16_384, r: 8, p: 1 };

/** What the office's codes of a day are made of; the office's computer alone has it, and no copy ever. */
export function findApprovalSecret(day: DayId, secrets: SecretStore): Uint8Array | null {
  const secret = secrets.read(secretName(day));
  return secret?.length === SECRET_BYTES ? secret : null;
}

/** The same, made where there is none: codes that rooms were given under another one are no longer answered. */
export function ensureApprovalSecret(
  day: DayId,
  { ids, secrets }: { readonly ids: Ids; readonly secrets: SecretStore },
): Uint8Array {
  const known = findApprovalSecret(day, secrets);
  if (known !== null) return known;
  const made = ids.bytes(SECRET_BYTES);
  secrets.write(secretName(day), made);
  return made;
}

/** The eight digits that approve a room's request of this number, the same whenever they are asked for. */
export function approvalCodeOf(secret: Uint8Array, room: RoomNo, number: number): string {
  const text = JSON.stringify(['proctor-station approval code v1', room, number]);
  const mac = createHmac('sha256', secret).update(text, 'utf8').digest();
  // 2^48 over 10^8: each code is as likely as any other to one part in a million.
  return String(mac.readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

/** All of a room's codes as the room may have them: salted and slow to guess. */
export async function listApprovalCodes(
  secret: Uint8Array,
  room: RoomNo,
  { ids, codeCost: kdf = IN_EARNEST }: Pick<Ports, 'ids' | 'codeCost'>,
): Promise<EventData<'ApprovalCodesListed'>> {
  // As many at once as the system's own pool takes; 16 MiB each.
  const codes = await Promise.all(
    Array.from({ length: APPROVAL_CODES }, async (_, at) => {
      const number = at + 1;
      const salt = ids.bytes(SALT_BYTES);
      const hash = await deriveSlowly(bytesOf(approvalCodeOf(secret, room, number)), salt, kdf);
      return { number, salt: Buffer.from(salt).toString('base64'), hash: hash.toString('base64') };
    }),
  );
  return { room, kdf, codes };
}

/** Whether this is the code of the entry, as it was typed: blanks and full-width digits are read over. */
export async function isApprovalCode(entry: ApprovalCodeEntry, code: string): Promise<boolean> {
  const digits = readDigits(code);
  if (digits?.length !== CODE_DIGITS) return false;
  const hash = await deriveSlowly(bytesOf(digits), Buffer.from(entry.salt, 'base64'), entry.kdf);
  const known = Buffer.from(entry.hash, 'base64');
  return known.length === hash.length && timingSafeEqual(known, hash);
}

function bytesOf(code: string): Uint8Array {
  return Buffer.from(code, 'ascii');
}

function secretName(day: DayId): string {
  return `approvals-${day}`;
}
