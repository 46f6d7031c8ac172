import { useEffect, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { as, type StaffId } from '../../../shared/ids.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { peopleHere, secondOf } from '../../stores/people-here.ts';
import { signOut } from '../../stores/sign-in.ts';
import { useStation } from '../../stores/station-store.ts';
import { signInText as words } from '../../text/person.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { NewPinDialog } from '../staff/NewPinDialog.tsx';

const LEAVE = 'leave';
const CHANGE_PIN = 'change-pin';

/** 当前操作: who acts, who stands by as the second person, and who else may take over. */
export function ActingMenu() {
  const staff = useStation((view) => view.staff);
  const { actor, askFor } = useActing();
  const [isChangingPin, setChangingPin] = useState(false);
  const people = peopleHere(staff);
  usePersonKeys(people.map((card) => card.staff));
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
          aria-label={words.menu}
          onAction={(key) => {
            if (key === LEAVE) signOut();
            else if (key === CHANGE_PIN) setChangingPin(true);
            else if (key !== actor) askFor(as<StaffId>(String(key)));
          }}
        >
          {people.map((card, index) => (
            <MenuItem key={card.staff} id={card.staff} className="menu-item" textValue={card.name}>
              <span>{card.name}</span>
              <span className="quiet">{card.staff === actor ? words.acting : ROLE_LABELS[card.role]}</span>
              {index < 9 && card.staff !== actor && <KeyHint name={`Alt ${index + 1}`} />}
            </MenuItem>
          ))}
          <MenuItem id={CHANGE_PIN} className="menu-item" textValue={words.changePin}>
            {words.changePin}
          </MenuItem>
          <MenuItem id={LEAVE} className="menu-item" textValue={words.leave}>
            {words.leave}
            <KeyHint name="Alt 0" />
          </MenuItem>
        </Menu>
      </Popover>
      {isChangingPin && actor !== null && (
        <NewPinDialog staff={actor} name={acting?.name ?? ''} onClose={() => setChangingPin(false)} />
      )}
    </MenuTrigger>
  );
}

/**
 * Alt with a digit of the upper row: the person of that place takes over; Alt 0 leaves. Not the number pad: with Alt, Windows
 * types characters by it, the · of a name among them.
 */
function usePersonKeys(people: readonly StaffId[]): void {
  const key = people.join();
  useEffect(() => {
    const order = key.split(',').map((staff) => as<StaffId>(staff));
    function onKey(event: KeyboardEvent): void {
      const digit = /^Digit(\d)$/.exec(event.code)?.[1];
      if (!event.altKey || event.ctrlKey || event.metaKey || digit === undefined) return;
      event.preventDefault();
      const { actor, askFor } = useActing.getState();
      const staff = order[Number(digit) - 1];
      if (digit === '0') signOut();
      else if (staff !== undefined && staff !== actor) askFor(staff);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key]);
}
