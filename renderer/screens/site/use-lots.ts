import { useEffect, useState } from 'react';
import type { ContractError } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { entryUnderWay } from '../../../shared/domain/lots-state.ts';
import { useActing } from '../../stores/acting-store.ts';
import { ask } from '../../stores/send-command.ts';
import { useRoomNo } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { areLotsDue } from './lots-due.ts';

export type Lots = MethodOutput<'lots.read'>;

interface ReadLots {
  readonly lots: Lots | null;
  readonly error: ContractError | null;
}

const UNREAD: ReadLots = { lots: null, error: null };

/** Whether 抽签 is an open point of the exam office. */
export function useAreLotsDue(now: number): boolean {
  const isOffice = useRoomNo() === null;
  const state = useStation((view) => view.state);
  return isOffice && areLotsDue(state, now);
}

/** People come in or write: nobody is drawn away any more (LO4). */
export function useIsRedrawClosed(): boolean {
  const state = useStation((view) => view.state);
  const now = useNow();
  return entryUnderWay(state, now) !== null;
}

/** Whom lots are drawn for and what was drawn; read anew when the staff or the draws change. */
export function useLots(): ReadLots {
  const actor = useActing((store) => store.actor);
  const staff = useStation((view) => view.state.site.staff);
  const draws = useStation((view) => view.state.site.lots);
  const [read, setRead] = useState(UNREAD);
  useEffect(() => {
    let isWanted = true;
    void ask('lots.read', {}).then((answer) => {
      if (isWanted) setRead(answer.ok ? { lots: answer.value, error: null } : { lots: null, error: answer.error });
    });
    return () => {
      isWanted = false;
    };
    // The answer is about these: another object there is another answer.
  }, [actor, staff, draws]);
  return read;
}
