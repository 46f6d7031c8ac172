import { registrables } from '../../../shared/domain/collection.ts';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { rulePlace } from '../../text/sources.ts';
import { RegistrationTicks } from '../collect/RegistrationTicks.tsx';
import { useRegistration } from '../collect/use-registration.ts';
import { useTaskKey } from './use-task-key.ts';

interface RegistrationCardProps {
  readonly room: RoomState;
  readonly day: DayInfo;
  readonly timeline: PaperTimeline;
}

/** 监考管理系统登记: what stands here and not yet there. */
export function RegistrationCard({ room, day, timeline }: RegistrationCardProps) {
  const registration = useRegistration(room, timeline.paper);
  const { busy, error, registerAll } = registration;
  const all = registrables(room, timeline.paper);
  const open = all.filter((one) => one.registered === null);
  const overtaken = all.filter((one) => one.isOvertaken);
  useTaskKey(busy === null && open.length > 0 ? registerAll : null);
  return (
    <>
      {open.length > 0 && (
        <p className="now-quiet">以下 {open.length} 条请与技术支持一起在监考管理系统登记，登记一条勾一条。</p>
      )}
      {overtaken.length > 0 && (
        <p className="now-quiet">
          有 {overtaken.length} 条系统里已登记、本机已更正：请先在监考管理系统撤销，再撤销这里的登记。
        </p>
      )}
      <RegistrationTicks room={room} paper={timeline.paper} registration={registration} />
      {error !== null && <ErrorNotice error={error} />}
      <div className="now-foot">
        {open.length > 0 && (
          <button type="button" className="button button-primary" disabled={busy !== null} onClick={registerAll}>
            {busy === null ? '全部已登记' : '正在保存…'}
            <KeyHint name="F2" />
          </button>
        )}
        <p className="now-rule">由监考员与技术支持执行；{rulePlace('R35', day.rules.edition)}</p>
      </div>
    </>
  );
}
