declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 考核日: the first 32 hex digits of the SHA-256 of the day's genesis, so that the id itself fixes the day's kind. */
export type DayId = Brand<string, 'DayId'>;
/** A station, named by the first 16 hex digits of the SHA-256 of its Ed25519 public key. */
export type StationId = Brand<string, 'StationId'>;
/** A candidate 考生: 32 hex digits of HMAC(day key, plan + ticket); the same on every station of the day. */
export type CandidateId = Brand<string, 'CandidateId'>;
/** A member of the day's staff 考务人员. */
export type StaffId = Brand<string, 'StaffId'>;
/** Made by the client for each command; the same id gets the same answer. */
export type CommandId = Brand<string, 'CommandId'>;
/** 考场编号 as printed on the door, leading zeros kept ("001"). */
export type RoomNo = Brand<string, 'RoomNo'>;
/** 座位号 without leading zeros, 1-based. */
export type SeatNo = Brand<number, 'SeatNo'>;
/** An issued paper (文书), unique within the day. */
export type DocumentId = Brand<string, 'DocumentId'>;

/** 科目: 理论 theory or 实操 practical. */
export type PaperId = 'theory' | 'practical';
export const PAPER_IDS: readonly PaperId[] = ['theory', 'practical'];

/** 级别: 初级, 中级, 高级. */
export type Level = 'elementary' | 'intermediate' | 'advanced';
export const LEVELS: readonly Level[] = ['elementary', 'intermediate', 'advanced'];

/**
 * Brands a string or number that its caller has just made or parsed as this kind of id.
 * The one place where an id is cast; everywhere else ids keep their type.
 */
export function as<Id extends string | number>(value: Unbranded<Id>): Id {
  return value as unknown as Id; // a brand exists only at compile time
}
type Unbranded<Id> = Id extends string ? string : number;

/**
 * Whether a text can name something in a record. What every object has from birth ('constructor', '__proto__') cannot: it
 * would be found in any record, and stored in none.
 */
export function isRecordKey(text: string): boolean {
  return !(text in Object.prototype);
}
