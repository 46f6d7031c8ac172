import { collectionOutlook, registrables } from '../../../shared/domain/collection.ts';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { rulePlace } from '../../text/sources.ts';
import { planCollection } from './collect-plan.ts';
import { useDutyDrafts } from './duty-drafts.ts';
import { Equation } from './Equation.tsx';
import { RegistrationTicks } from './RegistrationTicks.tsx';
import { Submissions } from './Submissions.tsx';
import { useRegistration } from './use-registration.ts';
import { useTaskKey } from '../day/use-task-key.ts';

interface CollectCardProps {
  readonly room: RoomState;
  readonly day: DayInfo;
  readonly timeline: PaperTimeline;
  /** Puts 缺考登记 first. */
  readonly onAbsences: () => void;
}

/** 收卷: do the figures agree, has everybody submitted, does the exam system know it all; then one key. */
export function CollectCard({ room, day, timeline, onAbsences }: CollectCardProps) {
  const { paper } = timeline;
  const draft = useDutyDrafts((drafts) => drafts.collect[paper]);
  const edit = useDutyDrafts((drafts) => drafts.edit);
  const { busy, error, run } = useAct();
  const registration = useRegistration(room, paper);
  const outlook = collectionOutlook(room, timeline);
  const plan = planCollection(outlook, draft);
  const canCollect = plan.missing === null && busy === null;
  const all = registrables(room, paper);
  const toggleTechnician = () => edit(paper, { ...draft, isConfirmedByTechnician: !draft.isConfirmedByTechnician });
  const collect = () =>
    void run('collect', () =>
      ask('paper.collect', {
        room: room.room,
        paper,
        notSubmitted: [...plan.notSubmitted],
        isConfirmedByTechnician: draft.isConfirmedByTechnician,
      }),
    );
  useTaskKey(canCollect ? collect : null);
  useFunctionKey('F3', toggleTechnician);
  useFunctionKey('F4', outlook.unregistered.length > 0 && registration.busy === null ? registration.registerAll : null);
  return (
    <>
      <Equation count={outlook.counts} />
      {outlook.notYet.length > 0 && (
        <Notice tone="late" what={`还有 ${outlook.notYet.length} 人未到而没有登记缺考，先登记才能收卷。`}>
          <button type="button" className="button button-small" onClick={onAbsences}>
            去登记缺考
          </button>
        </Notice>
      )}
      <div className="collect">
        <Submissions room={room} timeline={timeline} outlook={outlook} plan={plan} />
        <section className="collect-part">
          <div className="collect-head">
            <h3 className="collect-title">监考管理系统</h3>
            {outlook.unregistered.length > 0 && (
              <button
                type="button"
                className="button button-small"
                disabled={registration.busy !== null}
                onClick={registration.registerAll}
              >
                全部已登记
                <KeyHint name="F4" />
              </button>
            )}
          </div>
          {all.length === 0 && <p className="quiet">没有缺考和违纪，不用登记。</p>}
          {outlook.unregistered.length > 0 && (
            <p className="collect-note">还有 {outlook.unregistered.length} 条没有登记，收卷时照实记下。</p>
          )}
          <RegistrationTicks room={room} paper={paper} registration={registration} />
          {registration.error !== null && <ErrorNotice error={registration.error} />}
        </section>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className="collect-foot">
        <label className="check collect-technician">
          <input type="checkbox" checked={draft.isConfirmedByTechnician} onChange={toggleTechnician} />
          <span>
            {plan.notSubmitted.length === 0 ? '技术支持已确认全部交卷' : '技术支持已确认，除上面列出的人外全部交卷'}
          </span>
          <KeyHint name="F3" />
        </label>
        <div className="now-foot">
          <button type="button" className="button button-primary" disabled={!canCollect} onClick={collect}>
            {busy === null ? '确认收卷' : '正在保存…'}
            <KeyHint name="F2" />
          </button>
          {plan.missing !== null && <span className="quiet">{plan.missing}</span>}
          <p className="now-rule">由监考员与技术支持执行；{rulePlace('R33', day.rules.edition)}</p>
        </div>
      </div>
    </>
  );
}
