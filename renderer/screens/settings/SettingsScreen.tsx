import { useState } from 'react';
import { RecoveryCard } from '../recovery/RecoveryCard.tsx';
import { AboutCard } from './AboutCard.tsx';
import { BackupCard } from '../backup/BackupCard.tsx';
import { PackageCard } from '../package/PackageCard.tsx';
import { AlarmCard } from './AlarmCard.tsx';
import { AnnouncementsCard } from './AnnouncementsCard.tsx';
import { CompanionCard } from './CompanionCard.tsx';
import { DayCard } from './DayCard.tsx';
import { OfficialSheetCard } from './OfficialSheetCard.tsx';
import { ImportCard } from './ImportCard.tsx';
import { PhotosCard } from './PhotosCard.tsx';
import { RehearsalCard } from './RehearsalCard.tsx';
import { RulesCard } from './RulesCard.tsx';
import { SealCertificateCard } from './SealCertificateCard.tsx';
import { StaffCard } from '../staff/StaffCard.tsx';
import { StaffPage } from '../staff/StaffPage.tsx';
import { ThemeCard } from './ThemeCard.tsx';

/** 设置: the roster, the photos, what is read aloud, the day, the people, the rules in force, how the page looks. */
export function SettingsScreen() {
  const [isStaffOpen, setStaffOpen] = useState(false);
  if (isStaffOpen) return <StaffPage onBack={() => setStaffOpen(false)} />;
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
        <PackageCard />
        <BackupCard />
        <RecoveryCard />
        <StaffCard onOpen={() => setStaffOpen(true)} />
        <OfficialSheetCard />
        <SealCertificateCard />
        <CompanionCard />
        <AlarmCard />
        <RehearsalCard />
        <ThemeCard />
        <AboutCard />
      </div>
    </div>
  );
}
