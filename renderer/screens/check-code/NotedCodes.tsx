import { type FormEvent, useId, useMemo, useState } from 'react';
import { checkCodeText, readCheckCode } from '../../../shared/domain/check-code.ts';
import { readRecordNumber, recordNumberOf } from '../../../shared/domain/record-number.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { NotedCode } from '../../../shared/domain/state.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { checkCodeWords, VERDICT_LABELS } from '../../text/check-code.ts';
import { shortTimeText } from '../../text/format.ts';
import { useCheckCodes } from './use-check-codes.ts';
import { verdictKey } from './verdict-key.ts';

const { office } = checkCodeWords;

/** 各考场校验码, at the exam office: taken down as the rooms call, the newest on top. */
export function NotedCodes() {
  const rooms = useStation((view) => view.state.rooms);
  const noted = useMemo(() => listNoted(Object.values(rooms).flatMap(({ codesNoted }) => codesNoted)), [rooms]);
  const heads = useStation((view) => view.fold.heads);
  const station = useStation((view) => view.status?.station.id);
  const { noted: verdicts } = useCheckCodes(verdictKey(noted, heads, station));
  const roomNos = useMemo(
    () =>
      Object.values(rooms)
        .map(({ room }) => room)
        .toSorted(),
    [rooms],
  );
  const verdictOn = ({ event }: NotedCode) =>
    verdicts.find((one) => eventKey(one.event) === eventKey(event))?.verdict ?? 'not-here';
  if (roomNos.length === 0) return null;
  return (
    <section className="card check-code" aria-label={office.title}>
      <h2 className="card-title">{office.title}</h2>
      <p className="quiet check-code-why">{office.why}</p>
      <NoteForm rooms={roomNos} />
      <ul className="check-code-list">
        {noted.map((one) => {
          const verdict = verdictOn(one);
          return (
            <li key={eventKey(one.event)} className="check-code-row figures">
              <span className="quiet">{shortTimeText(one.occurredAt)}</span>
              <span className="check-code-name">{one.room}</span>
              <span>{recordNumberOf(one.label, one)}</span>
              <strong>{checkCodeText(one.code)}</strong>
              <span className={`tag ${VERDICT_TONES[verdict]}`}>{VERDICT_LABELS[verdict]}</span>
            </li>
          );
        })}
      </ul>
      {noted.length === 0 && <p className="quiet">{office.none}</p>}
    </section>
  );
}

const VERDICT_TONES = { agrees: 'tone-present', differs: 'tone-violation', 'not-here': '' } as const;

function listNoted(noted: readonly NotedCode[]): readonly NotedCode[] {
  return noted.toSorted((a, b) => b.occurredAt - a.occurredAt);
}

/** Enter in either field notes it; what is not understood is said beside its field, and nothing is lost. */
function NoteForm({ rooms }: { readonly rooms: readonly RoomNo[] }) {
  const id = useId();
  const [room, setRoom] = useState<RoomNo | null>(null);
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  /** How many were noted here: after each the next number can be typed at once. */
  const [count, setCount] = useState(0);
  const { busy, error, run } = useAct();
  const chosen = room ?? rooms[0];
  const numberProblem = isTried && readRecordNumber(number) === null ? office.numberWrong : null;
  const codeProblem = isTried && readCheckCode(code) === null ? office.codeWrong : null;

  async function note(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (chosen === undefined || readRecordNumber(number) === null || readCheckCode(code) === null) return;
    const receipt = await run('note', () => ask('checkCode.note', { room: chosen, number, code }));
    if (receipt === null) return;
    setNumber('');
    setCode('');
    setTried(false);
    setCount(count + 1);
  }

  return (
    <form className="check-code-form" onSubmit={(event) => void note(event)}>
      <div className="field check-code-room">
        <label className="field-label" htmlFor={id}>
          {office.room}
        </label>
        <select
          id={id}
          className="input figures"
          value={chosen ?? ''}
          onChange={(event) => setRoom(rooms.find((one) => one === event.target.value) ?? null)}
        >
          {rooms.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <TextField
        key={count}
        takesFocus={count > 0}
        label={office.number}
        value={number}
        onChange={setNumber}
        hint={office.numberExample}
        problem={numberProblem}
        maxLength={20}
      />
      <TextField
        label={office.code}
        value={code}
        onChange={setCode}
        hint={office.codeExample}
        problem={codeProblem}
        maxLength={20}
      />
      <button type="submit" className="button" disabled={busy !== null}>
        {office.note}
      </button>
      {error !== null && <ErrorNotice error={error} />}
    </form>
  );
}
