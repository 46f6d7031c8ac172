import { type FormEvent, useState } from 'react';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { DayInfo } from '../../../shared/domain/state.ts';
import type { ClockView } from '../../../shared/contract/views.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { secondOf } from '../../stores/people-here.ts';
import { useDay } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { useNow } from '../../stores/use-now.ts';
import { clockDialogText as words } from '../../text/clock.ts';
import { OfficialTimeFields, SecondField } from './ClockFields.tsx';
import { ClockReadings } from './ClockReadings.tsx';
import { officialDates, parseOfficialTime, wallTime } from './clock-settings.ts';

type Kind = MethodInput<'clock.set'>['kind'];

/** 核对时间: two people say which clock is right, or type the official time; the moment of pressing counts. */
export function ClockDialog({ onClose }: { readonly onClose: () => void }) {
  const [done, setDone] = useState<Kind | null>(null);
  const clock = useStation((view) => view.clock);
  const day = useDay();
  const isOpen = done === null && day !== null && clock !== null && clock.notice !== null;
  return (
    <FormDialog title={words.title} isOpen isWide onClose={onClose}>
      {isOpen ? (
        <ClockForm day={day} clock={clock} onDone={setDone} onClose={onClose} />
      ) : (
        <Settled what={done === null ? words.settled : words.done[done]} onClose={onClose} />
      )}
    </FormDialog>
  );
}

interface SettledProps {
  readonly what: { readonly what: string; readonly more: string };
  readonly onClose: () => void;
}

function Settled({ what: { what, more }, onClose }: SettledProps) {
  return (
    <div className="dialog-body">
      <ClockReadings />
      <Notice tone="present" what={what} todo={more} />
      <div className="dialog-actions">
        {/* It takes the place of the button that had the focus. */}
        <button type="button" className="button button-primary" ref={(button) => button?.focus()} onClick={onClose}>
          {words.close}
        </button>
      </div>
    </div>
  );
}

interface ClockFormProps {
  readonly day: DayInfo;
  readonly clock: ClockView;
  readonly onDone: (kind: Kind) => void;
  readonly onClose: () => void;
}

function ClockForm({ day, clock, onDone, onClose }: ClockFormProps) {
  const staff = useStation((view) => view.staff);
  const actor = useActing((store) => store.actor);
  const now = useNow();
  const act = useAct();
  // A jump forward was taken over already: the computer's clock is the program's.
  const canAccept = clock.notice?.code !== 'jumped-forward';
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = canAccept ? chosen : 'official-time';
  const dates = officialDates(day.date, now);
  const [date, setDate] = useState(dates.preferred);
  const [text, setText] = useState('');
  const [second, setSecond] = useState<StaffId | null>(() => secondOf(staff, actor)?.staff ?? null);
  const time = kind === 'accept-wall' ? wallTime(clock, now) : parseOfficialTime(text, date);
  const canConfirm = kind !== null && time !== null && second !== null && act.busy === null;

  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canConfirm || kind === null || time === null) return;
    const input: MethodInput<'clock.set'> = kind === 'accept-wall' ? { kind } : { kind, time };
    if ((await act.run('clock', () => ask('clock.set', input, { second }))) !== null) onDone(kind);
  }

  return (
    <form onSubmit={(event) => void confirm(event)}>
      <p className="quiet">{words.lead}</p>
      <div className="dialog-body">
        <ClockReadings />
        <div className="clock-form">
          {canAccept ? (
            <ChoiceList<Kind>
              label={words.choose}
              value={kind}
              onChange={setChosen}
              choices={[
                { value: 'accept-wall', label: words.acceptWall },
                { value: 'official-time', label: words.officialTime },
              ]}
            />
          ) : (
            <div>
              <Notice tone="idle" what={words.jumped.what} todo={words.jumped.more} />
            </div>
          )}
          <div className="clock-fields">
            <SecondField second={second} onChange={setSecond} />
            {kind === 'official-time' && (
              <OfficialTimeFields
                dates={dates.all}
                date={date}
                onDate={setDate}
                text={text}
                onText={setText}
                isWrong={time === null}
              />
            )}
          </div>
        </div>
        <p className="clock-effect figures" aria-live="off">
          <strong>{kind === null || time === null ? words.effectNone : words.effect(now, time)}</strong>
          <span className="quiet">{kind === 'official-time' ? words.effectDoubt : words.effectNote}</span>
        </p>
        {act.error !== null && <ErrorNotice error={act.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-primary" disabled={!canConfirm}>
            {act.busy === null ? words.confirm : words.busy}
          </button>
        </div>
      </div>
    </form>
  );
}
