import { useState } from 'react';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId, RoomNo } from '../../../shared/ids.ts';
import { Notice } from '../../components/Notice.tsx';
import type { EntryActs } from './use-entry-acts.ts';

interface NotFoundProps {
  readonly text: string;
  readonly otherRoom: RoomNo | null;
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly acts: EntryActs;
}

/** Nobody of this room: either another room's, or on no list at all. */
export function NotFound({ text, otherRoom, room, paper, acts }: NotFoundProps) {
  const query = text.trim();
  if (otherRoom !== null) {
    return (
      <div className="not-found">
        <p className="not-found-large">
          请到 <strong className="figures">{otherRoom}</strong> 考场
        </p>
        <p className="quiet figures">
          准考证号 {query} 是 {otherRoom} 考场的考生，不在本考场签到。
        </p>
      </div>
    );
  }
  const stranger = strangerOf(query);
  return (
    <div className="not-found">
      <p className="not-found-large">{stranger === null ? '没有找到' : '名单外'}</p>
      <p className="quiet">
        本考场名单里找不到「<span className="figures">{query}</span>」。请核对输入，或请考生出示准考证再扫一次。
      </p>
      {stranger !== null && (
        <RefuseStranger key={query} stranger={stranger} room={room.room} paper={paper} acts={acts} />
      )}
    </div>
  );
}

interface Stranger {
  readonly ticket: string | null;
  readonly note: string | null;
}

/** A number or a whole name that is on no list. Initials and seats that match nobody are slips of the keyboard. */
function strangerOf(query: string): Stranger | null {
  if (/^(?=.*\d)[0-9A-Za-z-]{6,}$/.test(query)) return { ticket: query, note: null };
  return /^[\p{Script=Han}·•]{2,}$/u.test(query) ? { ticket: null, note: `姓名 ${query}` } : null;
}

interface RefuseStrangerProps {
  readonly stranger: Stranger;
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly acts: EntryActs;
}

function RefuseStranger({ stranger, room, paper, acts }: RefuseStrangerProps) {
  const [isSure, setSure] = useState(false);
  const input = { room, paper, candidate: null, ...stranger, reason: 'not-listed' } as const;
  if (!isSure) {
    return (
      <button type="button" className="button button-danger-quiet" onClick={() => setSure(true)}>
        登记拒绝入场（名单外）…
      </button>
    );
  }
  return (
    <Notice tone="late" what="确认此人不在任何名单，拒绝入场？" todo="登记后请报主考。">
      <div className="dialog-actions">
        <button
          type="button"
          className="button button-danger"
          disabled={acts.isBusy}
          onClick={() => void acts.refuse(input, { seat: null, name: '名单外考生', note: '名单外' })}
        >
          登记拒绝入场
        </button>
      </div>
    </Notice>
  );
}
