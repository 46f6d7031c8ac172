import { useState } from 'react';
import { CHECK_MOMENT_WORDS } from '../../../shared/documents/check-words.ts';
import { CHECK_MOMENTS } from '../../../shared/domain/checklist-items.ts';
import type { CheckStanding } from '../../../shared/domain/checks-state.ts';
import type { DayInfo } from '../../../shared/domain/state.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { ask } from '../../stores/send-command.ts';
import { checkText, siteText } from '../../text/checks.ts';
import type { BoardRow } from './check-board.ts';
import { CheckReasonDialog, type ReasonedAct } from './CheckReasonDialog.tsx';
import { CheckRow } from './CheckRow.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { SiteLists } from './SiteLists.tsx';
import { TickDialog } from './TickDialog.tsx';
import { useCheckTexts } from './use-check-texts.ts';
import { usePrint } from './use-print.ts';
import { VisitList } from './VisitList.tsx';

interface CheckPanelProps {
  readonly row: BoardRow;
  /** Null = the site's own list. */
  readonly roomNo: RoomNo | null;
  readonly day: DayInfo;
}

/** The list of one place: what is to be done when, who has done it; then who came to see it. */
export function CheckPanel({ row, roomNo, day }: CheckPanelProps) {
  const texts = useCheckTexts(roomNo);
  const print = usePrint();
  const [ticking, setTicking] = useState<CheckStanding | null>(null);
  const [reasoned, setReasoned] = useState<ReasonedAct | null>(null);
  const place = roomNo === null ? siteText.site : `${siteText.roomCalled(roomNo)} ${row.room?.place ?? ''}`;

  return (
    <section className="check-panel" tabIndex={0} aria-label={checkText.listOf(place)}>
      <div className="card check-list">
        <div className="check-head">
          <h2 className="check-title">{place}</h2>
          <span className={`figures ${row.open === 0 ? 'ink-present' : 'ink-late'}`}>
            {row.open === 0 ? siteText.allDone : siteText.left(row.open)}
          </span>
          <button
            type="button"
            className="button button-small check-print"
            disabled={print.isBusy}
            onClick={() => void print.print(() => ask('checks.sheet', { room: roomNo }))}
          >
            {print.isBusy ? siteText.printing : siteText.print}
          </button>
        </div>
        {print.error !== null && <ErrorNotice error={print.error} />}
        {CHECK_MOMENTS.map((moment) => {
          const standings = row.standings.filter(({ item }) => item.when === moment);
          if (standings.length === 0) return null;
          return (
            <section key={moment} aria-label={CHECK_MOMENT_WORDS[moment]}>
              <h3 className="check-moment">{CHECK_MOMENT_WORDS[moment]}</h3>
              <ul>
                {standings.map((standing) => (
                  <CheckRow
                    key={standing.item.id}
                    standing={standing}
                    facts={{ rules: day.rules.values, people: row.room?.expected ?? 0 }}
                    written={texts.entries.find(({ item }) => item === standing.item.id) ?? null}
                    roomNo={roomNo}
                    onAsk={() => setTicking(standing)}
                    onReason={(type) => setReasoned({ type, standing })}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <VisitList checks={row.room?.checks ?? null} roomNo={roomNo} texts={texts} />
      <SiteLists lists={texts.lists} />
      {ticking !== null && (
        <TickDialog
          standing={ticking}
          roomNo={roomNo}
          facts={{ rules: day.rules.values, people: row.room?.expected ?? 0 }}
          onClose={() => setTicking(null)}
        />
      )}
      {reasoned !== null && (
        <CheckReasonDialog
          act={reasoned}
          roomNo={roomNo}
          facts={{ rules: day.rules.values, people: row.room?.expected ?? 0 }}
          onClose={() => setReasoned(null)}
        />
      )}
      <PrintDialog title={siteText.print} print={print} />
    </section>
  );
}
