import { type ReactNode, useState } from 'react';
import type { Answer } from '../../../shared/contract/call.ts';
import type { CallOptions } from '../../../shared/contract/client.ts';
import type { Receipt } from '../../../shared/contract/views.ts';
import type { Collision } from '../../../shared/domain/adjustment-outlook.ts';
import { countSteps } from '../../../shared/domain/course.ts';
import type { CutoffChoice, NextPaperChoice } from '../../../shared/domain/course-commands.ts';
import type { Approval } from '../../../shared/domain/course-events.ts';
import { minutes } from '../../../shared/domain/day-time.ts';
import { timelineOfSeat } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { useNow } from '../../stores/use-now.ts';
import { ALOUD, changeSentence, type Missing, missingText, OVERTAKEN, OVERTAKEN_CHECKED } from '../../text/course.ts';
import { type ApprovalDraft, approvalOf, approvalOptions } from './approval-draft.ts';
import { newApproval } from './new-approval.ts';
import { ApprovalFields } from './ApprovalFields.tsx';
import { type Change, collisionTold, type CoursePlan, type NextAnswer, planChange } from './course-plan.ts';
import type { CourseSpot } from './course-spot.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { CutoffQuestion, NextQuestion } from './Questions.tsx';
import { ReasonField } from './ReasonField.tsx';

/** What everybody says who moves a paper's minutes. */
export interface Said {
  readonly why: string;
  readonly approval: Approval;
  readonly next: NextPaperChoice;
  readonly cutoff: CutoffChoice;
}

interface ChangeFormProps {
  readonly spot: CourseSpot;
  readonly paper: PaperId;
  /** What is about to be done; null while its figures cannot be read. */
  readonly change: Change | null;
  /** What the act's own fields lack. */
  readonly missing: (plan: CoursePlan | null) => Missing | null;
  readonly usual: readonly string[];
  /** The reason as it is known already, until somebody writes another. */
  readonly knownWhy?: string;
  /** False where nothing is to be approved: a 恢复 that makes up for nothing. */
  readonly needsApproval?: boolean;
  readonly primary: string;
  readonly isGrave?: boolean;
  readonly onSend: (said: Said, options: Pick<CallOptions, 'second'>, plan: CoursePlan) => Promise<Answer<Receipt>>;
  /** The other way, where nothing is to be approved; absent where there is nothing to record then. */
  readonly onSendPlain?: () => Promise<Answer<Receipt>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** The act's own fields; what they need of the plan (a question of their own) is handed in. */
  readonly children: (plan: CoursePlan | null) => ReactNode;
}

