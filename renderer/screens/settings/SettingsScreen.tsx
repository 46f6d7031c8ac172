import { AboutCard } from './AboutCard.tsx';
import { DayCard } from './DayCard.tsx';
import { ImportCard } from './ImportCard.tsx';
import { RulesCard } from './RulesCard.tsx';
import { StaffList } from './StaffList.tsx';
import { ThemeCard } from './ThemeCard.tsx';

/** 设置: the roster, the day, the people, the rules in force, how the page looks. */
export function SettingsScreen() {
  return (
    <div className="settings">
      <div className="settings-column">
        <ImportCard />
        <RulesCard />
      </div>
      <div className="settings-column">
        <DayCard />
        <StaffList />
        <ThemeCard />
        <AboutCard />
      </div>
    </div>
  );
}
