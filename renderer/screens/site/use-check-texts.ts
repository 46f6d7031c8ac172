import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';

export type CheckTexts = MethodOutput<'checks.read'>;
const NONE: CheckTexts = { entries: [], visits: [], lists: [] };

/** What people wrote on the checks and visits of a room or the site, and the lists; read anew with every record of them. */
export function useCheckTexts(room: RoomNo | null): CheckTexts {
  const actor = useActing((store) => store.actor);
  const [texts, setTexts] = useState<{ readonly room: RoomNo | null; readonly texts: CheckTexts } | null>(null);
  const own = useStation((view) => (room === null ? view.state.site.checks : view.state.rooms[room]?.checks));
  const lists = useStation((view) => view.state.site.checks.lists);
  useEffect(() => {
    if (actor === null) return;
    let isWanted = true;
    void ask('checks.read', { room }).then((answer) => {
      if (isWanted && answer.ok) setTexts({ room, texts: answer.value });
    });
    return () => {
      isWanted = false;
    };
    // `own` and `lists` are what the texts belong to: another object there is another text here.
  }, [room, actor, own, lists]);
  return texts === null || texts.room !== room ? NONE : texts.texts;
}
