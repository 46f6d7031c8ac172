import { useStation } from '../stores/station-store.ts';
import { BigScreen } from './big/BigScreen.tsx';
import { isBigPage } from './big/big-address.ts';
import { ConnectionBanner } from './shell/ConnectionBanner.tsx';
import { NoSession } from './shell/NoSession.tsx';
import { RehearsalMark } from './shell/RehearsalMark.tsx';
import { Shield } from './shell/Shield.tsx';
import { Shell } from './shell/Shell.tsx';
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

/** First start, set-up or the exam day: the station's own stage says which. */
function Console() {
  const connection = useStation((view) => view.connection);
  const stage = useStation((view) => view.status?.stage ?? null);
  const isLoaded = useStation((view) => view.isLoaded);
  if (connection === 'no-session') return <NoSession />;
  if (stage === null || !isLoaded) return <Waiting />;
  return (
    <>
      {stage === 'ready' ? <Shell /> : <StartScreen stage={stage} />}
      <ConnectionBanner />
      <RehearsalMark />
    </>
  );
}
