import { z } from 'zod';
import { paperSchema, roomNoSchema } from '../domain/schema-parts.ts';
import type { ContractErrorCode } from './call.ts';

/** 'session' = anybody at this computer; 'staff' = a member of staff of the day must be named as acting person. */
export type Permission = 'session' | 'staff' | 'first-start';

/** One line of the contract. */
export interface Method<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  /** Codes it can answer with beside the ones every call can (bad-input, no-session, internal, …). */
  readonly errors: readonly ContractErrorCode[];
}

/** Asks; changes nothing that is kept. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  permission: Permission,
  input: I,
  output: O,
  errors: readonly ContractErrorCode[] = [],
): Method<I, O> {
  return { kind: 'query', permission, input, output, errors };
}

/** Changes the record; a repeated command id gets the same answer. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  permission: Permission,
  input: I,
  output: O,
  errors: readonly ContractErrorCode[],
): Method<I, O> {
  return { kind: 'command', permission, input, output, errors };
}

/** No input. */
export const nothing = z.strictObject({});

/** Whoever acts is of the day's staff, in a role that may (D1). */
export const acting = [
  'no-day',
  'actor-unknown',
  'actor-left',
  'actor-unassigned',
  'role-not-allowed',
] as const satisfies readonly ContractErrorCode[];
/** 补录 (D2). */
export const backfill = [
  'second-person-missing',
  'second-person-same',
  'second-person-not-in-room',
  'second-not-confirmed',
  'reason-missing',
  'occurred-in-future',
] as const satisfies readonly ContractErrorCode[];

/** 批准 (D22), of every act that carries one. */
export const approving = [
  'approver-not-chief',
  'approver-not-confirmed',
  'approval-code-wrong',
  'approval-code-used',
] as const satisfies readonly ContractErrorCode[];

/** Of one room's paper. */
export const inPaper = { room: roomNoSchema, paper: paperSchema };
/** What somebody writes in his own words; sealed before it is stored. */
export const freeTextSchema = z.string().trim().min(1).max(1000);
/** Acts in the room, by its staff. */
export const onSpot = [...acting, ...backfill, 'station-not-bound', 'room-not-here'] as const;
/** About one person of the list. */
export const named = ['candidate-unknown', 'candidate-withdrawn', 'paper-not-taken'] as const;
