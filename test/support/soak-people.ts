import type { StationClient } from '../../shared/contract/client.ts';
import { type EnactedDay, ROOM, valueOf } from './day-scenario.ts';
import { crewOf } from './station-acts.ts';

/** The people of a day that was made before, as `enactDay` answered them. */
export async function enactedDayOf(client: StationClient): Promise<EnactedDay> {
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const chief = staff.find(({ role }) => role === 'chief');
  if (chief === undefined) throw new Error('a day without a chief');
  const { first, second } = crewOf(staff);
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: first }));
  return { chief: chief.staff, first, second, candidates: candidates.toSorted((a, b) => a.seat - b.seat) };
}
