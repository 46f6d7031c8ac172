import { useId, useState } from 'react';
import type { StaffCard } from '../../../shared/contract/views.ts';
import { as, type StaffId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useStation } from '../../stores/station-store.ts';
import { seatText } from '../../text/format.ts';
import type { ActPerson, ActPlace } from './act-place.ts';
import type { PersonActs } from './use-person-acts.ts';

interface LeaveDialogProps {
  readonly person: ActPerson;
  readonly place: ActPlace;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** 离场 where the technician must have seen the submission first (R32). */
export function LeaveDialog({ person, place, acts, onClose }: LeaveDialogProps) {
  const id = useId();
  const technicians = useStation((view) => view.staff).filter((card) => card.role === 'technician');
  const [isConfirmed, setConfirmed] = useState(false);
  const [technician, setTechnician] = useState<StaffId | null>(technicians[0]?.staff ?? null);

  async function leave(): Promise<void> {
    const input = { ...place, isConfirmedByTechnician: isConfirmed, technician };
    const about = { person, what: '已离场' };
    if ((await acts.leave(input, about)) !== null) onClose();
  }

  return (
    <FormDialog title={`${seatText(person.seat)} 座 ${person.name} 离场`} isOpen onClose={onClose}>
      <p className="quiet">离场前须由技术支持在考试系统里确认交卷成功（R32）。</p>
      <div className="dialog-body">
        {technicians.length > 0 && (
          <TechnicianField id={id} technicians={technicians} value={technician} onChange={setTechnician} />
        )}
        <label className="check">
          <input type="checkbox" checked={isConfirmed} onChange={(event) => setConfirmed(event.target.checked)} />
          技术支持已确认本人交卷成功
        </label>
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={!isConfirmed || acts.isBusy}
            onClick={() => void leave()}
          >
            {acts.isBusy ? '正在保存…' : '离场'}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}

interface TechnicianFieldProps {
  readonly id: string;
  readonly technicians: readonly StaffCard[];
  readonly value: StaffId | null;
  readonly onChange: (technician: StaffId) => void;
}

function TechnicianField({ id, technicians, value, onChange }: TechnicianFieldProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        技术支持
      </label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(as<StaffId>(event.target.value))}
      >
        {technicians.map((card) => (
          <option key={card.staff} value={card.staff}>
            {card.name}
          </option>
        ))}
      </select>
    </div>
  );
}
