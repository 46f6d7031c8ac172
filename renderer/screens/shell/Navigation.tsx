import { Fragment } from 'react';
import { openAnomalies } from '../../../shared/domain/anomalies.ts';
import { useRoom } from '../../stores/room-view.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { SCREEN_LABELS, SCREENS } from '../../text/shell.ts';
import { openViolations } from '../violations/violation-rows.ts';
import { BigScreenButton } from './BigScreenButton.tsx';
import { RehearsalPanel } from './RehearsalPanel.tsx';
import { ShieldKey } from './ShieldKey.tsx';

/** The nine screens; the labels never change. */
export function Navigation() {
  const { screen, show } = useScreen();
  const unregistered = openViolations(useRoom());
  const anomalies = useStation((view) => openAnomalies(view.state).length);
  return (
    <nav className="nav" aria-label="主导航">
      {SCREENS.map((name) => (
        <Fragment key={name}>
          {name === 'settings' && (
            <>
              <RehearsalPanel />
              <div className="nav-screens">
                <BigScreenButton />
                <ShieldKey />
              </div>
            </>
          )}
          <button
            type="button"
            className="nav-item"
            aria-current={name === screen ? 'page' : undefined}
            onClick={() => show(name)}
          >
            {SCREEN_LABELS[name]}
            {name === 'day' && anomalies > 0 && (
              <span className="nav-count figures" title={`${anomalies} 项记录待核对`}>
                {anomalies}
              </span>
            )}
            {name === 'violations' && unregistered > 0 && (
              <span
                className="nav-count nav-count-violation figures"
                title={`${unregistered} 项违纪待登记到监考管理系统`}
              >
                {unregistered}
              </span>
            )}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
