import type { Status } from '../../shared/contract/views.ts';
import { useActing } from '../stores/acting-store.ts';
import { useStation } from '../stores/station-store.ts';
import { BigScreen } from './big/BigScreen.tsx';
import { isBigPage } from './big/big-address.ts';
import { ConnectionBanner } from './shell/ConnectionBanner.tsx';
import { NoSession } from './shell/NoSession.tsx';
import { RehearsalMark } from './shell/RehearsalMark.tsx';
import { Shield } from './shell/Shield.tsx';
import { CoSignDialog } from './shell/CoSignDialog.tsx';
import { Shell } from './shell/Shell.tsx';
import { SignInSheet } from './shell/SignInSheet.tsx';
import { useRehearsalSetUp } from './start/rehearsal-set-up.ts';
import { LockedDay } from './start/LockedDay.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import { Waiting } from './shell/Waiting.tsx';

/** 大屏 or the console: the page's address says which. */
export function App() {
  if (isBigPage()) {
    return (
      <>
        <BigScreen />
        <RehearsalMark />
      </>
    );
  }
  return (
    <>
      <Console />
      <Shield />
    </>
  );
}

function Stage({ stage }: { readonly stage: Status['stage'] }) {
  const locked = useStation((view) => view.status?.locked ?? null);
  if (stage === 'locked') return locked === null ? <Waiting /> : <LockedDay locked={locked} />;
  return stage === 'ready' ? <Shell /> : <SetUp stage={stage} />;
}

/** Once there is a chief, the set-up is his, and nothing of it is done in nobody's name. */
function SetUp({ stage }: { readonly stage: Exclude<Status['stage'], 'ready' | 'locked'> }) {
  const isPreparing = useRehearsalSetUp((store) => store.doing !== null);
  const isComing = useActing((store) => store.isComing);
  if (isComing && stage !== 'no-day') return <Waiting />;
  return (
    <>
      <StartScreen stage={stage} />
      <CoSignDialog />
      {/* Over what is filled in, which stays. */}
      {stage !== 'no-day' && !isPreparing && <SignInSheet />}
    </>
  );
}

/** First start, set-up or the exam day: the station's own stage says which. */
function Console() {
  const connection = useStation((view) => view.connection);
  const stage = useStation((view) => view.status?.stage ?? null);
  const isLoaded = useStation((view) => view.isLoaded);
  if (connection === 'no-session') return <NoSession />;
  if (stage === null || !isLoaded) return <Waiting />;
  return (
    <>
      <Stage stage={stage} />
      <ConnectionBanner />
      <RehearsalMark />
    </>
  );
}
