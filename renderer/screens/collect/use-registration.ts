import { registrables } from '../../../shared/domain/collection.ts';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { ask } from '../../stores/send-command.ts';
import { useAct } from '../../stores/use-act.ts';

/** 已登记: ticks one line, or all that are open. */
export function useRegistration(room: RoomState, paper: PaperId) {
  const { busy, error, setError, run } = useAct();

  function register(targets: readonly EventRef[]): void {
    const [first] = targets;
    if (first === undefined) return;
    const key = targets.length === 1 ? eventKey(first) : 'all';
    void run(key, () => ask('examSystem.register', { room: room.room, paper, targets: [...targets] }));
  }

  function registerAll(): void {
    const open = registrables(room, paper).filter((one) => one.registered === null);
    register(open.map(({ act }) => act.event));
  }

  return { busy, error, setError, register, registerAll };
}

export type Registration = ReturnType<typeof useRegistration>;
