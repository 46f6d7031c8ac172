import { openAnomalies } from '../../../shared/domain/anomalies.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { SCREEN_LABELS, SCREENS } from '../../text/shell.ts';

/** The nine screens; the labels never change. */
export function Navigation() {
  const { screen, show } = useScreen();
  const anomalies = useStation((view) => openAnomalies(view.state).length);
  return (
    <nav className="nav" aria-label="主导航">
      {SCREENS.map((name) => (
        <button
          key={name}
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
        </button>
      ))}
    </nav>
  );
}
