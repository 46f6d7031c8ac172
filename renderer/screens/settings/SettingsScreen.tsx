import { RecoveryCard } from '../recovery/RecoveryCard.tsx';
import { AboutCard } from './AboutCard.tsx';
import { BackupCard } from '../backup/BackupCard.tsx';
import { AlarmCard } from './AlarmCard.tsx';
import { AnnouncementsCard } from './AnnouncementsCard.tsx';
import { DayCard } from './DayCard.tsx';
import { ImportCard } from './ImportCard.tsx';
import { PhotosCard } from './PhotosCard.tsx';
import { RehearsalCard } from './RehearsalCard.tsx';
import { RulesCard } from './RulesCard.tsx';
import { StaffList } from './StaffList.tsx';
import { ThemeCard } from './ThemeCard.tsx';

/** 设置: the roster, the photos, what is read aloud, the day, the people, the rules in force, how the page looks. */
export function SettingsScreen() {
  return (
    <div className="settings">
      <div className="settings-column">
        <ImportCard />
        <PhotosCard />
        <AnnouncementsCard />
        <RulesCard />
      </div>
      <div className="settings-column">
        <DayCard />
        <BackupCard />
        <RecoveryCard />
        <StaffList />
        <AlarmCard />
        <RehearsalCard />
        <ThemeCard />
        <AboutCard />
      </div>
    </div>
  );
}
