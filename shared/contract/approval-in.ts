import type { Approval } from '../domain/course-events.ts';

/** The chief's approval that a method's input carries, be it within an extension; null for none. */
export function approvalIn(input: unknown): Approval | null {
  if (typeof input !== 'object' || input === null) return null;
  const { approval, extension } = input as { approval?: Approval | null; extension?: unknown }; // by its method's schema
  return approval ?? approvalIn(extension);
}
