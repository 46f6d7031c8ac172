import type { RoomCount } from '../../../shared/domain/attendance.ts';
import { Mark } from '../../components/Mark.tsx';

/** 应到 = 实到 + 缺考, large; while somebody is neither, he stands in the sum too, for it holds only without him. */
export function Equation({ count }: { readonly count: RoomCount }) {
  const { expected, present, late, absent, notYet } = count;
  return (
    <div className="equation figures">
      <Term value={expected} label="应到" />
      <span className="equation-sign">=</span>
      <Term value={present} label="实到" tone="present" more={late > 0 ? `其中迟到 ${late}` : ''} />
      <span className="equation-sign">+</span>
      <Term value={absent} label="缺考" tone={absent > 0 ? 'idle' : ''} />
      {notYet > 0 && (
        <>
          <span className="equation-sign">+</span>
          <Term value={notYet} label="未到，待登记" tone="violation" />
        </>
      )}
      {notYet === 0 && (
        <span className="equation-holds ink-present">
          <Mark shape="done" /> 人数相符
        </span>
      )}
    </div>
  );
}

interface TermProps {
  readonly value: number;
  readonly label: string;
  readonly tone?: string;
  readonly more?: string;
}

function Term({ value, label, tone = '', more = '' }: TermProps) {
  return (
    <span className="equation-term">
      <span className={tone === '' ? 'equation-value' : `equation-value ink-${tone}`}>{value}</span>
      <span className="equation-label">
        {label}
        {more !== '' && <span className="ink-late"> {more}</span>}
      </span>
    </span>
  );
}
