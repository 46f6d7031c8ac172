import { useMemo } from 'react';
import { countRoom } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';
import { PAPER_TITLES } from '../../text/words.ts';

interface CountersProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  /** From the cut-off on the question is who is absent, no longer who is still to come. */
  readonly isEntryOver: boolean;
}

/** How the room stands in one paper. */
export function Counters({ room, paper, isEntryOver }: CountersProps) {
  const count = useMemo(() => countRoom(room, paper), [room, paper]);
  const violations = useMemo(
    () => allViolations(room, paper).filter((act) => !act.isUndone && act.measure === 'recorded').length,
    [room, paper],
  );
  return (
    <section className="card counters" aria-label={`${PAPER_TITLES[paper]}人数`}>
      <h2 className="card-title counters-title">{PAPER_TITLES[paper]}</h2>
      <Counter value={count.expected} label="应到" />
      <Counter
        value={count.present}
        label={isEntryOver ? '实到' : '已签到'}
        tone="present"
        shape="present"
        more={count.late > 0 ? `迟到 ${count.late}` : ''}
      />
      {isEntryOver ? (
        <>
          <Counter
            value={count.absent}
            label="缺考"
            shape="absent"
            more={count.notYet > 0 ? `待登记 ${count.notYet}` : ''}
          />
          <Counter
            value={violations}
            label="违纪"
            tone="violation"
            shape="violation"
            more={count.doubtful > 0 ? `存疑 ${count.doubtful}` : ''}
          />
        </>
      ) : (
        <>
          <Counter
            value={count.notYet}
            label="未到"
            shape="expected"
            more={count.refused > 0 ? `拒绝入场 ${count.refused}` : ''}
          />
          <Counter value={count.doubtful} label="身份存疑" tone="doubtful" shape="doubtful" />
        </>
      )}
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
