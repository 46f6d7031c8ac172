import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Station } from '../../electron/station/station-face.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { Role } from '../../shared/domain/events.ts';
import type { StaffId } from '../../shared/ids.ts';
import { enactDay, enlistAs, ROOM } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { createTestPorts } from '../support/test-ports.ts';
import { FORMED, STAFF_METHODS } from './formed.ts';

const SPEC = join(import.meta.dirname, '..', '..', 'shared', 'domain', 'SPEC.md');
const ROLES = ['chief', 'deputy', 'invigilator', 'technician', 'inspector'] as const satisfies readonly Role[];

/** The table of SPEC.md as it was written by hand: method → roles that may. */
function writtenTable(): ReadonlyMap<string, readonly Role[]> {
  const [, part = ''] = readFileSync(SPEC, 'utf8').split('## Who may do what');
  const rows = [...part.split('\n## ', 1)[0]!.matchAll(/^\| `([\w.]+)` \|(.+)\|$/gm)];
  return new Map(
    rows.map(([, method = '', cells = '']) => {
      const marks = cells.split('|').map((cell) => cell.trim());
      return [method, ROLES.filter((_, index) => marks[index] === '✓')];
    }),
  );
}

const TABLE = writtenTable();

describe('who may do what', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'proctor-permissions-'));
  let station: Station;
  let client: StationClient;
  const people = new Map<Role, StaffId>();

  beforeAll(async () => {
    const ports = createTestPorts({ dataDir });
    station = await createStation(ports);
    client = createDirectClient(station);
    const day = await enactDay(client);
    people.set('chief', day.chief).set('invigilator', day.first);
    people.set('deputy', await enlistAs(client, day.chief, { role: 'deputy', room: null, name: '吴副主考' }));
    people.set('technician', await enlistAs(client, day.chief, { role: 'technician', room: ROOM, name: '郑技术' }));
    people.set('inspector', await enlistAs(client, day.chief, { role: 'inspector', room: null, name: '何巡视' }));
    ports.clock.setWall('2022-11-19 08:05');
  });
  afterAll(async () => {
    await station.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('[D1] the table says something of each method that asks for staff, and of no other', () => {
    expect([...TABLE.keys()].toSorted()).toEqual([...STAFF_METHODS].toSorted());
  });

  const pairs = [...TABLE].flatMap(([method, allowed]) =>
    ROLES.map((role) => ({ method: method as MethodName, role, allowed, mayDo: allowed.includes(role) })),
  );

  it.each(pairs.filter(({ mayDo }) => mayDo))('[D1] $method is open to a $role', async ({ method, role }) => {
    const answer = await client.invoke(method, FORMED[method], { actor: people.get(role) ?? null });
    const code = answer.ok ? 'ok' : answer.error.code;
    expect(['role-not-allowed', 'signed-out', 'actor-unknown', 'internal', 'bad-input']).not.toContain(code);
  });

  it.each(pairs.filter(({ mayDo }) => !mayDo))(
    '[D1] $method is closed to a $role, who is told who may',
    async ({ method, role, allowed }) => {
      const answer = await client.invoke(method, FORMED[method], { actor: people.get(role) ?? null });
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'role-not-allowed', figures: { allowed: allowed.join(' ') } },
      });
    },
  );

  it.each(STAFF_METHODS)('[PP1] %s is closed to whoever has not signed in', async (method) => {
    for (const actor of people.values()) {
      const answer = await client.invoke(method, FORMED[method], { actor, proof: null });
      expect(answer).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    }
  });

  it.each(STAFF_METHODS)('[PP1] %s is closed to one who shows another’s proof', async (method) => {
    const [chief, invigilator] = [people.get('chief')!, people.get('invigilator')!];
    const signedIn = await client.invoke('person.signIn', { staff: invigilator, pin: '246810' });
    const proof = signedIn.ok ? signedIn.value.proof : null;
    expect(await client.invoke(method, FORMED[method], { actor: chief, proof })).toMatchObject({
      ok: false,
      error: { code: 'signed-out' },
    });
  });
});
