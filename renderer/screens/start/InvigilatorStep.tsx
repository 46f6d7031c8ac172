import { type FormEvent, useMemo, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { PinField, TextField } from '../../components/TextField.tsx';
import { useDay } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { arriveText } from '../../text/staff.ts';
import { ArriveDialog } from '../staff/ArriveDialog.tsx';
import { freeInvigilators } from '../staff/staff-groups.ts';

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

interface NewInvigilator {
  readonly name: string;
  readonly pin: string;
  readonly pinAgain: string;
}
const EMPTY: NewInvigilator = { name: '', pin: '', pinAgain: '' };

/** ④ The room's invigilators, each with an own PIN. Whoever is enlisted stays so, whatever happens to the next one. */
export function InvigilatorStep({ room }: { readonly room: RoomNo }) {
  const staff = useStation((view) => view.staff);
  const wanted = useDay()?.rules.values.invigilatorsPerRoom ?? 2;
  const known = useMemo(() => staff.filter((card) => card.role === 'invigilator' && card.room === room), [staff, room]);
  const state = useStation((view) => view.state);
  const isSomebodyWaiting = freeInvigilators(state, staff).some(({ leftAt }) => leftAt === null);
  const [isArriving, setArriving] = useState(false);
  const [drafts, setDrafts] = useState<Readonly<Record<number, NewInvigilator>>>({});
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const places = Array.from({ length: wanted }, (_, index) => index);
  const open = places.slice(known.length);

  async function enlist(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (isBusy || open.some((place) => Object.keys(problemsOf(drafts[place] ?? EMPTY)).length > 0)) return;
    setBusy(true);
    setError(null);
    for (const place of open) {
      const { name, pin } = drafts[place] ?? EMPTY;
      const answer = await ask('staff.enlist', { role: 'invigilator', room, name: name.trim(), pin });
      if (!answer.ok) {
        setError(answer.error);
        setBusy(false);
        await catchUp();
        return;
      }
    }
    await catchUp();
  }

  return (
    <>
      <form className="wizard-form" onSubmit={(event) => void enlist(event)} noValidate>
        <h1 className="page-title">{room} 考场的监考员</h1>
        {isSomebodyWaiting && (
          <section className="card staff-waiting">
            <p>{arriveText.what(room)}</p>
            <button type="button" className="button" onClick={() => setArriving(true)}>
              {arriveText.title}
            </button>
          </section>
        )}
        {places.map((place) => {
          const card = known[place];
          if (card !== undefined) {
            return (
              <section key={place} className="card staff-done">
                <span className="tag tone-present">
                  <Mark shape="done" />
                  已登记
                </span>
                监考员{ORDINALS[place]}：{card.name}
              </section>
            );
          }
          const draft = drafts[place] ?? EMPTY;
          const problems = isChecked ? problemsOf(draft) : {};
          const set = (part: Partial<NewInvigilator>) =>
            setDrafts((all) => ({ ...all, [place]: { ...draft, ...part } }));
          return (
            <fieldset key={place} className="card">
              <legend className="visually-hidden">监考员{ORDINALS[place]}</legend>
              <p className="card-title" aria-hidden="true">
                监考员{ORDINALS[place]}
              </p>
              <div className="form-grid form-grid-3">
                <TextField
                  label="姓名"
                  maxLength={50}
                  value={draft.name}
                  onChange={(name) => set({ name })}
                  problem={problems.name ?? null}
                />
                <PinField
                  label="PIN"
                  hint="4–8 位数字，由本人设定"
                  value={draft.pin}
                  onChange={(pin) => set({ pin })}
                  problem={problems.pin ?? null}
                />
                <PinField
                  label="再输一次"
                  value={draft.pinAgain}
                  onChange={(pinAgain) => set({ pinAgain })}
                  problem={problems.pinAgain ?? null}
                />
              </div>
            </fieldset>
          );
        })}
        <footer className="wizard-foot">
          {error !== null && <ErrorNotice error={error} />}
          <div className="dialog-actions">
            <span className="quiet">姓名加密保存，PIN 只存不可还原的摘要。</span>
            <button type="submit" className="button button-primary" disabled={isBusy}>
              {isBusy ? '正在保存…' : '登记并进入今日考务'}
            </button>
          </div>
        </footer>
      </form>
      {isArriving && <ArriveDialog room={room} onClose={() => setArriving(false)} />}
    </>
  );
}

function problemsOf(draft: NewInvigilator): Partial<Record<keyof NewInvigilator, string>> {
  const problems: Partial<Record<keyof NewInvigilator, string>> = {};
  if (draft.name.trim() === '') problems.name = '请填写姓名';
  if (draft.pin.length < 4) problems.pin = '请设 4 至 8 位数字';
  else if (draft.pin !== draft.pinAgain) problems.pinAgain = '两次输入的 PIN 不一致';
  return problems;
}
