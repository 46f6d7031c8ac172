import { type FormEvent, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { LockedDayView } from '../../../shared/contract/views.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { OtherDays } from '../../components/OtherDays.tsx';
import { RecoveryFields, useRecoveryGroups } from '../../components/RecoveryFields.tsx';
import { ask } from '../../stores/send-command.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { catchUp } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { dateText } from '../../text/format.ts';
import { packageStartText } from '../../text/package.ts';
import { lockedText as words } from '../../text/recovery.ts';
import { PackageStart } from '../package/PackageStart.tsx';
import { DayStep } from './DayStep.tsx';
import { RestoreStart } from './RestoreStart.tsx';
import { WizardFrame } from './WizardFrame.tsx';

/** A day whose records are here and whose key is not: the 恢复单 opens it. */
export function LockedDay({ locked }: { readonly locked: LockedDayView }) {
  const [way, setWay] = useState<'code' | 'restore' | 'package' | 'new-day'>('code');
  const back = () => setWay('code');
  if (way === 'restore') return <RestoreStart onBack={back} />;
  if (way === 'package') return <PackageStart onBack={back} />;
  if (way === 'new-day') {
    return (
      <WizardFrame step={1} onBack={back}>
        <DayStep />
      </WizardFrame>
    );
  }
  return (
    <main className="first">
      <div className="locked">
        <p className="first-brand">监考工作站</p>
        <h1 className="locked-title">{words.titles[locked.reason]}</h1>
        <LockedFacts />
        {locked.wrapped === 'present' && <p>{words.lines[locked.reason]}</p>}
        {locked.wrapped === 'present' ? (
          <UnlockForm sheets={locked.sheets} />
        ) : (
          <div className="locked-form">
            <Notice tone="late" what={words.noWrapped[locked.wrapped]} todo={words.noWrappedTodo} />
          </div>
        )}
        <h2 className="locked-heading">{words.otherWays}</h2>
        <div className="locked-other">
          <button type="button" className="locked-way" onClick={() => setWay('restore')}>
            <strong>{words.restore}</strong>
            <span>{words.restoreLine}</span>
          </button>
          <button type="button" className="locked-way" onClick={() => setWay('package')}>
            <strong>{packageStartText.card.title}</strong>
            <span>{words.packageLine}</span>
          </button>
          <button type="button" className="locked-way" onClick={() => setWay('new-day')}>
            <strong>{words.makeDay}</strong>
            <span>{words.makeDayLine}</span>
          </button>
        </div>
        <OtherDays />
        <p className="quiet locked-foot">{words.noSheet}</p>
      </div>
    </main>
  );
}

function LockedFacts() {
  const day = useStation((view) => view.status?.current ?? null);
  if (day === null) return null;
  return (
    <p className="locked-day figures">
      {day.title}，{dateText(day.date)}
    </p>
  );
}

function UnlockForm({ sheets }: { readonly sheets: readonly string[] }) {
  const { groups, setGroups, isWhole } = useRecoveryGroups();
  const show = useScreen((store) => store.show);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || !isWhole) return;
    setBusy(true);
    setError(null);
    const answer = await ask('day.unlock', { groups: [...groups] });
    if (answer.ok) {
      show('day');
      return catchUp();
    }
    setError(answer.error);
    setBusy(false);
  }

  return (
    <form className="card locked-form" onSubmit={(event) => void open(event)} noValidate>
      <p>{words.sheets(sheets)}</p>
      <RecoveryFields groups={groups} onChange={setGroups} takesFocus />
      {error !== null && <ErrorNotice error={error} />}
      <div className="dialog-actions">
        <button type="submit" className="button button-primary" disabled={!isWhole || isBusy}>
          {isBusy ? words.opening : words.open}
        </button>
      </div>
    </form>
  );
}
