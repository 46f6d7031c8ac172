import type { EventRef } from '../../shared/domain/schema-parts.ts';
import { ask } from '../stores/send-command.ts';
import { useAct } from '../stores/use-act.ts';
import { errorText } from '../text/errors.ts';
import { ratifyText as words } from '../text/person.ts';

/** 追认 by the chief or a deputy. */
export function RatifyActButton({ target }: { readonly target: EventRef }) {
  const act = useAct();
  return (
    <span className="matter-undo">
      {act.error !== null && <span role="alert">{errorText(act.error).what}</span>}
      <button
        type="button"
        className="button button-quiet"
        disabled={act.busy !== null}
        onClick={() => void act.run('ratify', () => ask('act.ratify', { target }))}
      >
        {act.busy === null ? words.ratify : words.busy}
      </button>
    </span>
  );
}
