import type { ReactNode } from 'react';
import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import { Mark } from '../../components/Mark.tsx';
import { shortTimeText } from '../../text/format.ts';
import { conflictTexts, staffPageText as words } from '../../text/staff.ts';
import { ROLE_LABELS } from '../../text/words.ts';
import type { StaffMember } from './staff-groups.ts';
import type { StaffDetailsById } from './use-staff.ts';

interface StaffTableProps {
  readonly title: string;
  readonly count?: string;
  readonly members: readonly StaffMember[];
  readonly emptyText?: string;
  readonly details: StaffDetailsById;
  readonly isLeader: boolean;
  readonly onDescribe: (member: StaffMember) => void;
  readonly onPost: (member: StaffMember) => void;
  readonly onReplace: (member: StaffMember) => void;
  readonly onNewPin: (member: StaffMember) => void;
  readonly children?: ReactNode;
}

/** One group of the staff: who, whether trained, how to be reached, and what can be done about him. */
export function StaffTable({ title, count, members, emptyText = words.empty, children, ...rest }: StaffTableProps) {
  return (
    <section className="card staff-group" aria-label={title}>
      <div className="card-head">
        <h3 className="card-title">{title}</h3>
        {count !== undefined && <span className="quiet figures">{count}</span>}
        {children}
      </div>
      {members.length === 0 ? (
        <p className="quiet">{emptyText}</p>
      ) : (
        <table className="table staff-table">
          <thead>
            <tr>
              <th scope="col">{words.headings.name}</th>
              <th scope="col">{words.headings.role}</th>
              <th scope="col">{words.headings.training}</th>
              {rest.isLeader && <th scope="col">{words.headings.phone}</th>}
              {rest.isLeader && <th scope="col">{words.headings.recusal}</th>}
              <th scope="col">
                <span className="visually-hidden">{words.headings.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <StaffRow key={member.card.staff} member={member} {...rest} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type StaffRowProps = { readonly member: StaffMember } & Omit<StaffTableProps, 'title' | 'count' | 'members'>;

function StaffRow({ member, details, isLeader, onDescribe, onPost, onReplace, onNewPin }: StaffRowProps) {
  const { card, info } = member;
  const known = details[card.staff];
  const isInvigilator = info.role === 'invigilator';
  const mayMove = isLeader && info.leftAt === null && (isInvigilator || info.role === 'technician');
  const phone = known?.details?.phone ?? '';
  return (
    <tr>
      <th scope="row" className="staff-name">
        {card.name}
        {info.leftAt !== null && <span className="quiet figures">{words.leftAt(shortTimeText(info.leftAt))}</span>}
      </th>
      <td>{ROLE_LABELS[info.role]}</td>
      <td>
        {isInvigilator && (
          <span className={info.isTrained ? 'staff-state' : 'staff-state staff-gap'}>
            <Mark shape={info.isTrained ? 'done' : 'late'} />
            {info.isTrained ? words.trained : words.untrained}
          </span>
        )}
      </td>
      {isLeader && <td className="figures">{phone === '' ? <span className="quiet">{words.noPhone}</span> : phone}</td>}
      {isLeader && (
        <td className="staff-conflicts">
          {isInvigilator && conflictTexts(known?.conflicts ?? []).map((text) => <p key={text}>{text}</p>)}
        </td>
      )}
      <td>
        <div className="staff-acts">
          {isLeader && <ActButton label={words.describe} about={card.name} onPress={() => onDescribe(member)} />}
          {isLeader && info.leftAt === null && !SITE_LEADERS.includes(info.role) && (
            <ActButton label={words.newPin} about={card.name} onPress={() => onNewPin(member)} />
          )}
          {mayMove && <ActButton label={words.post} about={card.name} onPress={() => onPost(member)} />}
          {isInvigilator && info.room !== null && (
            <ActButton label={words.replace} about={card.name} onPress={() => onReplace(member)} />
          )}
        </div>
      </td>
    </tr>
  );
}

interface ActButtonProps {
  readonly label: string;
  /** Read out with it: the same words stand in every row. */
  readonly about: string;
  readonly onPress: () => void;
}

function ActButton({ label, about, onPress }: ActButtonProps) {
  return (
    <button type="button" className="button button-small" aria-label={`${label} ${about}`} onClick={onPress}>
      {label}
    </button>
  );
}
