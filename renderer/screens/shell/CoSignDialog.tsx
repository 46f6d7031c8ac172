import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import { isByNameOpen, WRONG_PINS_BEFORE_NAME } from '../../../shared/domain/decide-people.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { PinField } from '../../components/TextField.tsx';
import { type CoSignRequest, useCoSign } from '../../stores/co-sign.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { seatText } from '../../text/format.ts';
import { actName, coSignText as words } from '../../text/person.ts';
import { staffName } from '../acts/staff-name.ts';
import { RehearsalPinHint } from './RehearsalPinHint.tsx';

/** How long somebody may take to confirm, real milliseconds. */
const OPEN_MS = 60_000;
const SECOND_MS = 1000;

/** 第二人确认, 主考当面批准: over whatever asked for it. */
export function CoSignDialog() {
  const open = useCoSign((store) => store.open);
  if (open === null) return null;
  const { request, answer } = open;
  // One person may be asked twice, as second person and as chief: each with his own minute.
  return <Confirm key={`${request.as} ${request.staff}`} request={request} onAnswer={answer} />;
}

interface ConfirmProps {
  readonly request: CoSignRequest;
  readonly onAnswer: (proof: string | null) => void;
}

function Confirm({ request, onAnswer }: ConfirmProps) {
  const staff = useStation((view) => view.staff);
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const cards = useStation((view) => view.cards);
  const seconds = useSecondsLeft(() => onAnswer(null));
  const name = staffName(staff, request.staff);

  async function confirm(typed: string | null): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await confirmed(request, typed);
    setBusy(false);
    setPin('');
    if (answer.ok) onAnswer(answer.value.proof);
    else setError(answer.error);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (pin.length >= 4) void confirm(pin);
  }

  return (
    <FormDialog title={words[request.as]} isOpen onClose={() => onAnswer(null)}>
      <form className="dialog-body" onSubmit={submit} noValidate>
        <p className="co-sign-who">{words.who(name)}</p>
        <p>
          {words.what(actName(request.act.method), personOf(cards, request.act.input))}
          {request.as !== 'signer' && (
            <span className="quiet">（{words.by(staffName(staff, request.act.actor))}）</span>
          )}
        </p>
        <PinField label={words.pin(name)} value={pin} onChange={setPin} takesFocus isKnown />
        {error !== null && <ErrorNotice error={error} />}
        {request.as === 'second' && (
          <ByName request={request} wrong={Number(error?.figures['wrong'] ?? 0)} onConfirm={() => void confirm(null)} />
        )}
        <RehearsalPinHint />
        <div className="dialog-actions">
          <span className="quiet figures">{words.left(seconds)}</span>
          <button type="button" className="button" onClick={() => onAnswer(null)}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={pin.length < 4 || isBusy}>
            {isBusy ? words.checking : words.confirm}
          </button>
        </div>
      </form>
    </FormDialog>
  );
}

/** By himself, of this one act; who signs in his own name signs in for it. */
function confirmed({ staff, as, act }: CoSignRequest, pin: string | null) {
  if (as === 'signer') return ask('person.signIn', { staff, pin: pin ?? '' }, { actor: null });
  return ask('person.coSign', { staff, pin, as, act }, { actor: null });
}

/** "01 座 赵景俊", where the act is about one person of the room. */
function personOf(cards: Readonly<Record<string, CandidateCard>>, input: unknown): string {
  const { candidate } = input as { readonly candidate?: unknown }; // every method's input is an object
  const card = typeof candidate === 'string' ? cards[candidate] : undefined;
  return card === undefined ? '' : `${seatText(card.seat)} 座 ${card.name}`;
}

interface ByNameProps {
  readonly request: CoSignRequest;
  readonly wrong: number;
  readonly onConfirm: () => void;
}

function ByName({ request, wrong, onConfirm }: ByNameProps) {
  const card = useStation((view) => view.staff.find(({ staff }) => staff === request.staff));
  const state = useStation((view) => view.state);
  const binding = useStation((view) => view.status?.binding ?? null);
  const nowMs = useNow();
  if (card === undefined || wrong < WRONG_PINS_BEFORE_NAME || !isByNameOpen(state, card, { binding, nowMs }))
    return null;
  return (
    <button type="button" className="button" onClick={onConfirm}>
      {words.byName}
    </button>
  );
}

/** Seconds that are left; calls once when there are none. */
function useSecondsLeft(onEnd: () => void): number {
  const [seconds, setSeconds] = useState(OPEN_MS / SECOND_MS);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const began = performance.now();
    const tick = setInterval(() => {
      const left = Math.ceil((OPEN_MS - (performance.now() - began)) / SECOND_MS);
      setSeconds(Math.max(0, left));
      if (left <= 0) end();
    }, SECOND_MS / 2);
    return () => clearInterval(tick);
  }, []);
  return seconds;
}
