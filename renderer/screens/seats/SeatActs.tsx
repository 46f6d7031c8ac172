import { useState } from 'react';
import type { DayRules } from '../../../shared/domain/rules.ts';
import type { CandidateState, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { CHANGE_SEAT } from '../../text/acts.ts';
import { leaveClosedText, SEAT_EXTENSION, submitClosedText } from '../../text/seats.ts';
import { rulePlace } from '../../text/sources.ts';
import { type ActDialogKind, ActDialogs } from '../acts/ActDialogs.tsx';
import type { ActPerson } from '../acts/act-place.ts';
import { type ActPlan, planSeat } from '../acts/seat-plan.ts';
import type { PersonActs } from '../acts/use-person-acts.ts';
import { courseActs } from '../course/course-acts.ts';
import { useCourseDialog } from '../course/course-dialog.ts';

interface SeatActsProps {
  readonly person: ActPerson;
  readonly candidate: CandidateState;
  readonly room: RoomState;
  readonly timeline: PaperTimeline;
  readonly rules: DayRules;
  readonly acts: PersonActs;
}

/** What can be done for this seat: everyday acts above, grave ones below a line. Buttons keep their places. */
export function SeatActs({ person, candidate, room, timeline, rules, acts }: SeatActsProps) {
  const now = useNow();
  const show = useScreen((store) => store.show);
  const openCourse = useCourseDialog((store) => store.open);
  const [dialog, setDialog] = useState<ActDialogKind | null>(null);
  const { paper } = timeline;
  const place = { room: room.room, paper, candidate: candidate.candidate };
  const plan = planSeat(candidate, timeline, rules.values, now);
  const needsTechnician = rules.values.leaveNeeds === 'invigilator-and-technician';
  const about = (what: string) => ({ person, what });

  const submit = (how: 'by-candidate' | 'full-screen-left', what: string) =>
    void acts.submit({ ...place, how }, about(what));
  function leave(): void {
    if (needsTechnician) setDialog('leave');
    else void acts.leave({ ...place, isConfirmedByTechnician: false, technician: null }, about('已离场'));
  }
  const canSubmit = plan.submit.isOpen && !acts.isBusy;
  const canLeave = plan.leave.isOpen && !acts.isBusy;
  useFunctionKey('F3', canSubmit ? () => submit('by-candidate', '已交卷') : null);
  useFunctionKey('F4', canLeave ? leave : null);
  useFunctionKey('F8', acts.isBusy ? null : () => setDialog('note'));
  const isHere = plan.primary !== 'check-in';
  const canExtend = plan.primary === 'submit' && courseActs(room, timeline, now).includes('extend');
  const extend = () => openCourse({ kind: 'adjust', paper, act: 'extend', seats: [candidate.seat] });

  return (
    <div className="seat-acts">
      {isHere ? (
        <div className="seat-acts-pair">
          <button
            type="button"
            className={plan.primary === 'submit' ? 'button button-primary' : 'button seat-act-large'}
            disabled={!canSubmit}
            onClick={() => submit('by-candidate', '已交卷')}
          >
            交卷
            <KeyHint name="F3" />
          </button>
          <button
            type="button"
            className={plan.primary === 'leave' ? 'button button-primary' : 'button seat-act-large'}
            disabled={!canLeave}
            onClick={leave}
          >
            离场
            <KeyHint name="F4" />
          </button>
        </div>
      ) : (
        <button type="button" className="button button-primary" onClick={() => show('check-in')}>
          到「考生签到」办理
        </button>
      )}
      {isHere && <Reasons submit={plan.submit} leave={plan.leave} rules={rules} />}
      <div className="seat-acts-pair">
        <button type="button" className="button seat-act" onClick={() => setDialog('note')}>
          记一笔
          <KeyHint name="F8" />
        </button>
        <button
          type="button"
          className="button seat-act"
          disabled={!isHere || plan.primary === null}
          onClick={() => setDialog('late-step')}
        >
          补录…
        </button>
      </div>
      <div className={plan.forced === null ? 'seat-acts-pair' : 'seat-acts-three'}>
        <button type="button" className="button seat-act" onClick={() => setDialog('seat')}>
          <span>
            {CHANGE_SEAT.act}
            <span className="seat-act-more">{CHANGE_SEAT.who}</span>
          </span>
        </button>
        {plan.forced !== null && (
          <button
            type="button"
            className="button seat-act"
            disabled={!isHere || !plan.forced.isOpen || acts.isBusy}
            onClick={() => submit('full-screen-left', '系统已交卷')}
          >
            <span>
              系统已交卷
              <span className="seat-act-more">退出全屏</span>
            </span>
          </button>
        )}
        <button type="button" className="button seat-act" disabled={!canExtend} onClick={extend}>
          <span>
            {SEAT_EXTENSION.act}
            <span className="seat-act-more">{SEAT_EXTENSION.who}</span>
          </span>
        </button>
      </div>
      <div className="seat-acts-pair seat-acts-grave">
        <button type="button" className="button seat-act" onClick={() => setDialog('warning')}>
          口头警告
        </button>
        <button type="button" className="button seat-act button-danger-quiet" onClick={() => setDialog('violation')}>
          <span>
            违纪登记
            <span className="seat-act-more">需两名监考员</span>
          </span>
        </button>
      </div>
      {dialog !== null && (
        <ActDialogs
          kind={dialog}
          person={person}
          place={place}
          candidate={candidate}
          lateStep={plan.primary === 'leave' ? 'leave' : 'submit'}
          needsTechnician={needsTechnician}
          acts={acts}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

interface ReasonsProps {
  readonly submit: ActPlan;
  readonly leave: ActPlan;
  readonly rules: DayRules;
}

/** Why 交卷 or 离场 is not open, and from when on; its line is always there, so that nothing moves. */
function Reasons({ submit, leave, rules }: ReasonsProps) {
  const reasons = [
    submit.isOpen || submit.why !== 'not-now' ? null : { text: submitClosedText(submit), rule: submit.rule },
    leave.isOpen ? null : { text: leaveClosedText(leave), rule: leave.rule },
  ];
  return (
    <p className="seat-reasons figures">
      {reasons.map((reason) =>
        reason === null ? null : (
          <span key={reason.text} title={reason.rule === '' ? undefined : rulePlace(reason.rule, rules.edition)}>
            {reason.text}
          </span>
        ),
      )}
    </p>
  );
}
