import type { PaperId } from '../../../shared/ids.ts';
import { neatTimeText } from '../../text/format.ts';
import { EFFECT_NOTES, rowLabel } from '../../text/course.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import type { Change, CoursePlan } from './course-plan.ts';
import { type EffectRow, effectRows, nextRows } from './effect-rows.ts';

interface EffectPanelProps {
  readonly paper: PaperId;
  readonly plan: CoursePlan;
  readonly change: Change;
  readonly cutoff: 'moves' | 'stays' | null;
}

/** What a change leads to, before it is confirmed: each instant as it stands and as it would be. */
export function EffectPanel({ paper, plan, change, cutoff }: EffectPanelProps) {
  const rows = effectRows(plan, paper, change, cutoff);
  const next = nextRows(plan);
  const hasSeats = rows.some(({ seats }) => seats !== null);
  return (
    <section className="effect" aria-label="调整后的时间" aria-live="polite">
      <EffectTable title={PAPER_TITLES[paper]} rows={rows} hasSeats={hasSeats} />
      {next.length > 0 && plan.collision !== null && (
        <EffectTable title={PAPER_TITLES[plan.collision.later]} rows={next} hasSeats={false} />
      )}
      <p className="effect-note">{EFFECT_NOTES[change.kind]}</p>
    </section>
  );
}

interface EffectTableProps {
  readonly title: string;
  readonly rows: readonly EffectRow[];
  readonly hasSeats: boolean;
}

function EffectTable({ title, rows, hasSeats }: EffectTableProps) {
  return (
    <table className="effect-table figures">
      <caption className="effect-title">{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">事项</th>
          <th scope="col" colSpan={2}>
            原来
          </th>
          <th scope="col">调整后</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.key} ${row.before}`} row={row} hasSeats={hasSeats} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, hasSeats }: { readonly row: EffectRow; readonly hasSeats: boolean }) {
  const { key, before, after, seats } = row;
  const look = after === null ? 'open' : after === before ? 'same' : 'moved';
  const isEnd = key === 'end' || seats !== null;
  return (
    <tr className={isEnd ? `effect-row effect-${look} effect-end` : `effect-row effect-${look}`}>
      <th scope="row" className="effect-what">
        {rowLabel(key, seats, hasSeats)}
      </th>
      <td className="effect-before">{neatTimeText(before)}</td>
      <td className="effect-to">
        {look === 'moved' && (
          <svg viewBox="0 0 20 12" className="effect-arrow" aria-hidden="true">
            <path d="M1 6h16M12.5 1.5 17.5 6l-5 4.5" />
          </svg>
        )}
      </td>
      <td className="effect-after">{after === null ? '待回答' : look === 'same' ? '不变' : neatTimeText(after)}</td>
    </tr>
  );
}
