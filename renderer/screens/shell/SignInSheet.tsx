import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { StaffId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { hasPeopleElsewhere, peopleHere, secondOf } from '../../stores/people-here.ts';
import { useStation } from '../../stores/station-store.ts';
import { signInText as words } from '../../text/person.ts';
import { LostPinDialog } from '../recovery/LostPinDialog.tsx';
import { ShieldSheet } from './ShieldSheet.tsx';
import { SignInForm } from './SignInForm.tsx';

/**
 * Nobody acts, or somebody else wants to: one sheet over the console, with the clock, what is allowed and the alarms on it.
 * What is written beneath it stays as it was.
 */
export function SignInSheet() {
  const { actor, asked, last, askFor } = useActing();
  const staff = useStation((view) => view.staff);
  const [lost, setLost] = useState<{ readonly staff: StaffId | null } | null>(null);
  if (lost !== null) return <LostPinDialog first={lost.staff} onClose={() => setLost(null)} />;
  const people = peopleHere(staff);
  if ((actor !== null && asked === null) || people.length === 0) return null;
  const first = asked ?? last ?? secondOf(staff, actor)?.staff ?? people[0]?.staff ?? null;
  return createPortal(
    <Sheet key={asked} title={actor === null ? words.title : words.switchTitle}>
      <SignInForm
        people={people}
        first={first}
        onCancel={actor === null ? null : () => askFor(null)}
        hasOthers={hasPeopleElsewhere(staff)}
        onLostPin={(forgetful) => {
          askFor(null);
          setLost({ staff: forgetful });
        }}
      />
    </Sheet>,
    document.body,
  );
}

function Sheet({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const sheet = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: then the focus goes back to where it was.
  useLayoutEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    dialog?.querySelector('input')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={sheet}
      className="shield sign-in-sheet"
      aria-label={title}
      // An open dialog of the console must not take it for something of its own background.
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
    >
      <ShieldSheet title={title} />
      {children}
    </dialog>
  );
}
