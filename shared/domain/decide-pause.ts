import { err, ok } from '../result.ts';
import { asksCutoff } from './adjustment-outlook.ts';
import type { DecideContext } from './commands.ts';
import { timelineFacts } from './course.ts';
import type { PausePaper, ResumePaper } from './course-commands.ts';
import { refuseApproval } from './approvals.ts';
import { findCoursePlace } from './course-place.ts';
import { minutes } from './day-time.ts';
import { delayEvents, shiftEvent } from './decide-shift.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { judgeCollision, withFact } from './next-paper.ts';
import type { DayState } from './state.ts';
import { pauseAt } from './timeline.ts';

/** 暂停 (D24): while the paper runs, from its start on (before it a paper is delayed), once at a time. */
export function decidePausePaper(state: DayState, command: PausePaper, context: DecideContext): Decision {
  const place = findCoursePlace(state, command, context);
  if (!place.ok) return place;
  const { paper, when, scope } = place.value;
  const since = paper.pausedSince ?? pauseAt(paper, when)?.since ?? null;
  if (since !== null) return refuse('already-paused', 'D24', { at: since });
  if (when < paper.startsAt || when >= paper.lastEndsAt)
    return refuse('paper-not-running', 'D24', { startsAt: paper.startsAt, endsAt: paper.lastEndsAt });
  return accept({
    type: 'PaperPaused',
    data: { why: command.why },
    room: scope,
    paper: command.paper,
    occurredAt: when,
  });
}

/** 恢复 (D24): with the lost time, and in the same breath the extension that makes up for it, if the chief gives one. */
export function decideResumePaper(state: DayState, command: ResumePaper, context: DecideContext): Decision {
  const found = findCoursePlace(state, command, context);
  if (!found.ok) return found;
  const place = found.value;
  const { paper, when, scope } = place;
  // The clock itself is never held against anybody: it may have been set back since the pause (CK3).
  const since = context.occurredAt === null ? paper.pausedSince : (pauseAt(paper, when)?.since ?? null);
  if (since === null) return refuse('not-paused', 'D24');
  const resumed = {
    type: 'PaperResumed',
    data: { lostMs: Math.max(0, when - since) },
    room: scope,
    paper: command.paper,
    occurredAt: when,
  } as const;
  const { extension } = command;
  if (extension === null) return accept(resumed);
  const unapproved = refuseApproval(state, extension.approval, scope, context);
  if (unapproved !== null) return err(unapproved);
  if (asksCutoff(paper, since) && extension.cutoff === null)
    return refuse('cutoff-unanswered', 'R28', { closesAt: paper.entryClosesAt });
  const movesCutoff = asksCutoff(paper, since) && extension.cutoff === 'moves';
  const ms = minutes(extension.minutes);
  if (paper.endsAt + ms <= when) return refuse('paper-over', 'D25', { endsAt: paper.endsAt + ms });
  const next = judgeCollision(place, extension.next, ({ course, seatChanges }) =>
    withFact(withFact(timelineFacts(course, seatChanges), command.paper, { kind: 'resume', at: when }), command.paper, {
      kind: 'extension',
      seats: null,
      ms,
      cutoffMs: movesCutoff ? ms : 0,
      isPending: true,
    }),
  );
  if (!next.ok) return next;
  const { why, approval } = extension;
  const extended = shiftEvent(place, 'PaperExtended', {
    seats: null,
    minutes: extension.minutes,
    movesCutoff,
    why,
    approval,
  });
  return ok([resumed, extended, ...delayEvents(place, next.value, { why, approval })]);
}
