import type { RoomNo } from '../ids.ts';
import type { CheckItemId, SiteList, VisitorRole } from './checklist-items.ts';
import type { SheetMaker } from './official-sheet-events.ts';
import type { EventRef, SealedBox } from './schema-parts.ts';

/** 考前检查, 来访, and which 签到表 is signed. `room` null = the site's own. */
export type CheckCommand =
  | TickCheck
  | SetCheckAside
  | UntickCheck
  | WriteSiteList
  | NoteVisit
  | EndVisit
  | ChooseOfficialSheet;

interface OfItem {
  readonly room: RoomNo | null;
  readonly item: CheckItemId;
}

export interface TickCheck extends OfItem {
  readonly type: 'tickCheck';
  readonly count: number | null;
  readonly note: SealedBox | null;
}

/** 不适用. */
export interface SetCheckAside extends OfItem {
  readonly type: 'setCheckAside';
}

export interface UntickCheck extends OfItem {
  readonly type: 'untickCheck';
}

export interface WriteSiteList {
  readonly type: 'writeSiteList';
  readonly list: SiteList;
  readonly lines: SealedBox;
  readonly count: number;
}

export interface NoteVisit {
  readonly type: 'noteVisit';
  readonly room: RoomNo | null;
  readonly role: VisitorRole;
  readonly name: SealedBox;
  readonly about: SealedBox | null;
}

export interface EndVisit {
  readonly type: 'endVisit';
  readonly room: RoomNo | null;
  readonly visit: EventRef;
}

export interface ChooseOfficialSheet {
  readonly type: 'chooseOfficialSheet';
  readonly which: SheetMaker;
}

/** Why a check, a visit or the choice of the sheet was not recorded. */
export type CheckRefusalCode =
  | 'check-of-other-scope'
  | 'check-already-ticked'
  | 'check-already-aside'
  | 'check-not-ticked'
  | 'check-count-missing'
  | 'check-note-missing'
  | 'visit-unknown'
  | 'visit-already-over'
  | 'official-sheet-already-so';
