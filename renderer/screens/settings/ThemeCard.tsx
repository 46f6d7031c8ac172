import { ChoiceList } from '../../components/ChoiceList.tsx';
import { useTheme } from '../../stores/theme-store.ts';

/** Light, dark, or as the computer has it. */
export function ThemeCard() {
  const { theme, choose } = useTheme();
  return (
    <section className="card">
      <ChoiceList
        label="外观"
        columns={3}
        value={theme}
        onChange={choose}
        choices={[
          { value: 'system', label: '随系统' },
          { value: 'light', label: '浅色' },
          { value: 'dark', label: '深色' },
        ]}
      />
    </section>
  );
}
