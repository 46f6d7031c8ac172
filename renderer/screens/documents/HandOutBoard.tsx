import type { PaperId } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { UndoButton } from '../../components/UndoButton.tsx';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';
import { shortTimeText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';
import { type SiteRoom, useSiteRooms } from './site-rooms.ts';

/** 签到表领取 at T−60: room by room, is it printed, and who has fetched it when. A tick is recorded at once. */
export function HandOutBoard({ paper }: { readonly paper: PaperId }) {
  const rooms = useSiteRooms(paper);
  const { busy, error, setError, run } = useAct();
  const done = rooms.filter(({ handedOut }) => handedOut !== null).length;
  const handOut = ({ room }: SiteRoom) => void run(room.room, () => ask('sheet.handOut', { room: room.room, paper }));
  return (
    <section className="card hand-out" aria-label="签到表领取">
      <h2 className="card-title figures">
        {PAPER_LABELS[paper]}签到表领取 {done} / {rooms.length}
      </h2>
      {rooms.length === 0 && <p className="quiet">名单里没有报考这一科的考场。</p>}
      {error !== null && <ErrorNotice error={error} />}
      <ul className="hand-out-list">
        {rooms.map((one) => {
          const { room, people, copies, handedOut } = one;
          return (
            <li key={room.room} className="hand-out-row">
              <label className="check">
                {handedOut === null ? (
                  <input
                    type="checkbox"
                    checked={false}
                    disabled={busy !== null}
                    aria-label={`${room.room} 考场 已领取`}
                    onChange={() => handOut(one)}
                  />
                ) : (
                  <span className="ticked ink-present">
                    <Mark shape="done" />
                  </span>
                )}
                <strong className="figures">{room.room}</strong>
                <span className="quiet figures hand-out-place">
                  {room.place} {people} 人
                </span>
              </label>
              <span className="hand-out-state figures">
                {handedOut === null ? (
                  <span className="quiet">{copies === 0 ? '未打印' : '已打印'}</span>
                ) : (
                  <>
                    <UndoButton
                      target={handedOut.event}
                      actor={handedOut.actor}
                      what={`${room.room} 考场领取`}
                      onError={setError}
                    />
                    <span className="ink-present">{shortTimeText(handedOut.occurredAt)} 已领取</span>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
