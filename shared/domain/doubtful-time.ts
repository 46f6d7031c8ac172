import { PAPER_IDS } from '../ids.ts';
import { isLaterOnChain } from './chain-order.ts';
import type { EventRef } from './schema-parts.ts';
import type { ActBase, RoomState } from './state.ts';

/** An act, as far as its time goes. */
type TimedAct = Pick<ActBase, 'event' | 'timeInDoubt'>;

/** 时间待核 (CK7): recorded while its station's clock was in doubt, and not ratified there since. */
export function isTimeDoubtful({ course }: Pick<RoomState, 'course'>, act: TimedAct): boolean {
  if (!act.timeInDoubt) return false;
  return !course.clockActs.some((one) => one.kind === 'ratified' && ratifies(one.event, act.event));
}

/** What its station recorded up to it, itself included. */
function ratifies(ratification: EventRef, act: EventRef): boolean {
  return ratification.station === act.station && !isLaterOnChain(act, ratification);
}

/** Every act of a room that is 时间待核, undone ones left out. */
export function doubtfulActs(room: RoomState): readonly ActBase[] {
  return allActs(room).filter((act) => !act.isUndone && isTimeDoubtful(room, act));
}

/** The room as papers show it: what was ratified since is marked no more. */
export function withRatifiedTimes(room: RoomState): RoomState {
  if (!room.course.clockActs.some(({ kind }) => kind === 'ratified')) return room;
  const settle = <Act extends ActBase>(acts: readonly Act[]): readonly Act[] =>
    acts.map((act) => (act.timeInDoubt ? { ...act, timeInDoubt: isTimeDoubtful(room, act) } : act));
  const { candidates, strangers, notes, collections, course } = room;
  const { adjustments, seatings, cancellations } = course;
  return {
    ...room,
    candidates: Object.fromEntries(
      Object.entries(candidates).map(([key, one]) => [
        key,
        { ...one, acts: { theory: settle(one.acts.theory), practical: settle(one.acts.practical) } },
      ]),
    ),
    strangers: settle(strangers),
    notes: settle(notes),
    collections: { theory: settle(collections.theory), practical: settle(collections.practical) },
    course: {
      ...course,
      adjustments: { theory: settle(adjustments.theory), practical: settle(adjustments.practical) },
      seatings: settle(seatings),
      cancellations: settle(cancellations),
    },
  };
}

function allActs(room: RoomState): readonly ActBase[] {
  const { course } = room;
  return [
    ...Object.values(room.candidates).flatMap(({ acts }) => PAPER_IDS.flatMap((paper) => acts[paper])),
    ...room.strangers,
    ...room.notes,
    ...room.approvals,
    ...PAPER_IDS.flatMap((paper) => [...room.collections[paper], ...course.adjustments[paper]]),
    ...course.seatings,
    ...course.cancellations,
  ];
}
