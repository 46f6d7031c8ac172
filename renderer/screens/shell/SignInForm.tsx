import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { StaffCard } from '../../../shared/contract/views.ts';
import { isByNameOpen, WRONG_PINS_BEFORE_NAME } from '../../../shared/domain/decide-people.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { PinField } from '../../components/TextField.tsx';
import { enterByName, signIn } from '../../stores/sign-in.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { signInText as words } from '../../text/person.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { RehearsalPinHint } from './RehearsalPinHint.tsx';

interface SignInFormProps {
  readonly people: readonly StaffCard[];
  readonly first: StaffId | null;
  /** Null where somebody must sign in before anything else. */
  readonly onCancel: (() => void) | null;
  /** Some of the day's staff act at other computers. */
  readonly hasOthers: boolean;
  readonly onLostPin: (staff: StaffId | null) => void;
}

/** Who, and his PIN: the arrows choose, the digits go into the field, Enter signs in. */
export function SignInForm({ people, first, onCancel, hasOthers, onLostPin }: SignInFormProps) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<StaffId | null>(first);
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const card = people.find(({ staff }) => staff === chosen) ?? people[0];

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (card === undefined || pin.length < 4 || isBusy) return;
    await carryOut(() => signIn(card.staff, pin));
  }

  async function carryOut(work: () => ReturnType<typeof signIn>): Promise<void> {
    setBusy(true);
    const answer = await work();
    setBusy(false);
    setPin('');
    setError(answer.ok ? null : answer.error);
  }

  function choose(staff: StaffId): void {
    setChosen(staff);
    setPin('');
    setError(null);
  }

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && onCancel !== null) onCancel();
    if (step === 0 || card === undefined) return;
    event.preventDefault();
    const next = people[(people.indexOf(card) + step + people.length) % people.length];
    if (next !== undefined) choose(next.staff);
  });
  // From wherever the focus is on the sheet: the arrows choose, Esc puts it away.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const shown = card?.staff ?? null;
  // In a long list the arrows go on below its edge.
  useEffect(() => {
    if (shown !== null) list.current?.querySelector(':checked')?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  return (
    <form className="sign-in" onSubmit={(event) => void enter(event)} noValidate>
      <div ref={list} className="sign-in-list">
        <fieldset className="sign-in-people">
          <legend className="visually-hidden">{words.people}</legend>
          {people.map((one) => (
            <label key={one.staff} className="sign-in-person">
              <input type="radio" name="person" checked={one === card} onChange={() => choose(one.staff)} />
              <span className="sign-in-name">{one.name}</span>
              <span className="sign-in-role">{ROLE_LABELS[one.role]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {hasOthers && <p className="sign-in-line">{words.others}</p>}
      <div className="sign-in-entry">
        <p className="sign-in-line">{words.line}</p>
        <PinField key={card?.staff} label={words.pin} value={pin} onChange={setPin} takesFocus isKnown />
        {error !== null && <ErrorNotice error={error} />}
        <ByName
          card={card}
          wrong={Number(error?.figures['wrong'] ?? 0)}
          onEnter={(staff) => void carryOut(() => enterByName(staff))}
        />
        <div className="dialog-actions">
          <button type="button" className="button button-quiet" onClick={() => onLostPin(shown)}>
            {words.lost}
          </button>
          {onCancel !== null && (
            <button type="button" className="button" onClick={onCancel}>
              {words.cancel}
            </button>
          )}
          <button type="submit" className="button button-primary" disabled={pin.length < 4 || isBusy}>
            {isBusy ? words.checking : words.confirm}
          </button>
        </div>
        <RehearsalPinHint />
      </div>
    </form>
  );
}

interface ByNameProps {
  readonly card: StaffCard | undefined;
  readonly wrong: number;
  readonly onEnter: (staff: StaffId) => void;
}

/** The way on in a running exam for whose PIN was refused again and again. */
function ByName({ card, wrong, onEnter }: ByNameProps) {
  const state = useStation((view) => view.state);
  const binding = useStation((view) => view.status?.binding ?? null);
  const nowMs = useNow();
  if (card === undefined || wrong < WRONG_PINS_BEFORE_NAME || !isByNameOpen(state, card, { binding, nowMs }))
    return null;
  return (
    <div className="sign-in-by-name">
      <p>{words.byNameLine}</p>
      <button type="button" className="button" onClick={() => onEnter(card.staff)}>
        {words.byName}
      </button>
    </div>
  );
}
