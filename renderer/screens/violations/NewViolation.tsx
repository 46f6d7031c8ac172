import { useEffect, useRef, useState } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import { findCandidate } from '../../../shared/domain/decide-place.ts';
import { cancellationOf } from '../../../shared/domain/eligibility.ts';
import { seatStateOf } from '../../../shared/domain/seat-state.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { PaperSwitch } from '../../components/PaperSwitch.tsx';
import { Photo } from '../../components/Photo.tsx';
import { groupTicket, seatText } from '../../text/format.ts';
import { ActDialogs } from '../acts/ActDialogs.tsx';
import { PersonSearch } from '../acts/PersonSearch.tsx';
import { SeatTag } from '../acts/SeatTag.tsx';
import type { PersonActs } from '../acts/use-person-acts.ts';
import { useSearch } from '../check-in/use-search.ts';

interface NewViolationProps {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** 登记违纪 from the list: first who, and in which paper; then the same form as on the seat. */
export function NewViolation({ room, paper, acts, onClose }: NewViolationProps) {
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch(room.room);
  const [inPaper, setInPaper] = useState(paper);
  const [person, setPerson] = useState<CandidateCard | null>(null);
  const [kind, setKind] = useState<'violation' | 'warning' | null>(null);
  const candidate = person === null ? undefined : findCandidate(room, person.candidate);
  // Where a scan belongs: it is typed as soon as the dialog stands.
  useEffect(() => field.current?.focus(), []);

  if (kind !== null && person !== null && candidate !== undefined) {
    return (
      <ActDialogs
        kind={kind}
        person={{ seat: candidate.seat, name: person.name, ticket: person.ticket }}
        place={{ room: room.room, paper: inPaper, candidate: candidate.candidate }}
        candidate={candidate}
        lateStep="submit"
        needsTechnician={false}
        acts={acts}
        onClose={onClose}
      />
    );
  }

  const takesPaper = candidate?.papers.includes(inPaper) === true;
  return (
    <FormDialog title="登记违纪：是哪一位？" isOpen onClose={onClose}>
      <div className="dialog-body">
        <PaperSwitch label="科目" value={inPaper} onChange={setInPaper} />
        <PersonSearch
          search={search}
          fieldRef={field}
          label="座位号、准考证号或姓名"
          onPerson={setPerson}
          onEnter={() => takesPaper && setKind('violation')}
        />
        <div className="new-violation-person">
          {person === null || candidate === undefined ? (
            <p className="quiet">扫准考证，或输入座位号、姓名；确认是本人后再继续。</p>
          ) : (
            <>
              <Photo candidate={candidate.candidate} name={person.name} size="small" />
              <div>
                <p className="new-violation-name">
                  <span className="figures">{seatText(candidate.seat)} 座</span> {person.name}
                </p>
                <p className="quiet figures">
                  {groupTicket(person.ticket).head} <strong>{groupTicket(person.ticket).tail}</strong>
                </p>
                {takesPaper ? (
                  <SeatTag state={seatStateOf(candidate, inPaper, cancellationOf(room, candidate.candidate))} />
                ) : (
                  <p>此人没有报考这一科。</p>
                )}
              </div>
            </>
          )}
        </div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button" disabled={!takesPaper} onClick={() => setKind('warning')}>
            口头警告
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={!takesPaper}
            onClick={() => setKind('violation')}
          >
            填写违纪
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
