import { useState } from 'react';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { RosterPreview } from '../../../shared/contract/views.ts';
import type { Binding } from '../../../shared/domain/events.ts';
import { as, type RoomNo } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';

const OFFICE = 'office';

interface BindingStepProps {
  readonly preview: RosterPreview;
  readonly onCommit: (binding: Binding, acceptLeftOut: boolean) => Promise<Answer<MethodOutput<'roster.commit'>>>;
}

/** ③ What this computer is: one room, or the exam office. Then one commit. */
export function BindingStep({ preview, onCommit }: BindingStepProps) {
  const [choice, setChoice] = useState<string | null>(null);
  const [isAccepted, setAccepted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const leftOut = preview.personRows - preview.takenRows;
  const canCommit = choice !== null && !isBusy && (leftOut === 0 || isAccepted);

  async function commit(): Promise<void> {
    if (!canCommit || choice === null) return;
    setBusy(true);
    setError(null);
    const binding: Binding = choice === OFFICE ? { kind: 'office' } : { kind: 'room', room: as<RoomNo>(choice) };
    const answer = await onCommit(binding, isAccepted);
    if (answer.ok) return;
    setError(answer.error);
    setBusy(false);
  }

  return (
    <div className="wizard-form">
      <h1 className="page-title">本机是哪个考场？</h1>
      <fieldset className="card">
        <legend className="visually-hidden">本机是哪个考场</legend>
        <p className="card-title">考场机只存本考场考生；其他考场只留加密索引，用来指路。</p>
        <div className="binding-grid">
          {preview.rooms.map(({ room, place, people }) => (
            <label key={room} className="choice">
              <input type="radio" name="binding" checked={choice === room} onChange={() => setChoice(room)} />
              <span className="choice-name figures">
                {room} 考场
                <span className="choice-note figures">
                  {place === '' ? '' : `${place}，`}
                  {people} 人
                </span>
              </span>
            </label>
          ))}
        </div>
        <label className="choice binding-office">
          <input type="radio" name="binding" checked={choice === OFFICE} onChange={() => setChoice(OFFICE)} />
          <span className="choice-name">
            考务办公室
            <span className="choice-note">主考用：存全部考场的考生 {preview.takenRows} 人</span>
          </span>
        </label>
      </fieldset>
      <footer className="wizard-foot">
        {error !== null && <ErrorNotice error={error} />}
        {leftOut > 0 && (
          <label className="check">
            <input type="checkbox" checked={isAccepted} onChange={(event) => setAccepted(event.target.checked)} />有{' '}
            {leftOut} 行错误，这些行不导入
          </label>
        )}
        <div className="dialog-actions">
          <span className="quiet">{hintOf(choice, canCommit)}</span>
          <button type="button" className="button button-primary" disabled={!canCommit} onClick={() => void commit()}>
            {isBusy ? '正在保存…' : '导入并绑定'}
          </button>
        </div>
      </footer>
    </div>
  );
}

function hintOf(choice: string | null, canCommit: boolean): string {
  if (choice === null) return '请选择本机是哪个考场';
  return canCommit ? '绑定后，有了签到记录就不能改绑' : '请先勾选：错误行不导入';
}
