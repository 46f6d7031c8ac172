import { useState } from 'react';
import type { RoomNo } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { useRoomNo } from '../../stores/room-view.ts';
import { gapTexts, staffPageText as words } from '../../text/staff.ts';
import { ArriveDialog } from './ArriveDialog.tsx';
import { AddDialog, DescribeDialog } from './DescribeDialog.tsx';
import { ImportStaffDialog } from './ImportStaffDialog.tsx';
import { NewPinDialog } from './NewPinDialog.tsx';
import { PhonesDialog } from './PhonesDialog.tsx';
import { PinsDialog } from './PinsDialog.tsx';
import { PostDialog } from './PostDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import type { StaffMember } from './staff-groups.ts';
import { StaffTable } from './StaffTable.tsx';
import { useIsLeader, useStaffDetails, useStaffGroups, useStaffingGaps } from './use-staff.ts';

/** What the page has open over it. */
type Opened =
  | { readonly kind: 'import' | 'pins' | 'add' | 'phones' }
  | { readonly kind: 'describe' | 'post' | 'remove' | 'replace' | 'new-pin'; readonly member: StaffMember }
  | { readonly kind: 'arrive'; readonly room: RoomNo };

/** The page was opened from far down another one: it begins at its top, the whole way up. */
const toTop = (head: HTMLElement | null) => head?.scrollIntoView({ block: 'end' });

/** 考务人员: who works where, whether they are enough, and all that is done about it. */
export function StaffPage({ onBack }: { readonly onBack: () => void }) {
  const groups = useStaffGroups();
  const gaps = useStaffingGaps();
  const details = useStaffDetails();
  const isLeader = useIsLeader();
  const own = useRoomNo();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const actor = useActing((store) => store.actor);
  const mayRemove = ({ info }: StaffMember) => info.role !== 'chief' && info.staff !== actor && info.leftAt === null;
  const close = () => setOpened(null);
  const open = (next: Opened) => {
    setDone(null);
    setOpened(next);
  };
  const table = {
    details,
    isLeader,
    onDescribe: (member: StaffMember) => open({ kind: 'describe', member }),
    onPost: (member: StaffMember) => open({ kind: 'post', member }),
    onReplace: (member: StaffMember) => open({ kind: 'replace', member }),
    onNewPin: (member: StaffMember) => open({ kind: 'new-pin', member }),
  };
  const management = <StaffTable title={words.management} members={groups.management} {...table} />;
  const waiting = groups.unassigned.length > 0 && (
    <StaffTable title={words.unassigned} members={groups.unassigned} {...table} />
  );
  // In a room its own people come first: those who wait are the whole site's.
  const rooms = groups.rooms.map(({ room, have, want, people }) => (
    <StaffTable
      key={room}
      title={words.roomTitle(room)}
      count={words.roomCount(have, want)}
      members={people}
      emptyText={words.nobodyYet}
      {...table}
    >
      {own === room && have < want && (
        <button type="button" className="button button-small" onClick={() => open({ kind: 'arrive', room })}>
          {words.arrive}
        </button>
      )}
    </StaffTable>
  ));
  return (
    <div className="staff-page">
      <header className="staff-head" ref={toTop}>
        <button type="button" className="button button-small" onClick={onBack}>
          {words.back}
        </button>
        <h2 className="page-title">{words.title}</h2>
        {isLeader && (
          <div className="staff-head-acts">
            <button type="button" className="button" onClick={() => open({ kind: 'phones' })}>
              {words.phones}
            </button>
            <button type="button" className="button" onClick={() => open({ kind: 'add' })}>
              {words.add}
            </button>
            <button type="button" className="button button-primary" onClick={() => open({ kind: 'import' })}>
              {words.importList}
            </button>
          </div>
        )}
      </header>
      {!isLeader && <p className="quiet">{words.byLeaders}</p>}
      {done !== null && <Notice tone="present" what={done} />}
      <section className="card" aria-label={words.gapsTitle}>
        <h3 className="card-title">{words.gapsTitle}</h3>
        {gaps.length === 0 ? (
          <p className="staff-state">
            <Mark shape="done" />
            {words.complete}
          </p>
        ) : (
          <ul className="staff-gaps">
            {gapTexts(gaps).map((text) => (
              <li key={text} className="staff-state staff-gap figures">
                <Mark shape="late" />
                {text}
              </li>
            ))}
          </ul>
        )}
      </section>
      {own !== null && rooms}
      {management}
      {waiting}
      {own === null && rooms}
      {groups.left.length > 0 && <StaffTable title={words.left} members={groups.left} {...table} />}
      {opened?.kind === 'import' && (
        <ImportStaffDialog
          onClose={close}
          onDone={(said, hasPins) => {
            setDone(said);
            setOpened(hasPins ? { kind: 'pins' } : null);
          }}
        />
      )}
      {opened?.kind === 'pins' && <PinsDialog onClose={close} />}
      {opened?.kind === 'add' && <AddDialog onClose={close} />}
      {opened?.kind === 'phones' && <PhonesDialog onClose={close} />}
      {opened?.kind === 'describe' && (
        <DescribeDialog
          member={opened.member}
          details={details[opened.member.card.staff]?.details ?? null}
          onRemove={mayRemove(opened.member) ? () => open({ kind: 'remove', member: opened.member }) : null}
          onClose={close}
        />
      )}
      {opened?.kind === 'remove' && <RemoveDialog member={opened.member} onClose={close} />}
      {opened?.kind === 'post' && (
        <PostDialog
          member={opened.member}
          conflicts={details[opened.member.card.staff]?.conflicts ?? []}
          onClose={close}
        />
      )}
      {opened?.kind === 'replace' && opened.member.info.room !== null && (
        <ReplaceDialog leaving={opened.member.card} room={opened.member.info.room} onClose={close} />
      )}
      {opened?.kind === 'new-pin' && (
        <NewPinDialog staff={opened.member.card.staff} name={opened.member.card.name} onClose={close} />
      )}
      {opened?.kind === 'arrive' && <ArriveDialog room={opened.room} onClose={close} />}
    </div>
  );
}
