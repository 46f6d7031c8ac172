import { Mark } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { clockWords } from '../../text/clock.ts';

/**
 * The line to the station: told as long as it is broken, at the same place, moving nothing. During the set-up, which has
 * no strip, the clock too.
 */
export function ConnectionBanner() {
  const connection = useStation((view) => view.connection);
  const clock = useStation((view) => view.clock);
  const isReady = useStation((view) => view.status?.stage === 'ready');
  if (connection === 'lost' || connection === 'connecting') {
    return <Banner what="正在重新连接本机程序…" more="已确认的记录都在本机磁盘上，连上后自动继续。" />;
  }
  const words = isReady || clock === null ? null : clockWords(clock);
  return words === null ? null : <Banner what={words.what} more={words.setUp} />;
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
