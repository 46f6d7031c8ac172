import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';

/**
 * The paper that people at the door are judged by: the earlier one until the later one admits. It stays beyond the
 * earlier one's cut-off, for who comes then has come too late for it (R28) and not too early for the next.
 */
export function checkInPaper({ papers: { theory, practical } }: Timeline, now: number): PaperId {
  const [earlier, later] = practical.startsAt < theory.startsAt ? [practical, theory] : [theory, practical];
  return now >= later.entryOpensAt ? later.paper : earlier.paper;
}
