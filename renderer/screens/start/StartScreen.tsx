import { useState } from 'react';
import type { Status } from '../../../shared/contract/views.ts';
import { useStation } from '../../stores/station-store.ts';
import { PackageStart } from '../package/PackageStart.tsx';
import { DayStep } from './DayStep.tsx';
import { FirstStart } from './FirstStart.tsx';
import { InvigilatorStep } from './InvigilatorStep.tsx';
import { RehearsalStart } from './RehearsalStart.tsx';
import { useRehearsalSetUp } from './rehearsal-set-up.ts';
import { RestoreStart } from './RestoreStart.tsx';
import { RosterSteps } from './RosterSteps.tsx';
import { WizardFrame } from './WizardFrame.tsx';

interface StartScreenProps {
  readonly stage: Exclude<Status['stage'], 'ready' | 'locked'>;
}

/** From an empty computer to the exam day. Each step is on the station's disk once it is done; a crash resumes there. */
export function StartScreen({ stage }: StartScreenProps) {
  const [way, setWay] = useState<'import' | 'package' | 'restore' | null>(null);
  const isRehearsal = useStation((view) => view.status?.kind === 'rehearsal');
  const { roster, doing } = useRehearsalSetUp();
  const binding = useStation((view) => view.status?.binding ?? null);
  // With an own roster a rehearsal goes the same way as a real day, once its day is made.
  if (isRehearsal && (stage === 'no-day' || roster !== 'own' || doing !== null))
    return <RehearsalStart stage={stage} />;
  if (stage === 'no-day') {
    if (way === null) {
      return (
        <FirstStart
          onImport={() => setWay('import')}
          onPackage={() => setWay('package')}
          onRestore={() => setWay('restore')}
        />
      );
    }
    if (way === 'package') return <PackageStart onBack={() => setWay(null)} />;
    if (way === 'restore') return <RestoreStart onBack={() => setWay(null)} />;
    return (
      <WizardFrame step={1} onBack={() => setWay(null)}>
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
