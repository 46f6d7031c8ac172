import { useState } from 'react';
import type { RoomNo } from '../../../shared/ids.ts';
import { useDay, useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { siteText } from '../../text/checks.ts';
import { boardRow } from './check-board.ts';
import { CheckBoard } from './CheckBoard.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { LotsPanel } from './LotsPanel.tsx';
import { OfficialSheetNotice } from './OfficialSheetNotice.tsx';
import { SITE_VIEWS, useSiteView } from './site-view.ts';
import { useLeads } from './use-leads.ts';

/** 考点总览 before the day: what is still to be checked; at the exam office of every room, with 抽签 beside it. */
export function SiteScreen() {
  const roomNo = useRoomNo();
  return roomNo === null ? <OfficeSite /> : <RoomSite room={roomNo} />;
}

function OfficeSite() {
  const day = useDay();
  const { view, show } = useSiteView();
  const [selected, setSelected] = useState<RoomNo | null>(null);
  if (day === null) return null;
  const hasLots = day.rules.values.hasLotDraw;
  return (
    <div className="site">
      <div className="site-head">
        {hasLots && (
          <fieldset className="paper-switch">
            <legend className="visually-hidden">{siteText.views}</legend>
            {SITE_VIEWS.map((one) => (
              <button
                key={one}
                type="button"
                className="paper-choice"
                aria-pressed={one === view}
                onClick={() => show(one)}
              >
                {siteText[one]}
              </button>
            ))}
          </fieldset>
        )}
        <p className="quiet">{siteText.later}</p>
      </div>
      {hasLots && view === 'lots' ? (
        <LotsPanel />
      ) : (
        <div className="site-columns">
          <div className="site-side">
            <OfficialSheetNotice />
            <CheckBoard selected={selected} onSelect={setSelected} />
          </div>
          <Checks room={selected} />
        </div>
      )}
    </div>
  );
}

function RoomSite({ room }: { readonly room: RoomNo }) {
  const leads = useLeads();
  return (
    <div className="site">
      <div className="site-head">
        <p className="quiet">{siteText.later}</p>
      </div>
      {leads && <OfficialSheetNotice />}
      <Checks room={room} />
    </div>
  );
}

/** Of a room, or with `room` null of the site; each with a page of its own, so that nothing half typed goes along. */
function Checks({ room }: { readonly room: RoomNo | null }) {
  const day = useDay();
  const state = useStation((view) => view.state);
  if (day === null) return null;
  return <CheckPanel key={room ?? 'site'} row={boardRow(state, day, room)} roomNo={room} day={day} />;
}
