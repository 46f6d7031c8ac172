import { violationDiscoverySchema } from '../../../shared/domain/events.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import { as, type StaffId } from '../../../shared/ids.ts';
import { useId } from 'react';
import { TextArea } from '../../components/TextArea.tsx';
import { TextField } from '../../components/TextField.tsx';
import { DISCOVERY_LABELS } from '../../text/acts.ts';
import { FACTS_HINT, TICKET_HELD_LAST, TICKET_HELD_NOTE } from '../../text/violations.ts';
import { draftTime, type ViolationDraft } from './violation-draft.ts';

interface ViolationFieldsProps {
  readonly draft: ViolationDraft;
  readonly onChange: (change: Partial<ViolationDraft>) => void;
  readonly now: number;
  /** Who may be the second of the two. */
  readonly seconds: readonly StaffCard[];
  readonly actingName: string;
  /** The person has another paper to log in to with the ticket number (C26). */
  readonly hasPaperAhead: boolean;
}

/** What happened, what was taken, and who stands by it. */
export function ViolationFields({ draft, onChange, now, seconds, actingName, hasPaperAhead }: ViolationFieldsProps) {
  const at = draftTime(draft, now);
  return (
    <div className="violation-fields">
      <TextArea
        label="违规事实"
        value={draft.facts}
        onChange={(facts) => onChange({ facts })}
        rows={3}
        maxLength={1000}
        className="facts-text"
        hint={FACTS_HINT}
      />
      <div className="violation-pair">
        <Select
          label="如何发现"
          value={draft.discovery}
          options={violationDiscoverySchema.options.map((value) => ({ value, label: DISCOVERY_LABELS[value] }))}
          onChange={(discovery) => onChange({ discovery })}
        />
        <TextField
          label="发生时间"
          value={draft.time}
          onChange={(time) => onChange({ time })}
          inputMode="numeric"
          hint="不填为现在；如 9:16"
          problem={at === 'wrong' && draft.time.trim().length >= 3 ? '写成 9:16，不能比现在晚' : null}
        />
      </div>
      {at !== null && at !== 'wrong' && (
        <TextField
          label="为什么现在才记"
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
          maxLength={500}
          hint="如：先制止、取证，再登记"
        />
      )}
      <div className="violation-held">
        <TextField
          label="暂扣物品"
          value={draft.held}
          onChange={(held) => onChange({ held })}
          maxLength={1000}
          hint="没有就不填；如：黑色手机一部，已关机封存"
        />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isTicketHeld}
            onChange={(event) => onChange({ isTicketHeld: event.target.checked })}
          />
          准考证暂扣
        </label>
        {draft.isTicketHeld && <p className="field-hint">{hasPaperAhead ? TICKET_HELD_NOTE : TICKET_HELD_LAST}</p>}
      </div>
      <div className="violation-pair">
        <div className="field">
          <span className="field-label">监考员（当前操作）</span>
          <p className="violation-actor">{actingName}</p>
        </div>
        <Select<string>
          label="另一名监考员"
          value={draft.second ?? ''}
          options={[
            { value: '', label: '请选择' },
            ...seconds.map((card) => ({ value: card.staff as string, label: card.name })),
          ]}
          onChange={(value) => onChange({ second: value === '' ? null : as<StaffId>(value) })}
        />
      </div>
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
