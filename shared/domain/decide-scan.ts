import { isSameValue } from '../canonical.ts';
import type { DocumentId, RoomNo } from '../ids.ts';
import { err } from '../result.ts';
import type { DecideContext, Refusal } from './commands.ts';
import { accept, type Decision, refusal, refuseElsewhere } from './decision.ts';
import type { EventData } from './events.ts';
import type { DayState, IssuedPaper, RoomState } from './state.ts';

/** 扫描归档 of one page; its picture is kept sealed already. */
export interface FileScan {
  readonly type: 'fileScan';
  readonly room: RoomNo;
  readonly scan: EventData<'PaperScanFiled'>;
  /** It was said that this copy is the signed one, though a newer one was printed. */
  readonly isOlderMeant: boolean;
}

export type ScanRefusalCode =
  /** No paper of this day, by all that is known here. */
  | 'paper-unknown'
  /** The code does not say of the paper what the record says of it. */
  | 'paper-code-differs'
  /** A newer copy was printed since; usually that one is signed. */
  | 'paper-older-copy';

/** SB1, SB2: a page of a paper of this room as it was issued. */
export function decideFileScan(state: DayState, command: FileScan, context: DecideContext): Decision {
  const refused = refuseScan(state, { ...command, ...command.scan }, context);
  if (refused !== null) return err(refused);
  const issued = state.rooms[command.room]?.issued.find(({ document }) => document === command.scan.document);
  return accept({
    type: 'PaperScanFiled',
    data: command.scan,
    room: command.room,
    paper: issued?.paper ?? null,
    occurredAt: context.nowMs,
  });
}

/** What a page's code asks for. */
export interface ScanPlace extends Pick<FileScan, 'room' | 'isOlderMeant'> {
  readonly document: DocumentId;
  readonly page: number;
  readonly pages: number;
}

/** Why a page cannot be filed, whatever is in its picture; null where it can. */
export function refuseScan(
  state: DayState,
  { room: roomNo, document, page, pages, isOlderMeant }: ScanPlace,
  context: Pick<DecideContext, 'binding' | 'actor'>,
): Refusal | null {
  const elsewhere = refuseElsewhere(state, roomNo, context);
  if (elsewhere !== null) return elsewhere;
  const room = state.rooms[roomNo];
  const issued = room?.issued.find((one) => one.document === document);
  if (room === undefined || issued === undefined) return refusal('paper-unknown', 'SB2');
  if (pages !== issued.pages || page > issued.pages) return refusal('paper-code-differs', 'SB2');
  const newest = newestCopyOf(room, issued);
  if (newest.copy <= issued.copy || isOlderMeant) return null;
  return refusal('paper-older-copy', 'SB2', { copy: issued.copy, newest: newest.copy, at: newest.at });
}

/** The last print of the same paper: of its kind, 科目 and subject. */
export function newestCopyOf({ issued }: Pick<RoomState, 'issued'>, { kind, paper, about }: IssuedPaper): IssuedPaper {
  return issued
    .filter((one) => one.kind === kind && one.paper === paper && isSameValue(one.about, about))
    .reduce((newest, one) => (one.copy > newest.copy ? one : newest));
}
