import type { ReactNode } from 'react';
import { useActing } from '../stores/acting-store.ts';
import { useStation } from '../stores/station-store.ts';
import { recoveryCardText as words } from '../text/recovery.ts';

/** What the chief and deputies may do; everybody else is told, and may hand over. */
export function LeaderOnly({ children }: { readonly children: ReactNode }) {
  const actor = useActing((store) => store.actor);
  const role = useStation((view) => view.staff.find(({ staff }) => staff === actor)?.role);
  return role === 'chief' || role === 'deputy' ? children : <HandOver />;
}

/** That the chief does it, and one press that asks for his PIN. */
export function HandOver() {
  const askFor = useActing((store) => store.askFor);
  const chief = useStation((view) => view.staff.find((card) => card.role === 'chief'));
  return (
    <div className="settings-acts">
      <span className="quiet">{words.chiefOnly}</span>
      {chief !== undefined && (
        <button type="button" className="button" onClick={() => askFor(chief.staff)}>
          {words.switchTo(chief.name)}
        </button>
      )}
    </div>
  );
}
