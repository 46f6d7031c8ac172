import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { as, type StaffId } from '../../../shared/ids.ts';
import { secondOf, useActing } from '../../stores/acting-store.ts';
import { loadCards } from '../../stores/station-link.ts';
import { useStation } from '../../stores/station-store.ts';
import { ROLE_LABELS } from '../../text/words.ts';

/** 当前操作: who acts, and who stands by as the second person. */
export function ActingMenu() {
  const staff = useStation((view) => view.staff);
  const { actor, choose } = useActing();
  const acting = staff.find((card) => card.staff === actor);
  const second = secondOf(staff, actor);
  const title = second === null ? undefined : `第二人 ${second.name}`;
  return (
    <MenuTrigger>
      <Button className="acting-button">
        <span className="acting-label">当前操作</span>
        <span className="acting-name">{acting?.name ?? '请选择'}</span>
        {title !== undefined && <span className="acting-label">{title}</span>}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="换人操作"
          onAction={(key) => {
            choose(as<StaffId>(String(key)));
            void loadCards();
          }}
        >
          {staff.map((card) => (
            <MenuItem key={card.staff} id={card.staff} className="menu-item" textValue={card.name}>
              <span>{card.name}</span>
              <span className="quiet">{card.staff === actor ? '正在操作' : ROLE_LABELS[card.role]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
