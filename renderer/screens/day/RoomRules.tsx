import type { DayRules } from '../../../shared/domain/rules.ts';
import { roomRules } from '../../text/room-rules.ts';

/** 考场规则, all twelve items to be read out. */
export function RoomRules({ rules }: { readonly rules: DayRules }) {
  return (
    <details className="room-rules" open>
      <summary>考场规则 12 条</summary>
      <ol>
        {roomRules(rules.edition, rules.values).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      {rules.edition === 'R2024' && (
        <p className="quiet">
          2024 年手册不在手边，此处为 {rules.values.submitsOnLeavingFullScreen ? '2022' : '2021'} 年手册的内容。
        </p>
      )}
    </details>
  );
}
