import { useMemo } from 'react';
import { countRoom } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { PAPER_TITLES } from '../../text/words.ts';

/** How the room stands in one paper. */
export function Counters({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const count = useMemo(() => countRoom(room, paper), [room, paper]);
  return (
    <section className="card counters" aria-label={`${PAPER_TITLES[paper]}人数`}>
      <h2 className="card-title counters-title">{PAPER_TITLES[paper]}</h2>
      <Counter value={count.expected} label="应到" />
      <Counter
        value={count.present}
        label="已签到"
        tone="present"
        shape="present"
        more={count.late > 0 ? `迟到 ${count.late}` : ''}
      />
      <Counter
        value={count.notYet}
        label="未到"
        shape="expected"
        more={count.refused > 0 ? `拒绝入场 ${count.refused}` : ''}
      />
      <Counter value={count.doubtful} label="身份存疑" tone="doubtful" shape="doubtful" />
    </section>
  );
}

interface CounterProps {
  readonly value: number;
  readonly label: string;
  readonly tone?: string;
  readonly shape?: MarkShape;
  readonly more?: string;
}

function Counter({ value, label, tone, shape, more = '' }: CounterProps) {
  return (
    <div className="counter">
      <p className={tone === undefined || value === 0 ? 'counter-value figures' : `counter-value figures ink-${tone}`}>
        {value}
      </p>
      <p className="counter-label">
        {shape !== undefined && <Mark shape={shape} />}
        {label}
        {more !== '' && <span className="counter-more figures">{more}</span>}
      </p>
    </div>
  );
}
