import { useEffect, useState } from 'react';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import { PAPER_IDS } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';

/** What was written of a violation, a note or an item of the course 经过. */
export interface RecordText {
  readonly text: string;
  readonly held: string;
}

export type RecordTexts = Readonly<Record<string, RecordText>>;
const NONE: RecordTexts = {};

/** The texts of a room's violations, notes and course 经过 by event key, as long as this screen shows them; read anew with every record. */
export function useRecordTexts(room: RoomState): RecordTexts {
  const actor = useActing((store) => store.actor);
  const [texts, setTexts] = useState(NONE);
  const { adjustments, withdrawals, cancellations } = room.course;
  const count =
    PAPER_IDS.reduce((sum, paper) => sum + allViolations(room, paper).length + adjustments[paper].length, 0) +
    Object.keys(withdrawals).length +
    cancellations.length +
    room.notes.length;
  const roomNo = room.room;
  useEffect(() => {
    if (count === 0 || actor === null) return;
    let isWanted = true;
    void ask('records.texts', { room: roomNo }).then((answer) => {
      if (!isWanted || !answer.ok) return;
      setTexts(
        Object.fromEntries(answer.value.texts.map(({ event, text, held }) => [eventKey(event), { text, held }])),
      );
    });
    return () => {
      isWanted = false;
    };
  }, [roomNo, count, actor]);
  return texts;
}
