import { useMemo } from 'react';
import { checkCodeText } from '../../../shared/domain/check-code.ts';
import { type CheckMoment, checkMoments } from '../../../shared/domain/check-moments.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { milestoneName } from '../../text/announcements.ts';
import { checkCodeWords, spelling } from '../../text/check-code.ts';
import { shortTimeText } from '../../text/format.ts';
import { recordNumber } from '../acts/record-number.ts';
import { PaperTag } from '../day/PaperTag.tsx';
import { useTaskKey } from '../day/use-task-key.ts';
import { useCheckCodes } from './use-check-codes.ts';

/**
 * Codes still to be read out to the chief: one at a time, so that what several wait for does not push away what is due. It
 * waits beside it, for as long as it must.
 */
export function CheckCodeCard({ room }: { readonly room: RoomState }) {
  const station = useStation((view) => view.status?.station.id);
  const moments = useMemo(() => checkMoments(room), [room]);
  const waiting = moments.filter(({ head, given }) => head.station === station && given === null);
  const { toGive } = useCheckCodes(waiting.map(({ head }) => eventKey(head)).join(' '));
  const codeOf = ({ head }: CheckMoment) => toGive.find((one) => eventKey(one.head) === eventKey(head))?.code ?? null;
  const { busy, error, run } = useAct();
  const give = ({ milestone, paper }: CheckMoment) =>
    void run(milestone.id, () => ask('checkCode.give', { room: room.room, paper, milestone: milestone.id }));
  const [first, ...later] = waiting;
  const isReady = first !== undefined && codeOf(first) !== null && busy === null;
  if (first === undefined) return null;
  return (
    <section className="card check-code" aria-label={checkCodeWords.title}>
      <h2 className="card-title">{checkCodeWords.title}</h2>
      <FirstKey key={eventKey(first.head)} act={isReady ? () => give(first) : null} />
      <CheckCode moment={first} code={codeOf(first)} isBusy={busy !== null} onGive={() => give(first)} />
      {later.length > 0 && (
        <ul className="check-code-list" aria-label={checkCodeWords.later}>
          {later.map((moment) => (
            <LaterLine key={eventKey(moment.head)} moment={moment} />
          ))}
        </ul>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <p className="quiet check-code-why">{checkCodeWords.why}</p>
    </section>
  );
}

/** F7 for the first that waits: pressed twice it does not say that the next one was read out too. */
function FirstKey({ act }: { readonly act: (() => void) | null }) {
  useTaskKey(act, 'F7');
  return null;
}

interface CheckCodeProps {
  readonly moment: CheckMoment;
  /** Null while it is being computed. */
  readonly code: string | null;
  readonly isBusy: boolean;
  readonly onGive: () => void;
}

function CheckCode({ moment, code, isBusy, onGive }: CheckCodeProps) {
  const name = useMomentName(moment);
  return (
    <div className="check-code-one">
      <p className="check-code-of">
        <PaperTag paper={moment.paper} />
        <span>{name}</span>
        <span className="quiet figures">{shortTimeText(moment.at)}</span>
      </p>
      <RecordAndCode moment={moment} code={code} />
      {code !== null && <p className="quiet figures check-code-spelt">{spelling(code)}</p>}
      <button type="button" className="button" disabled={code === null || isBusy} onClick={onGive}>
        <span>
          {checkCodeWords.give}
          <span className="visually-hidden"> {name}</span>
        </span>
        <KeyHint name="F7" />
      </button>
    </div>
  );
}

/** Waits for the one before it. */
function LaterLine({ moment }: { readonly moment: CheckMoment }) {
  return (
    <li className="check-code-row">
      <PaperTag paper={moment.paper} />
      <span className="check-code-name">{useMomentName(moment)}</span>
      <span className="quiet figures">{shortTimeText(moment.at)}</span>
    </li>
  );
}

function RecordAndCode({ moment, code }: Pick<CheckCodeProps, 'moment' | 'code'>) {
  const stations = useStation((view) => view.state.site.stations);
  return (
    <p className="check-code-line figures">
      <span className="check-code-number">{recordNumber(stations, moment.head)}</span>
      {code === null ? (
        <span className="quiet">{checkCodeWords.computing}</span>
      ) : (
        <strong className="check-code-code">{checkCodeText(code)}</strong>
      )}
    </p>
  );
}

/** What was read out already, in small: the chief may ask for it again. Nothing before the first. */
export function GivenCodes({ room }: { readonly room: RoomState }) {
  const moments = useMemo(() => checkMoments(room).filter(({ given }) => given !== null), [room]);
  if (moments.length === 0) return null;
  return (
    <section className="card" aria-label={checkCodeWords.givenTitle}>
      <h2 className="card-title">{checkCodeWords.givenTitle}</h2>
      <ul className="check-code-list">
        {moments.map((moment) => (
          <GivenLine key={eventKey(moment.head)} moment={moment} />
        ))}
      </ul>
    </section>
  );
}

function GivenLine({ moment }: { readonly moment: CheckMoment }) {
  const stations = useStation((view) => view.state.site.stations);
  return (
    <li className="check-code-row figures">
      <span className="quiet">{shortTimeText(moment.given?.occurredAt ?? moment.at)}</span>
      <PaperTag paper={moment.paper} />
      <span className="check-code-name">{useMomentName(moment)}</span>
      <span>{recordNumber(stations, moment.head)}</span>
      <strong>{checkCodeText(moment.given?.code ?? '')}</strong>
    </li>
  );
}

function useMomentName({ milestone }: CheckMoment): string {
  const day = useStation((view) => view.state.site.day);
  return day === null ? '' : milestoneName(milestone, day.rules.values);
}
