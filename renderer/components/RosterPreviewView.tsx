import type { RosterPreview } from '../../shared/contract/views.ts';
import type { RosterSeverity } from '../../shared/domain/roster.ts';
import { seatText } from '../text/format.ts';
import { rosterFieldText, rosterProblemText } from '../text/roster.ts';
import { LEVEL_LABELS, PAPER_LABELS } from '../text/words.ts';
import { Mark, type MarkShape } from './Mark.tsx';
import { Notice } from './Notice.tsx';

const SEVERITIES: readonly {
  readonly severity: RosterSeverity;
  readonly title: string;
  readonly shape: MarkShape;
  readonly tone: string;
}[] = [
  { severity: 'error', title: '错误：这些行不能导入', shape: 'forbidden', tone: 'violation' },
  { severity: 'warning', title: '提示：照常导入，并在签到时提醒', shape: 'late', tone: 'late' },
  { severity: 'repaired', title: '已自动更正', shape: 'done', tone: 'present' },
];

/** Everything that the file says, before anything is stored. */
export function RosterPreviewView({ preview }: { readonly preview: RosterPreview }) {
  const count = (severity: RosterSeverity) =>
    preview.problems.filter((problem) => problem.severity === severity).length;
  return (
    <>
      <section className="card preview-sums" aria-label="名单概况">
        <Sum value={preview.personRows} label="名单人数" />
        <Sum value={preview.takenRows} label="可以导入" tone="present" />
        <Sum value={preview.personRows - preview.takenRows} label="不能导入" tone="violation" />
        <Sum value={count('warning')} label="提示" tone="late" />
        <Sum value={preview.rooms.length} label="考场" />
      </section>
      {preview.otherSheets.length > 0 && (
        <Notice
          tone="violation"
          what={`还有 ${preview.otherSheets.length} 张工作表也像名单，没有读取：${preview.otherSheets.join('、')}`}
          todo="一次只读一张工作表。这些表里若有本次考生，请先合并到一张工作表，再重新选择文件。"
        />
      )}
      <section className="card">
        <h2 className="card-title">考场</h2>
        <ul className="room-chips">
          {preview.rooms.map(({ room, place, people }) => (
            <li key={room} className="room-chip">
              <strong className="figures">{room}</strong>
              <span className="quiet">{place}</span>
              <span className="figures">{people} 人</span>
            </li>
          ))}
        </ul>
      </section>
      {SEVERITIES.map(({ severity, title, shape, tone }) => {
        const problems = preview.problems.filter((problem) => problem.severity === severity);
        if (problems.length === 0) return null;
        return (
          <details key={severity} className="card" open={severity === 'error'}>
            <summary className="card-summary">
              <span className={`tag tone-${tone}`}>
                <Mark shape={shape} />
                {problems.length}
              </span>
              {title}
            </summary>
            <ul className="problem-list">
              {problems.map((problem) => (
                <li key={`${problem.row} ${problem.column} ${problem.code}`}>{rosterProblemText(problem)}</li>
              ))}
            </ul>
          </details>
        );
      })}
      <Columns preview={preview} />
      <Sample preview={preview} />
    </>
  );
}

function Sum({ value, label, tone }: { readonly value: number; readonly label: string; readonly tone?: string }) {
  return (
    <div className="sum">
      <span className={tone === undefined || value === 0 ? 'sum-value figures' : `sum-value figures ink-${tone}`}>
        {value}
      </span>
      <span className="quiet">{label}</span>
    </div>
  );
}

function Columns({ preview }: { readonly preview: RosterPreview }) {
  const known = preview.columns.filter((column) => column.field !== null);
  const ignored = preview.columns.filter((column) => column.field === null && column.heading.trim() !== '');
  return (
    <details className="card">
      <summary className="card-summary">
        认出 {known.length} 列{ignored.length > 0 && `，${ignored.length} 列不用`}（第 {preview.headingRow} 行为表头）
      </summary>
      <ul className="column-list">
        {preview.columns.map(({ letter, heading, field }) => (
          <li key={letter}>
            <span className="quiet figures">{letter}</span> {heading}
            <span className={field === null ? 'quiet' : 'column-field'}>
              {field === null ? '不用' : rosterFieldText[field]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sample({ preview }: { readonly preview: RosterPreview }) {
  return (
    <section className="card">
      <h2 className="card-title">前 {preview.sample.length} 人</h2>
      <table className="table">
        <thead>
          <tr>
            <th>考场</th>
            <th>座位</th>
            <th>姓名</th>
            <th>准考证号</th>
            <th>证件号码</th>
            <th>级别</th>
            <th>科目</th>
            <th>院校班级</th>
          </tr>
        </thead>
        <tbody>
          {preview.sample.map(({ row, room, seat, person, level, papers }) => (
            <tr key={row}>
              <td className="figures">{room}</td>
              <td className="figures">{seatText(seat)}</td>
              <td>{person.name}</td>
              <td className="figures">{person.ticket}</td>
              <td className="figures">{maskId(person.idNumber)}</td>
              <td>{LEVEL_LABELS[level]}</td>
              <td>{papers.map((paper) => PAPER_LABELS[paper]).join('、')}</td>
              <td>
                {person.school} {person.className}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Enough to see that the column is right; the rest is nobody's business here. */
function maskId(idNumber: string): string {
  return idNumber.length < 8
    ? idNumber
    : `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`;
}
