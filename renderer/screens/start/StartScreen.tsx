import { useState } from 'react';
import type { Status } from '../../../shared/contract/views.ts';
import { useStation } from '../../stores/station-store.ts';
import { DayStep } from './DayStep.tsx';
import { FirstStart } from './FirstStart.tsx';
import { InvigilatorStep } from './InvigilatorStep.tsx';
import { RehearsalStart } from './RehearsalStart.tsx';
import { useRehearsalSetUp } from './rehearsal-set-up.ts';
import { RosterSteps } from './RosterSteps.tsx';
import { WizardFrame } from './WizardFrame.tsx';

interface StartScreenProps {
  readonly stage: Exclude<Status['stage'], 'ready'>;
}

/** From an empty computer to the exam day. Each step is on the station's disk once it is done; a crash resumes there. */
export function StartScreen({ stage }: StartScreenProps) {
  const [isImporting, setImporting] = useState(false);
  const isRehearsal = useStation((view) => view.status?.kind === 'rehearsal');
  const { roster, doing } = useRehearsalSetUp();
  const binding = useStation((view) => view.status?.binding ?? null);
  // With an own roster a rehearsal goes the same way as a real day, once its day is made.
  if (isRehearsal && (stage === 'no-day' || roster !== 'own' || doing !== null))
    return <RehearsalStart stage={stage} />;
  if (stage === 'no-day') {
    if (!isImporting) return <FirstStart onImport={() => setImporting(true)} />;
    return (
      <WizardFrame step={1} onBack={() => setImporting(false)}>
        <DayStep />
      </WizardFrame>
    );
  }
  if (stage === 'no-roster' || binding?.kind !== 'room') return <RosterSteps />;
  return (
    <WizardFrame step={4}>
      <InvigilatorStep room={binding.room} />
    </WizardFrame>
  );
}
