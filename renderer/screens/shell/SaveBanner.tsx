import { Mark } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { saveTrouble, stopsRecording } from '../../text/save.ts';

/** Across the whole width under the strip, as long as nothing can be recorded: what is wrong and what to do. */
export function SaveBanner() {
  const light = useStation((view) => view.status?.lights.save ?? null);
  if (light?.state !== 'attention' || !stopsRecording(light.code)) return null;
  const { what, todo } = saveTrouble(light.code);
  return (
    <section className="clock-banner save-banner" aria-label={what}>
      <Mark shape="attention" />
      <div className="clock-banner-words" role="alert">
        <strong>{what}</strong>
        <span>{todo}</span>
      </div>
    </section>
  );
}
