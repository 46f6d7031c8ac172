import { FormDialog } from '../../components/FormDialog.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { loadCards } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { ROLE_LABELS } from '../../text/words.ts';

/** Nothing is recorded without a person: asked once, remembered by this browser. */
export function ChooseActing() {
  const staff = useStation((view) => view.staff);
  // Whoever stands in the room comes first; the chief is seldom the one at this computer.
  const people = staff.toSorted((a, b) => Number(a.role === 'chief') - Number(b.role === 'chief'));
  const choose = useActing((store) => store.choose);
  return (
    <FormDialog title="现在由谁操作本机？" isOpen isDismissable={false} onClose={() => undefined}>
      <p className="quiet">每一条记录都写明由谁办理；随时可在右上角「当前操作」换人。</p>
      <div className="dialog-body choice-list">
        {people.map((card) => (
          <button
            key={card.staff}
            type="button"
            className="button"
            onClick={() => {
              choose(card.staff);
              void loadCards();
            }}
          >
            {card.name}
            <span className="quiet">{ROLE_LABELS[card.role]}</span>
          </button>
        ))}
      </div>
    </FormDialog>
  );
}
