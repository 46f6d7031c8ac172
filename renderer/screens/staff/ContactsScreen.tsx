import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { contactsText as words } from '../../text/staff.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import { PhonesDialog } from './PhonesDialog.tsx';
import { useContacts } from './use-contacts.ts';
import { useIsLeader } from './use-staff.ts';

/** 突发事件 → 联系谁: large numbers, the chief first. Whoever is missing is said, and who enters him. */
export function ContactsScreen() {
  const isSignedIn = useActing((store) => store.actor !== null);
  const contacts = useContacts();
  return (
    <div className="contacts">
      <header>
        <h2 className="page-title">{words.title}</h2>
        <p className="quiet">{words.line}</p>
      </header>
      {!isSignedIn && <Notice tone="idle" what={words.signedOut} />}
      {contacts !== null && <Contacts known={contacts} />}
    </div>
  );
}

function Contacts({ known: { people, duty } }: { readonly known: MethodOutput<'contacts.read'> }) {
  const isLeader = useIsLeader();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <section className="card" aria-label={words.people}>
        <h3 className="card-title">{words.people}</h3>
        <ul className="contact-list">
          {people.map(({ staff, name, role, room, phone }) => (
            <Contact
              key={staff}
              label={room === null ? ROLE_LABELS[role] : `${ROLE_LABELS[role]}，${words.ofRoom(room)}`}
              name={name}
              phone={phone}
            />
          ))}
        </ul>
        {!people.some(({ role }) => role === 'technician') && (
          <p className="quiet contact-missing">
            {words.noTechnician}
            {words.noTechnicianTodo}
          </p>
        )}
      </section>
      <section className="card" aria-label={words.duty}>
        <div className="card-head">
          <h3 className="card-title">{words.duty}</h3>
          {isLeader && (
            <button type="button" className="button button-small" onClick={() => setEditing(true)}>
              {words.edit}
            </button>
          )}
        </div>
        {duty.length === 0 ? (
          <Notice tone="idle" what={words.noDuty} todo={words.noDutyTodo} />
        ) : (
          <ul className="contact-list">
            {duty.map(({ label, name, phone }) => (
              <Contact key={`${label} ${phone} ${name}`} label={label} name={name} phone={phone} />
            ))}
          </ul>
        )}
      </section>
      {isEditing && <PhonesDialog onClose={() => setEditing(false)} />}
    </>
  );
}

interface ContactProps {
  readonly label: string;
  readonly name: string;
  readonly phone: string;
}

function Contact({ label, name, phone }: ContactProps) {
  return (
    <li className="contact">
      <span className="contact-label">{label}</span>
      <span className="contact-name">{name}</span>
      {phone === '' ? (
        <span className="quiet">
          {words.noPhone}，{words.noPhoneTodo}
        </span>
      ) : (
        <span className="contact-phone figures">{phone}</span>
      )}
    </li>
  );
}
