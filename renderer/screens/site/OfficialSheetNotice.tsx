import { useRoom } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { officialSheetText } from '../../text/official-sheet.ts';
import { OfficialSheetChoice } from './OfficialSheetChoice.tsx';

/** An open point of the chief's, as long as nobody has said which 签到表 is signed. */
export function OfficialSheetNotice() {
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  if ((room ?? common).officialSheet !== null) return null;
  return (
    <section className="card official-open" aria-label={officialSheetText.title}>
      <h2 className="check-title">{officialSheetText.open}</h2>
      <OfficialSheetChoice />
    </section>
  );
}
