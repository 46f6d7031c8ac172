import { createHmac } from 'node:crypto';
import { as, type CandidateId } from '../../../shared/ids.ts';
import type { DayKey, KeyPurpose } from './day-key.ts';

/** Hashes that tell equal from different, the same on every station of the day, and nothing once the key is gone. */
export interface KeyedHashes {
  /** A candidate's id of plan and ticket, both as compared (trimmed, full-width digits folded) by the caller. */
  candidateId(plan: string, ticket: string): CandidateId;
  /** 32 hex digits; equal texts have equal hashes within one purpose ('person', 'id-number', …) only. */
  keyedHash(purpose: string, text: string): string;
  /** 64 hex digits of a command's method and canonical input: tells a repetition from a misused command id. */
  commandHash(method: string, canonicalInput: string): string;
}

export function createKeyedHashes(dayKey: DayKey): KeyedHashes {
  const candidateKey = dayKey.subkey('candidate-id');
  const textKey = dayKey.subkey('keyed-hash');
  const commandKey = dayKey.subkey('command-hash');
  return {
    candidateId: (plan, ticket) => as<CandidateId>(hmac(candidateKey, ['candidate-id', plan, ticket]).slice(0, 32)),
    keyedHash: (purpose, text) => hmac(textKey, ['keyed-hash', purpose, text]).slice(0, 32),
    commandHash: (method, canonicalInput) => hmac(commandKey, ['command-hash', method, canonicalInput]),
  };
}

/** A list as JSON: ('1', '23') and ('12', '3') stay apart, and a lone surrogate has a text of its own. */
function hmac(key: Uint8Array, parts: readonly [KeyPurpose, ...string[]]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts), 'utf8').digest('hex');
}
