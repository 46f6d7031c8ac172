import { Mark } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { spokenSpan } from '../../text/format.ts';
import type { ClockView } from '../../../shared/contract/views.ts';

/** The line to the station, and the clock: told as long as something is wrong, at the same place, moving nothing. */
export function ConnectionBanner() {
  const connection = useStation((view) => view.connection);
  const clock = useStation((view) => view.clock);
  if (connection === 'lost' || connection === 'connecting') {
    return <Banner what="正在重新连接本机程序…" more="已确认的记录都在本机磁盘上，连上后自动继续。" />;
  }
  if (clock?.timeInDoubt === true) return <Banner what="时间待核" more={clockSentence(clock)} />;
  if (clock?.notice?.code === 'jumped-forward') return <Banner what="时钟向前跳了" more={clockSentence(clock)} />;
  return null;
}

function Banner({ what, more }: { readonly what: string; readonly more: string }) {
  return (
    <output className="banner">
      <Mark shape="attention" />
      <span>{what}</span>
      <span className="quiet">{more}</span>
    </output>
  );
}

function clockSentence({ notice }: ClockView): string {
  const span = notice === null ? '' : spokenSpan(Math.abs(notice.deltaMs));
  switch (notice?.code) {
    case 'jumped-forward':
      return `电脑曾休眠或被改快 ${span}，已按新的时间继续；请看今日考务里有没有错过的事项。`;
    case 'wall-behind':
      return `电脑时钟被改慢 ${span}，仍按原来的时间计时；签到照常进行。`;
    case 'started-behind':
      return `电脑时钟比最后一条记录早 ${span}，接着最后一条记录的时间计时；签到照常进行，所记时间待主考核准。`;
    default:
      return '签到照常进行，所记时间待主考核准。';
  }
}
