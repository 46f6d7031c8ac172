import { ask } from '../stores/send-command.ts';
import { useAct } from '../stores/use-act.ts';
import { useActing } from '../stores/acting-store.ts';
import { useStation } from '../stores/station-store.ts';
import { doubtfulTimeText as words } from '../text/clock.ts';
import { errorText } from '../text/errors.ts';

/** Whether the acting person may ratify what was recorded in doubt. */
export function useMayRatifyTime(): boolean {
  const actor = useActing((store) => store.actor);
  const role = useStation((view) => view.staff.find(({ staff }) => staff === actor)?.role);
  return role === 'chief' || role === 'deputy';
}

/** 时间核实 of this station, by the chief or a deputy. */
export function RatifyTimeButton({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const act = useAct();
  return (
    <>
      {act.error !== null && <span role="alert">{errorText(act.error).what}</span>}
      <button
        type="button"
        className={isQuiet ? 'button button-quiet' : 'button'}
        disabled={act.busy !== null}
        onClick={() => void act.run('ratify', () => ask('clock.ratify', {}))}
      >
        {act.busy === null ? words.ratify : words.busy}
      </button>
    </>
  );
}