/** The form of every act on a paper's minutes: its figures, why, who approved; beside them the effect and its questions. */
export function ChangeForm(props: ChangeFormProps) {
  const { spot, paper, change, usual, knownWhy = '', needsApproval = true, primary, isGrave = false, children } = props;
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const { busy, error, run } = useAct();
  const [written, setWritten] = useState<string | null>(null);
  const why = written ?? knownWhy;
  const [approval, setApproval] = useState<ApprovalDraft>(() => newApproval(staff, actor));
  const [cutoff, setCutoff] = useState<CutoffChoice>(null);
  const [next, setNext] = useState<NextAnswer | null>(null);
  const [told, setTold] = useState<Collision | null>(null);
  const steps = countSteps(spot.course, paper);
  const [known, setKnown] = useState(steps);
  // What this form itself has just sent is no news.
  const isOvertaken = steps !== known && busy === null;
  const plan = change === null ? null : planChange(spot, paper, change, { cutoff, next, told }, now);
  const approved = approvalOf(approval);
  const missing =
    (isOvertaken && needsApproval ? 'check' : null) ??
    props.missing(plan) ??
    planLacks(plan, cutoff, next) ??
    (needsApproval && why.trim() === '' ? 'reason' : null) ??
    (needsApproval && typeof approved === 'string' ? approved : null);

  async function send(): Promise<void> {
    if (missing !== null || busy !== null) return;
    const order = orderOf();
    if (order === null || (await run(primary, () => heard(order))) !== null) props.onDone();
  }

  /** A question that only the station could ask (it judges every room) is asked here next. */
  async function heard(order: () => Promise<Answer<Receipt>>): Promise<Answer<Receipt>> {
    const answer = await order();
    if (!answer.ok) setTold(collisionTold(answer.error, spot.timeline));
    return answer;
  }

  /** Null = there is nothing to record. */
  function orderOf(): (() => Promise<Answer<Receipt>>) | null {
    if (!needsApproval || plan === null || typeof approved === 'string') return props.onSendPlain ?? null;
    const said = { why: why.trim(), approval: approved, next: plan.next, cutoff: plan.asksCutoff ? cutoff : null };
    return () => props.onSend(said, approvalOptions(approval, approved), plan);
  }

  return (
    <form
      className="course-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="course-columns">
        <div className="course-fields">
          {children(plan)}
          {needsApproval && (
            <>
              <ReasonField usual={usual} value={why} onChange={setWritten} />
              <ApprovalFields draft={approval} onChange={setApproval} />
            </>
          )}
          {plan !== null && change !== null && plan.isEndKnown && !plan.isEndPast && !plan.isTooLate && (
            <p className="course-aloud figures">
              <span className="course-aloud-name">{ALOUD}</span>
              {changeSentence(aloud(plan.after.papers[paper], change, now))}
            </p>
          )}
        </div>
        <div className="course-outlook">
          {plan !== null && change !== null && (
            <>
              <EffectPanel paper={paper} plan={plan} change={change} cutoff={cutoff} />
              {plan.asksCutoff && (
                <CutoffQuestion {...cutoffs(plan, paper, change)} value={cutoff} onChange={setCutoff} />
              )}
              {plan.collision !== null && (
                <NextQuestion
                  collision={plan.collision}
                  answer={next}
                  after={plan.after}
                  hasBegun={spot.room.signals[plan.collision.later].start !== undefined}
                  isTooEarly={plan.isNextTooEarly}
                  now={now}
                  onChange={setNext}
                />
              )}
            </>
          )}
        </div>
      </div>
      <div className="dialog-foot">
        {error !== null && <ErrorNotice error={error} />}
        {isOvertaken && needsApproval && (
          <Notice tone="late" {...OVERTAKEN}>
            <button type="button" className="button button-small" onClick={() => setKnown(steps)}>
              {OVERTAKEN_CHECKED}
            </button>
          </Notice>
        )}
        <div className="course-foot">
          <p className="course-missing">{missing === null ? '' : missingText(missing)}</p>
          <button type="button" className="button" onClick={props.onClose}>
            取消
          </button>
          <button
            type="submit"
            className={isGrave ? 'button button-danger' : 'button button-primary'}
            disabled={missing !== null || busy !== null}
          >
            {busy === null ? primary : '正在保存…'}
          </button>
        </div>
      </div>
    </form>
  );
}

/** What the sentence that is read aloud is made of. */
function aloud(after: PaperTimeline, change: Change, now: number) {
  const seats = seatsOf(change);
  const [seat] = seats ?? [];
  const { endsAt } = seat === undefined ? after : timelineOfSeat(after, seat);
  const isAboutStart = change.kind === 'delay' || (change.kind === 'withdraw' && change.shift.kind === 'delay');
  const isEndMoved = change.kind === 'resume' && change.minutes !== null;
  const hasBegun = after.startsAt <= now;
  return { kind: change.kind, isAboutStart, hasBegun, startsAt: after.startsAt, endsAt, isEndMoved, seats };
}

function seatsOf(change: Change) {
  if (change.kind === 'extend') return change.seats;
  return change.kind === 'withdraw' && change.shift.kind === 'extension' ? change.shift.seats : null;
}

/** What the plan itself still asks, the first question first. */
function planLacks(plan: CoursePlan | null, cutoff: CutoffChoice, next: NextAnswer | null): Missing | null {
  if (plan === null) return null;
  if (plan.isTooLate) return 'too-late';
  if (plan.isEndPast) return 'end-past';
  if (plan.asksCutoff && cutoff === null) return 'cutoff';
  if (plan.collision === null) return null;
  if (next === null) return 'next';
  if (plan.next === null) return 'next-time';
  return plan.isNextTooEarly ? 'next-too-early' : null;
}

/** The cut-off as it stands, and as it would be moved along. */
function cutoffs(plan: CoursePlan, paper: PaperId, change: Change) {
  const staysAt = Math.floor(plan.before.papers[paper].entryClosesAt / 1000) * 1000;
  const more = change.kind === 'extend' || change.kind === 'resume' ? (change.minutes ?? 0) : 0;
  return { staysAt, movesTo: staysAt + minutes(more) };
}
