import type { ViolationDiscovery } from '../../../shared/domain/events.ts';
import type { ViolationClass, ViolationKind } from '../../../shared/domain/violations.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';

/** What stands in the form of 违纪登记 so far. */
export interface ViolationDraft {
  readonly code: string | null;
  readonly discovery: ViolationDiscovery;
  readonly facts: string;
  readonly held: string;
  readonly isTicketHeld: boolean;
  readonly second: StaffId | null;
  /** As typed; '' = now. */
  readonly time: string;
  /** Why it is written later than it happened. */
  readonly reason: string;
}

/** When it happened: null = now; 'wrong' where the text is no time of the day, or one still to come. */
export function draftTime({ time }: Pick<ViolationDraft, 'time'>, now: number): number | null | 'wrong' {
  if (time.trim() === '') return null;
  const at = parseClockEntry(time, now);
  return at === null || at > now ? 'wrong' : at;
}

/** What is still missing before two people can stand by it, in the words of the form; null when nothing is. */
export function missingIn(draft: ViolationDraft, now: number): string | null {
  if (draft.code === null) return '请选择违规代码';
  if (draft.facts.trim() === '') return '请写违规事实';
  if (draft.second === null) return '请选择另一名监考员';
  const at = draftTime(draft, now);
  if (at === 'wrong') return '请改正发生时间';
  return at !== null && draft.reason.trim() === '' ? '请写为什么现在才记' : null;
}

const CLASSES: readonly ViolationClass[] = ['discipline', 'cheating', 'disorder'];

export interface ViolationGroup {
  readonly class: ViolationClass;
  readonly kinds: readonly ViolationKind[];
}

/** The catalogue by class, narrowed by a code's beginning, a word of the behaviour or an article; empty classes are left out. */
export function groupViolations(kinds: readonly ViolationKind[], query: string): readonly ViolationGroup[] {
  const sought = query.trim().toUpperCase();
  const matches = kinds.filter(
    ({ code, behaviour, article }) =>
      sought === '' || code.startsWith(sought) || behaviour.includes(sought) || article.includes(sought),
  );
  return CLASSES.map((one) => ({ class: one, kinds: matches.filter((kind) => kind.class === one) })).filter(
    (group) => group.kinds.length > 0,
  );
}
