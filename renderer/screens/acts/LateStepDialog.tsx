import { useState } from 'react';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { isComplete, type Witness, WitnessFields } from '../../components/WitnessFields.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { neatTimeText, seatText } from '../../text/format.ts';
import { parseClockEntry } from '../check-in/clock-entry.ts';
import type { ActPerson, ActPlace } from './act-place.ts';
import type { PersonActs } from './use-person-acts.ts';

type Step = 'submit' | 'leave';

interface LateStepDialogProps {
  readonly person: ActPerson;
  readonly place: ActPlace;
  /** What is still to be recorded of the person: 交卷 first, then 离场. */
  readonly step: Step;
  readonly needsTechnician: boolean;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

const STEP_LABELS: Readonly<Record<Step, string>> = { submit: '交卷', leave: '离场' };

/** 补录 of 交卷 or 离场 that happened earlier and was not written down; judged by when it happened. */
export function LateStepDialog({ person, place, step, needsTechnician, acts, onClose }: LateStepDialogProps) {
  const now = useNow();
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const [chosen, setChosen] = useState<Step>(step);
  const [isConfirmed, setConfirmed] = useState(false);
  const [time, setTime] = useState('');
  const [witness, setWitness] = useState<Witness>(() => ({
    reason: '',
    second: secondOf(staff, actor)?.staff ?? null,
  }));
  const occurredAt = parseClockEntry(time, now);
  const isFuture = occurredAt !== null && occurredAt > now;
  const wantsTick = needsTechnician && chosen === 'leave';
  const isSure = !wantsTick || isConfirmed;
  const canRecord = occurredAt !== null && !isFuture && isSure && isComplete(witness) && !acts.isBusy;

  async function record(): Promise<void> {
    if (!canRecord) return;
    const options = { occurredAt, second: witness.second, reason: witness.reason.trim() };
    const what = `已补录${STEP_LABELS[chosen]}，${neatTimeText(occurredAt)}`;
    const about = { person, what };
    const event =
      chosen === 'submit'
        ? await acts.submit({ ...place, how: 'by-candidate' }, about, options)
        : await acts.leave({ ...place, isConfirmedByTechnician: isConfirmed, technician: null }, about, options);
    if (event !== null) onClose();
  }

  return (
    <FormDialog
      title={`补录：${seatText(person.seat)} 座 ${person.name}`}
      isOpen
      isDismissable={witness.reason.trim() === ''}
      onClose={onClose}
    >
      <p className="quiet">按当时的时间判定；记录和文书上同时写明补录时间。</p>
      <div className="dialog-body">
        <ChoiceList
          label="补录什么"
          columns={2}
          value={chosen}
          onChange={setChosen}
          choices={(['submit', 'leave'] as const).map((value) => ({ value, label: STEP_LABELS[value] }))}
        />
        <TextField
          label="实际时间"
          value={time}
          onChange={setTime}
          inputMode="numeric"
          takesFocus
          hint="如 9:20 或 9:20:30"
          problem={problemOf(time, occurredAt, isFuture)}
        />
        <WitnessFields witness={witness} onChange={setWitness} />
        {wantsTick && (
          <label className="check">
            <input type="checkbox" checked={isConfirmed} onChange={(event) => setConfirmed(event.target.checked)} />
            技术支持当时已确认本人交卷成功（R32）
          </label>
        )}
        {acts.error !== null && <ErrorNotice error={acts.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button button-primary" disabled={!canRecord} onClick={() => void record()}>
            {acts.isBusy ? '正在保存…' : `补录${STEP_LABELS[chosen]}`}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}

function problemOf(time: string, occurredAt: number | null, isFuture: boolean): string | null {
  if (time.trim().length < 3) return null;
  if (occurredAt === null) return '请写成 9:20 或 9:20:30';
  return isFuture ? '补录的时间不能比现在晚' : null;
}
