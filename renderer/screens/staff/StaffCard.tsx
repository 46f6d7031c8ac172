import { Mark } from '../../components/Mark.tsx';
import { useStation } from '../../stores/station-store.ts';
import { staffCardText as words } from '../../text/staff.ts';
import { useStaffingGaps } from './use-staff.ts';

/** 设置 → 考务人员: how many there are, whether they are enough, and the way to their page. */
export function StaffCard({ onOpen }: { readonly onOpen: () => void }) {
  const people = useStation((view) => view.staff.filter(({ leftAt }) => leftAt === null).length);
  const rooms = useStation((view) => Object.keys(view.state.rooms).length);
  const gaps = useStaffingGaps().length;
  return (
    <section className="card" aria-label={words.title}>
      <h2 className="card-title">{words.title}</h2>
      <p className="figures">{words.counts(people, rooms)}</p>
      <p className={gaps === 0 ? 'staff-state' : 'staff-state staff-gap'}>
        <Mark shape={gaps === 0 ? 'done' : 'late'} />
        {gaps === 0 ? words.complete : words.gaps(gaps)}
      </p>
      <div className="settings-acts">
        <button type="button" className="button" onClick={onOpen}>
          {words.open}
        </button>
      </div>
    </section>
  );
}
