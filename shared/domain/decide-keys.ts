import { PAPER_IDS, type PaperId, type RoomNo } from '../ids.ts';
import { expectedIn } from './attendance.ts';
import { collectionOf } from './collection.ts';
import type { DecideContext } from './commands.ts';
import { certificateListed } from './decide-seal.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { NewEvent } from './events.ts';
import type { CheckRecoverySheet, IssueRecoverySheet, LockDay, ReplacePin } from './key-commands.ts';
import { sheetOfStation } from './key-state.ts';
import type { DayState } from './state.ts';

/** 恢复单 (KY1): a new one takes the place of the one that the screen showed, and of no other. */
export function decideIssueSheet(state: DayState, command: IssueRecoverySheet, context: DecideContext): Decision {
  const { station, sheet, replaces, certificate } = command;
  if ((sheetOfStation(state.site.keys, station)?.sheet ?? null) !== replaces) return refuse('sheet-changed', 'KY1');
  return accept(...(certificate === null ? [] : certificateListed(state, certificate, context)), {
    type: 'RecoverySheetIssued',
    data: { sheet },
    ...ofSite(context),
  });
}

/** The code of the latest sheet, typed back from paper, once (KY1). */
export function decideCheckSheet(state: DayState, command: CheckRecoverySheet, context: DecideContext): Decision {
  const latest = sheetOfStation(state.site.keys, command.station);
  if (latest === null || latest.sheet !== command.sheet) {
    return refuse('sheet-other', 'KY1', { typed: command.sheet, wanted: latest?.sheet ?? '' });
  }
  if (latest.checkedAt !== null) return refuse('sheet-already-checked', 'KY1', { at: latest.checkedAt });
  return accept({ type: 'RecoverySheetChecked', data: { sheet: command.sheet }, ...ofSite(context) });
}

/** 忘记 PIN (KY2): the newest one counts from here on. */
export function decideReplacePin(state: DayState, command: ReplacePin, context: DecideContext): Decision {
  const { staff, pin, sheet } = command;
  if (state.site.staff[staff] === undefined) return refuse('staff-unknown', 'KY2');
  return accept({ type: 'PinReplaced', data: { staff, pin, sheet }, ...ofSite(context) });
}

/** 锁存考核日 (KY3): only while a sheet that was typed back opens it again; papers still out must have been seen. */
export function decideLockDay(state: DayState, command: LockDay, context: DecideContext): Decision {
  const sheet = sheetOfStation(state.site.keys, command.station);
  if (sheet === null || sheet.checkedAt === null) return refuse('sheet-not-checked', 'KY3');
  const open = papersNotCollected(state, context);
  const first = open[0];
  if (first !== undefined && !command.acceptsOpenPapers) {
    return refuse('papers-open', 'KY3', { count: open.length, room: first.room, paper: first.paper });
  }
  return accept({ type: 'DayLocked', data: { sheet: sheet.sheet, openPapers: open.length }, ...ofSite(context) });
}

/** Papers of this station's rooms that have people and no 收卷, in order of room. */
export function papersNotCollected(
  state: DayState,
  { binding }: Pick<DecideContext, 'binding'>,
): readonly { readonly room: RoomNo; readonly paper: PaperId }[] {
  const here = Object.values(state.rooms).filter(
    ({ room }) => binding !== null && (binding.kind === 'office' || binding.room === room),
  );
  return here
    .toSorted((a, b) => (a.room < b.room ? -1 : 1))
    .flatMap((room) =>
      PAPER_IDS.filter((paper) => expectedIn(room, paper).length > 0 && collectionOf(room, paper) === null).map(
        (paper) => ({ room: room.room, paper }),
      ),
    );
}

function ofSite({ nowMs }: DecideContext): Pick<NewEvent, 'room' | 'paper' | 'occurredAt'> {
  return { room: null, paper: null, occurredAt: nowMs };
}
