import type { ReactNode } from 'react';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import type { Attendance } from '../../../shared/domain/attendance.ts';
import { Notice } from '../../components/Notice.tsx';
import { groupTicket } from '../../text/format.ts';
import { LEVEL_LABELS, markText, PAPER_LABELS } from '../../text/words.ts';
import { AttendanceTag } from './AttendanceTag.tsx';

/** Characters that still fit on one line in the largest type. */
const LONG_NAME = 12;

interface PersonFactsProps {
  readonly card: CandidateCard;
  readonly attendance: Attendance;
  /** Only what is compared with the documents: something graver needs the room. */
  readonly isShort: boolean;
  /** What else is to be known, beside the name. */
  readonly children: ReactNode;
}

/** Who stands at the desk, large enough to compare with the documents at arm's length. */
export function PersonFacts({ card, attendance, isShort, children }: PersonFactsProps) {
  const ticket = groupTicket(card.ticket);
  return (
    <>
      <div className="person-head">
        <h2 className={card.name.length > LONG_NAME ? 'person-name person-name-long' : 'person-name'}>{card.name}</h2>
        <AttendanceTag attendance={attendance} />
        {children}
      </div>
      <dl className="facts">
        <dt>准考证号</dt>
        <dd className="figures fact-large">
          {ticket.head} <strong>{ticket.tail}</strong>
        </dd>
        <dt>{card.idType === '' ? '证件' : shortIdType(card.idType)}</dt>
        <dd className="figures fact-large">
          {card.idMasked === '' ? '名单里没有' : card.idMasked.slice(0, -4)}
          <strong>{card.idMasked.slice(-4)}</strong>
        </dd>
        {!isShort && (
          <>
            <dt>级别科目</dt>
            <dd>
              {LEVEL_LABELS[card.level]}，{card.papers.map((paper) => PAPER_LABELS[paper]).join('、')}
            </dd>
            <dt>院校班级</dt>
            <dd>{[card.school, card.className].filter((part) => part !== '').join(' ') || '—'}</dd>
          </>
        )}
      </dl>
      {card.marks.length > 0 && <Notice tone="late" what={card.marks.map(markText).join('；')} />}
    </>
  );
}

function shortIdType(idType: string): string {
  return idType === '居民身份证' ? '身份证' : idType;
}
