import { officialSheetText } from '../../text/official-sheet.ts';
import { OfficialSheetChoice } from '../site/OfficialSheetChoice.tsx';

/** 正式签到表 (C27). */
export function OfficialSheetCard() {
  return (
    <section className="card official-card">
      <h2 className="card-title">{officialSheetText.title}</h2>
      <OfficialSheetChoice />
    </section>
  );
}
