import { useState } from 'react';
import { hasPrintedSheet } from '../../../shared/domain/decide-official-sheet.ts';
import type { SheetMaker } from '../../../shared/domain/official-sheet-events.ts';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useRoom } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { useAct } from '../../stores/use-act.ts';
import { officialSheetText as words } from '../../text/official-sheet.ts';
import { ChangeSheetDialog } from './ChangeSheetDialog.tsx';
import { useLeads } from './use-leads.ts';

/** C27: whose 签到表 is signed. Chosen at a touch until one was printed, with a reason afterwards. */
export function OfficialSheetChoice() {
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  const isPrinted = useStation((view) => Object.values(view.state.rooms).some(hasPrintedSheet));
  const mayChoose = useLeads();
  const [changing, setChanging] = useState<SheetMaker | null>(null);
  const { busy, error, run } = useAct();
  const chosen = (room ?? common).officialSheet?.which ?? null;

  function choose(which: SheetMaker): void {
    if (which === chosen || busy !== null) return;
    if (isPrinted) setChanging(which);
    else void run('official', () => ask('officialSheet.choose', { which }));
  }

  return (
    <>
      <p>{words.why}</p>
      {mayChoose ? (
        <ChoiceList
          label={words.title}
          value={chosen}
          onChange={choose}
          choices={[
            { value: 'platform', label: words.choices.platform },
            { value: 'station', label: words.choices.station },
          ]}
        />
      ) : (
        <p>
          <strong>{chosen === null ? words.notChosen : words.chosen[chosen]}</strong>
          <span className="matter-more">{words.leadersOnly}</span>
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {changing !== null && <ChangeSheetDialog which={changing} onClose={() => setChanging(null)} />}
    </>
  );
}
