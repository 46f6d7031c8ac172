import { describe, expect, it } from 'vitest';
import { checkIdNumber } from '../../../../shared/domain/id-number.ts';
import { INVENTED_PEOPLE, inventedRosterCsv, inventRoster } from '../../../../shared/rehearsal/invent-roster.ts';
import { checkRoster } from '../../../../shared/domain/check-roster.ts';
import type { RosterTable } from '../../../../shared/domain/roster-table.ts';

const SEEDS = [0, 1, 7, 20_261_121, 2 ** 32 - 1];
const TODAY = '2026-11-21';

function tableOf(csv: string): RosterTable {
  const rows = csv
    .trimEnd()
    .split('\r\n')
    .map((line, at) => ({ row: at + 1, cells: line.split(',').map((text) => ({ kind: 'text' as const, text })) }));
  return { rows, otherSheets: [] };
}

describe('the invented roster', () => {
  it('is the same for one seed and another for another', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => inventRoster({ seed, year: 2026 }));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it.each(SEEDS)('seed %i: forty people, one a seat, every ticket and ID number once, a right check digit', (seed) => {
    const people = inventRoster({ seed, year: 2026 });
    expect(people.map(({ seat }) => seat)).toEqual(Array.from({ length: INVENTED_PEOPLE }, (_, at) => at + 1));
    for (const key of ['ticket', 'idNumber'] as const) {
      expect(new Set(people.map((person) => person[key])).size).toBe(INVENTED_PEOPLE);
    }
    for (const { idNumber, gender } of people) {
      expect(checkIdNumber(idNumber, 'resident', TODAY)).toEqual([]);
      expect(Number(idNumber[16]) % 2).toBe(gender === '男' ? 1 : 0);
    }
  });

  it.each(SEEDS)('seed %i: nobody stands in a county that is one', (seed) => {
    for (const { idNumber } of inventRoster({ seed, year: 2026 })) expect(idNumber).toMatch(/^\d{2}0199/);
  });

  it('has what lists trip over: rare characters, separators, one name twice and only once, one without a photo', () => {
    const people = inventRoster({ seed: 7, year: 2026 });
    const names = people.map(({ name }) => name);
    for (const part of ['䶮', '㛃', '𬱖', '·']) expect(names.join('')).toContain(part);
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    expect(twice).toHaveLength(1);
    expect(people.filter(({ hasPhoto }) => !hasPhoto)).toHaveLength(1);
  });

  it('is taken by the import without a word against it', () => {
    const csv = inventedRosterCsv(inventRoster({ seed: 7, year: 2026 }));
    const checked = checkRoster(tableOf(csv), { today: TODAY, capacityPerRoom: 40 });
    expect(checked).toMatchObject({ ok: true, value: { problems: [], personRows: INVENTED_PEOPLE } });
    expect(checked.ok && checked.value.rows[4]).toMatchObject({
      room: '001',
      seat: 5,
      level: 'intermediate',
      papers: ['theory', 'practical'],
      person: { name: '王䶮' },
    });
  });
});
