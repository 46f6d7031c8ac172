import { refOf } from './act-base.ts';
import type { Event } from './events.ts';
import type { KeyState, RecoverySheet } from './key-state.ts';

/** One step of what is known of the day's keys. */
export function evolveKeys(
  keys: KeyState,
  event: Event<'RecoverySheetIssued' | 'RecoverySheetChecked' | 'DayLocked' | 'DayUnlocked'>,
): KeyState {
  switch (event.type) {
    case 'RecoverySheetIssued': {
      const issued = {
        sheet: event.data.sheet,
        station: event.station,
        issuedAt: event.at,
        issuedBy: event.actor,
        checkedAt: null,
        checkedBy: null,
      };
      return { ...keys, sheets: [...keys.sheets, issued] };
    }
    case 'RecoverySheetChecked':
      return {
        ...keys,
        sheets: keys.sheets.map((sheet) =>
          sheet.sheet === event.data.sheet && sheet.station === event.station && sheet.checkedAt === null
            ? { ...sheet, checkedAt: event.at, checkedBy: event.actor }
            : sheet,
        ),
      };
    case 'DayLocked':
      return { ...keys, locked: { ...keys.locked, [event.station]: refOf(event) } };
    case 'DayUnlocked': {
      const { [event.station]: _opened, ...locked } = keys.locked;
      return { locked, sheets: withUsed(keys.sheets, event) };
    }
  }
}

/** A sheet that opened the day is the station's own from here on, wherever it was made: its code was plainly read from paper. */
function withUsed(sheets: readonly RecoverySheet[], event: Event<'DayUnlocked'>): readonly RecoverySheet[] {
  const known = sheets.findLast(({ sheet }) => sheet === event.data.sheet);
  const used: RecoverySheet = {
    sheet: event.data.sheet,
    station: event.station,
    issuedAt: known?.issuedAt ?? event.at,
    issuedBy: known?.issuedBy ?? null,
    checkedAt: known?.checkedAt ?? event.at,
    checkedBy: known?.checkedBy ?? null,
  };
  const others = sheets.filter(({ sheet, station }) => sheet !== used.sheet || station !== used.station);
  return [...others, used];
}
