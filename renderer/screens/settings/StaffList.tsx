import { useStation } from '../../stores/station-store.ts';
import { ROLE_LABELS } from '../../text/words.ts';

/** The day's staff as far as this station knows them. */
export function StaffList() {
  const staff = useStation((view) => view.staff);
  return (
    <section className="card">
      <h2 className="card-title">考务人员</h2>
      <ul className="staff-list">
        {staff.map((card) => (
          <li key={card.staff}>
            <span>{card.name}</span>
            <span className="quiet figures">
              {ROLE_LABELS[card.role]}
              {card.room !== null && `，${card.room} 考场`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
