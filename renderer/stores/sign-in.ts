import type { Answer } from '../../shared/contract/call.ts';
import type { StaffId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import { useActing } from './acting-store.ts';
import { ask } from './send-command.ts';
import { linkedClient, loadCards } from './station-link.ts';

/** 换人: this person by his PIN. */
export async function signIn(staff: StaffId, pin: string): Promise<Answer<null>> {
  const answer = await ask('person.signIn', { staff, pin }, { actor: null });
  if (!answer.ok) return answer;
  begin(staff, answer.value.proof);
  return ok(null);
}

/** 按姓名继续: after several wrong PINs, in a running paper. */
export async function enterByName(staff: StaffId): Promise<Answer<null>> {
  const answer = await ask('person.enterByName', { staff }, { actor: null });
  if (!answer.ok) return answer;
  begin(staff, answer.value.proof);
  return ok(null);
}

/** 离开: the station is told, and the page forgets whom it knew. */
export function signOut(): void {
  const { actor, proof, leave } = useActing.getState();
  leave();
  if (actor !== null) void linkedClient().invoke('person.signOut', {}, { proof });
}

function begin(actor: StaffId, proof: string): void {
  const { proof: before, take } = useActing.getState();
  take({ actor, proof });
  if (before !== null) void linkedClient().invoke('person.signOut', {}, { proof: before });
  void loadCards();
}

/** Makes the day, and its chief goes on with the set-up: his PIN was typed a moment ago. */
export async function asNewChief<T>(pin: string, make: () => Promise<Answer<T>>): Promise<Answer<T>> {
  useActing.setState({ isComing: true });
  const made = await make();
  if (made.ok) {
    const list = await linkedClient().invoke('staff.list', {});
    const chief = list.ok ? list.value.staff.find(({ role }) => role === 'chief') : undefined;
    if (chief !== undefined) await signIn(chief.staff, pin);
  }
  useActing.setState({ isComing: false });
  return made;
}
