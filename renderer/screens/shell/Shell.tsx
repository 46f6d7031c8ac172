import { useActing } from '../../stores/acting-store.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { LATER_SCREENS, SCREEN_LABELS, type ScreenName } from '../../text/shell.ts';
import { CheckInScreen } from '../check-in/CheckInScreen.tsx';
import { CourseDialogs } from '../course/CourseDialogs.tsx';
import { DayScreen } from '../day/DayScreen.tsx';
import { DocumentsScreen } from '../documents/DocumentsScreen.tsx';
import { SeatsScreen } from '../seats/SeatsScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { ViolationsScreen } from '../violations/ViolationsScreen.tsx';
import { AlarmBanner } from './AlarmBanner.tsx';
import { ChooseActing } from './ChooseActing.tsx';
import { ClockBanner } from './ClockBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { SaveBanner } from './SaveBanner.tsx';
import { Strip } from './Strip.tsx';

/** The frame of the exam day: strip, navigation, one screen. */
export function Shell() {
  const screen = useScreen((store) => store.screen);
  const isActing = useActing((store) => store.actor !== null);
  return (
    <div className="shell">
      <Strip />
      <div className="shell-notices">
        <SaveBanner />
        <AlarmBanner />
        <ClockBanner />
      </div>
      <Navigation />
      <main className="main" aria-label={SCREEN_LABELS[screen]}>
        <h1 className="visually-hidden">{SCREEN_LABELS[screen]}</h1>
        <Screen name={screen} />
      </main>
      <CourseDialogs />
      {!isActing && <ChooseActing />}
    </div>
  );
}

function Screen({ name }: { readonly name: ScreenName }) {
  switch (name) {
    case 'day':
      return <DayScreen />;
    case 'check-in':
      return <CheckInScreen />;
    case 'seats':
      return <SeatsScreen />;
    case 'violations':
      return <ViolationsScreen />;
    case 'documents':
      return <DocumentsScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return (
        <div className="later">
          <h2>{SCREEN_LABELS[name]}</h2>
          <p>{LATER_SCREENS[name]}</p>
          <p className="quiet">本版本还没有这一项。</p>
        </div>
      );
  }
}
