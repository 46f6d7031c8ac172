import { useStation } from '../../stores/station-store.ts';

/** What this program is, and what it is not. */
export function AboutCard() {
  const program = useStation((view) => view.status?.program ?? '');
  const host = useStation((view) => view.status?.host ?? 'browser');
  return (
    <section className="card">
      <h2 className="card-title">关于</h2>
      <p className="figures">监考工作站，版本 {program.split('/').at(-1)}</p>
      <p className="quiet">
        {host === 'browser' ? '在浏览器里运行，只接受本机访问。' : '桌面版。'}
        屏幕上确认过的记录都已写入本机磁盘；记录只增不改，更正是另加一条。
      </p>
    </section>
  );
}
