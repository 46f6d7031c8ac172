import { useStation } from '../stores/station-store.ts';
import { ConnectionBanner } from './shell/ConnectionBanner.tsx';
import { NoSession } from './shell/NoSession.tsx';
import { RehearsalMark } from './shell/RehearsalMark.tsx';
import { Shell } from './shell/Shell.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import { Waiting } from './shell/Waiting.tsx';

/** First start, set-up or the exam day: the station's own stage says which. */
export function App() {
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
