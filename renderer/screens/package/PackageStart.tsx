import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { ContractError, ContractErrorCode } from '../../../shared/contract/call.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { PACKAGE_CODE_GROUPS } from '../../../shared/package-code.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { RecoveryFields, useRecoveryGroups } from '../../components/RecoveryFields.tsx';
import { ask } from '../../stores/send-command.ts';
import { catchUp } from '../../stores/station-link.ts';
import { dateText } from '../../text/format.ts';
import { packageFieldsText, packageStartText as words } from '../../text/package.ts';
import { type ChosenPackage, readEnvelope, readPackage } from './package-reading.ts';

const refusalOf = (code: ContractErrorCode): ContractError => ({ code, rule: 'PK2', figures: {} });

/** 从考务数据包开始: the file, this room, the four groups of its slip; then the day is there. */
export function PackageStart({ onBack }: { readonly onBack: () => void }) {
  const [chosen, setChosen] = useState<ChosenPackage | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  async function choose(file: File): Promise<void> {
    setBusy(true);
    setError(null);
    const read = await readPackage(file);
    setChosen(read.ok ? read.value : null);
    if (!read.ok) setError(refusalOf(read.error));
    setBusy(false);
  }

  const pick = <FilePick isFirst={chosen === null} isBusy={isBusy} onPick={(file) => void choose(file)} />;
  return (
    <main className="first">
      <div className="first-inner restore">
        <p className="first-brand">监考工作站</p>
        <h1 className="restore-title">{words.title}</h1>
        <p className="restore-steps">{words.steps}</p>
        {chosen === null ? (
          <>
            {pick}
            {error !== null && <ErrorNotice error={error} />}
            <div className="dialog-actions restore-actions">
              <button type="button" className="button" onClick={onBack}>
                {words.back}
              </button>
            </div>
          </>
        ) : (
          <RoomForm key={chosen.header.package} chosen={chosen} pick={pick} onBack={onBack} />
        )}
        <p className="quiet">{words.kept}</p>
      </div>
    </main>
  );
}

interface RoomFormProps {
  readonly chosen: ChosenPackage;
  /** Another file instead. */
  readonly pick: ReactNode;
  readonly onBack: () => void;
}

function RoomForm({ chosen, pick, onBack }: RoomFormProps) {
  const { header } = chosen;
  const [roomNo, setRoomNo] = useState<RoomNo | null>(
    header.rooms.length === 1 ? (header.rooms[0]?.room ?? null) : null,
  );
  const { groups, setGroups, isWhole } = useRecoveryGroups(PACKAGE_CODE_GROUPS);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const room = header.rooms.find((one) => one.room === roomNo);

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || !isWhole || room === undefined) return;
    setBusy(true);
    setError(null);
    const envelope = await readEnvelope(chosen, room);
    const answer = envelope.ok
      ? await ask('package.takeIn', {
          head: chosen.head,
          room: room.room,
          envelope: envelope.value,
          groups: [...groups],
        })
      : { ok: false as const, error: refusalOf(envelope.error) };
    if (answer.ok) return catchUp(); // this page gives way to the day
    setError(answer.error);
    setBusy(false);
  }

  return (
    <form className="card package-form" onSubmit={(event) => void take(event)} noValidate>
      <div className="package-facts">
        <p>
          <strong>{header.title}</strong>
          {header.kind === 'rehearsal' && <span className="tag tone-late">{words.rehearsal}</span>}
          <br />
          <span className="figures">
            {dateText(header.date)} · {header.site}
          </span>
          <br />
          <span className="quiet figures">{words.facts(header.package, header.madeAt)}</span>
        </p>
        {pick}
      </div>
      <ChoiceList
        label={words.room}
        columns={4}
        value={roomNo}
        onChange={setRoomNo}
        choices={header.rooms.map(({ room: no, place, people }) => ({
          value: no,
          label: (
            <span className="package-room">
              <strong className="figures">{no}</strong> <span className="quiet">{words.people(people)}</span>
              <br />
              <span className="quiet">{place}</span>
            </span>
          ),
        }))}
      />
      <RecoveryFields groups={groups} onChange={setGroups} words={packageFieldsText} />
      {error !== null && <ErrorNotice error={error} />}
      <div className="dialog-actions">
        <button type="button" className="button" disabled={isBusy} onClick={onBack}>
          {words.back}
        </button>
        <button
          type="submit"
          className="button button-primary"
          disabled={!isWhole || room === undefined || isBusy}
          aria-busy={isBusy}
        >
          {isBusy ? words.taking : words.take}
        </button>
      </div>
    </form>
  );
}

interface FilePickProps {
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly onPick: (file: File) => void;
}

function FilePick({ isFirst, isBusy, onPick }: FilePickProps) {
  const id = useId();
  return (
    <p className="file-pick package-pick">
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept=".kwb"
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onPick(file);
          // The same file, copied anew and chosen again, must be read again.
          event.target.value = '';
        }}
      />
      <label className={isFirst ? 'button button-primary' : 'button'} htmlFor={id}>
        {isBusy ? words.reading : isFirst ? words.pick : words.another}
      </label>
    </p>
  );
}
