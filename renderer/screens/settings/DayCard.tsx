import { OtherDays } from '../../components/OtherDays.tsx';
import { useDay, useRoom, useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { dateText } from '../../text/format.ts';
import { originText } from '../../text/package.ts';
import { EDITION_NAMES } from '../../text/sources.ts';

/** What day this is and what this station is. */
export function DayCard() {
  const day = useDay();
  const room = useRoom();
  const roomNo = useRoomNo();
  const station = useStation((view) => view.status?.station ?? null);
  const isRehearsal = useStation((view) => view.status?.current?.kind === 'rehearsal');
  const origin = useStation((view) => view.status?.origin ?? null);
  if (day === null) return null;
  return (
    <section className="card">
      <h2 className="card-title">考核日与本机</h2>
      <dl className="settings-facts">
        <dt>考试</dt>
        <dd>
          {day.title}
          {isRehearsal && <span className="tag tone-late">演练</span>}
        </dd>
        <dt>日期</dt>
        <dd className="figures">{dateText(day.date)}</dd>
        <dt>站点</dt>
        <dd>{day.site}</dd>
        <dt>计划</dt>
        <dd>{day.plan}</dd>
        <dt>手册</dt>
        <dd>{EDITION_NAMES[day.rules.edition]}</dd>
        <dt>本机是</dt>
        <dd className="figures">
          {roomNo === null ? '考务办公室' : `${roomNo} 考场 ${room?.place ?? ''}，${room?.expected ?? 0} 人`}
        </dd>
        {origin !== null && (
          <>
            <dt>{originText.label}</dt>
            <dd>{originText[origin]}</dd>
          </>
        )}
        <dt>本机编号</dt>
        <dd className="figures">
          {station?.label}（{station?.id}）
        </dd>
      </dl>
      <OtherDays />
    </section>
  );
}
