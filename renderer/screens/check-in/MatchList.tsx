import { useEffect, useRef } from 'react';
import { attendanceOf } from '../../../shared/domain/attendance.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Photo } from '../../components/Photo.tsx';
import { groupTicket, seatText } from '../../text/format.ts';
import { AttendanceTag } from './AttendanceTag.tsx';
import { ObjectionTags } from './ObjectionTags.tsx';
import type { Search } from './search-store.ts';

interface MatchListProps {
  readonly search: Search;
  readonly room: RoomState;
  readonly paper: PaperId;
}

/** Several people answer to the text: listed, never picked. The field keeps the focus; the arrows mark a line. */
export function MatchList({ search, room, paper }: MatchListProps) {
  const matches = search.result?.matches ?? [];
  const marked = matches[search.marked];
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[search.marked]?.scrollIntoView({ block: 'nearest' });
  }, [search.marked]);
  return (
    <>
      <h2 className="card-title">有 {matches.length} 人符合，请选定其中一人</h2>
      <ul ref={list} className="matches" aria-label="符合的考生">
        {matches.map((card, index) => {
          const ticket = groupTicket(card.ticket);
          const candidate = room.candidates[card.candidate];
          return (
            <li key={card.candidate}>
              <button
                type="button"
                tabIndex={-1}
                aria-pressed={index === search.marked}
                className="match"
                onClick={() => search.choose(card)}
              >
                <Photo candidate={card.candidate} name={card.name} size="small" />
                <span className="match-seat figures">{seatText(card.seat)}</span>
                <span className="match-name">{card.name}</span>
                <span className="figures">
                  {ticket.head} <strong>{ticket.tail}</strong>
                </span>
                <span className="quiet match-class">{card.className}</span>
                {candidate !== undefined && (
                  <span className="match-tags">
                    <ObjectionTags room={room} candidate={candidate} paper={paper} />
                    <AttendanceTag attendance={attendanceOf(candidate, paper)} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <output className="visually-hidden">{marked === undefined ? '' : `${marked.seat} 座 ${marked.name}`}</output>
    </>
  );
}
