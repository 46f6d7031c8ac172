import { useMemo, useState } from 'react';
import { violationsFor } from '../../../shared/domain/violations.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useDay } from '../../stores/room-view.ts';
import { LADDER } from '../../text/acts.ts';
import { seatText } from '../../text/format.ts';
import type { ActPerson, ActPlace } from './act-place.ts';
import { CodePicker } from './CodePicker.tsx';
import type { PersonActs } from './use-person-acts.ts';

interface WarningDialogProps {
  readonly person: ActPerson;
  readonly place: ActPlace;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** 口头警告: one invigilator, and only where a warning may come first. */
export function WarningDialog({ person, place, acts, onClose }: WarningDialogProps) {
  const rules = useDay()?.rules.values ?? null;
  const kinds = useMemo(() => (rules === null ? [] : violationsFor(rules).filter((kind) => kind.mayWarn)), [rules]);
  const [code, setCode] = useState<string | null>(null);
  const [facts, setFacts] = useState('');

  async function warn(): Promise<void> {
    if (code === null) return;
    const text = facts.trim() === '' ? null : facts.trim();
    const input = {
      ...place,
      code,
      measure: 'warned',
      discovery: 'on-site',
      facts: text,
      held: null,
      isTicketHeld: false,
    } as const;
    const about = { person, what: `口头警告 ${code}` };
    if ((await acts.violate(input, about)) !== null) onClose();
  }

  return (
    <FormDialog
      title={`口头警告：${seatText(person.seat)} 座 ${person.name}`}
      isOpen
      isDismissable={facts.trim() === ''}
      onClose={onClose}
    >
      <p className="quiet">{LADDER}</p>
      <div className="dialog-body">
        <CodePicker kinds={kinds} value={code} onChange={setCode} />
        <TextArea label="事实（可不填）" value={facts} onChange={setFacts} rows={2} maxLength={1000} />
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={code === null || acts.isBusy}
            onClick={() => void warn()}
          >
            {acts.isBusy ? '正在保存…' : '记下口头警告'}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
