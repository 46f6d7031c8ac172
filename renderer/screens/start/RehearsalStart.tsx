import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Status } from '../../../shared/contract/views.ts';
import { REHEARSAL_PIN } from '../../../shared/rehearsal/rehearsal-pin.ts';
import { rehearsalStart } from '../../../shared/rehearsal/rehearsal-times.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { nowExact } from '../../stores/use-now.ts';
import { shortTimeText } from '../../text/format.ts';
import { rehearsalText } from '../../text/rehearsal.ts';
import { EditionPicker, RosterPicker } from './RehearsalChoices.tsx';
import { prepareRehearsal, type RosterChoice, useRehearsalSetUp } from './rehearsal-set-up.ts';

interface RehearsalStartProps {
  readonly stage: Status['stage'];
}

/** 演练: two choices and one key; after a broken set-up the same key goes on. */
export function RehearsalStart({ stage }: RehearsalStartProps) {
  const { edition, doing, error } = useRehearsalSetUp();
  const [roster, setRoster] = useState<RosterChoice>('invented');
  const isNew = stage === 'no-day';
  // What was chosen stays in its place while it is carried out, though the station is a step further.
  const isShown = isNew || doing !== null;
  const primary = useRef<HTMLButtonElement>(null);
  // One key: Enter begins as soon as the page is there.
  useEffect(() => primary.current?.focus(), []);
  const { beginsAt } = rehearsalStart(edition, { nowMs: nowExact(), mayGoBack: true });

  function start(event: FormEvent): void {
    event.preventDefault();
    if (roster === 'own' && !isNew) byHand();
    else void prepareRehearsal(edition, roster);
  }

  function byHand(): void {
    useRehearsalSetUp.setState({ roster: 'own' });
  }

  return (
    <main className="first">
      <form className="first-inner rehearsal-start" onSubmit={start}>
        <p className="first-brand">监考工作站</p>
        <h1 className="first-line">{rehearsalText.startTitle}</h1>
        <p className="rehearsal-line">{rehearsalText.startLine}</p>
        {(isShown || stage === 'no-roster') && (
          <div className="card rehearsal-choices">
            {isShown && (
              <EditionPicker edition={edition} onChange={(next) => useRehearsalSetUp.setState({ edition: next })} />
            )}
            <RosterPicker roster={roster} onChange={setRoster} />
          </div>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <footer className="rehearsal-foot">
          <div className="quiet">
            {isShown && <p>{rehearsalText.begins(shortTimeText(beginsAt))}</p>}
            {roster === 'invented' && <p>{rehearsalText.people(REHEARSAL_PIN)}</p>}
          </div>
          {!isShown && stage === 'no-invigilators' && (
            <button type="button" className="button" onClick={byHand}>
              {rehearsalText.ownStaff}
            </button>
          )}
          <button ref={primary} type="submit" className="button button-primary" disabled={doing !== null}>
            {doing === null ? (isNew ? rehearsalText.start : rehearsalText.goOn) : rehearsalText.steps[doing]}
            {doing === null && <KeyHint name="Enter" />}
          </button>
        </footer>
      </form>
    </main>
  );
}
