import { useActing } from '../../stores/acting-store.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { LATER_SCREENS, SCREEN_LABELS, type ScreenName } from '../../text/shell.ts';
import { CheckInScreen } from '../check-in/CheckInScreen.tsx';
import { CourseDialogs } from '../course/CourseDialogs.tsx';
import { DayScreen } from '../day/DayScreen.tsx';
import { DocumentsScreen } from '../documents/DocumentsScreen.tsx';
import { SeatsScreen } from '../seats/SeatsScreen.tsx';
import { IncidentsScreen } from '../incidents/IncidentsScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { SiteScreen } from '../site/SiteScreen.tsx';
import { ViolationsScreen } from '../violations/ViolationsScreen.tsx';
import { AlarmBanner } from './AlarmBanner.tsx';
import { ClockBanner } from './ClockBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { SaveBanner } from './SaveBanner.tsx';
import { SignInSheet } from './SignInSheet.tsx';
import { Strip } from './Strip.tsx';
import { CoSignDialog } from './CoSignDialog.tsx';
import { useIdleLock } from './use-idle-lock.ts';

/** The frame of the exam day: strip, navigation, one screen. */
export function Shell() {
  const screen = useScreen((store) => store.screen);
  const isActing = useActing((store) => store.actor !== null);
  useIdleLock();
  return (
    <div className={isActing ? 'shell' : 'shell is-locked'}>
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
      <CoSignDialog />
      <SignInSheet />
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
    case 'incidents':
      return <IncidentsScreen />;
    case 'documents':
      return <DocumentsScreen />;
    case 'site':
      return <SiteScreen />;
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
