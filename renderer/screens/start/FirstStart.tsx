import { useState } from 'react';
import { useStation } from '../../stores/station-store.ts';

const LATER = {
  center: { title: '接入中心', line: '用考务中心发的一次性接入码领取考核日、名单和规则，不必自己导入。' },
  rehearsal: { title: '演练', line: '用虚构名单把一天从头走一遍，时间可加快；演练的记录不会混入正式考试。' },
} as const;
type Later = keyof typeof LATER;

/** An empty computer: what this is, and three ways in. */
export function FirstStart({ onImport }: { readonly onImport: () => void }) {
  const [shown, setShown] = useState<Later | null>(null);
  const program = useStation((view) => view.status?.program ?? '');
  const version = program.split('/').at(-1) ?? '';
  return (
    <main className="first">
      <div className="first-inner">
        <p className="first-brand">监考工作站</p>
        <h1 className="first-line">1+X 机考考场的监考台：断网照常，签到、计时、文书都在本机</h1>
        <div className="first-cards">
          <button type="button" className="first-card first-card-primary" onClick={onImport}>
            <span className="first-card-title">导入名单</span>
            <span>建立考核日，导入考生名单，选定本机是哪个考场。约 5 分钟。</span>
            <span className="first-card-note">需要：名单文件（.xlsx 或 .csv）、主考本人</span>
          </button>
          {(['center', 'rehearsal'] as const).map((key) => (
            <button
              key={key}
              type="button"
              className="first-card"
              aria-expanded={shown === key}
              onClick={() => setShown(key)}
            >
              <span className="first-card-title">{LATER[key].title}</span>
              <span>{LATER[key].line}</span>
              <span className="first-card-note">
                {shown === key ? '本版本还没有这一项，请先用「导入名单」。' : '后续版本提供'}
              </span>
            </button>
          ))}
        </div>
        <p className="quiet first-foot">不做报名、收费、考试系统和阅卷。记录只增不改，都在本机。版本 {version}</p>
      </div>
    </main>
  );
}
