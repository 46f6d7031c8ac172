import type { LotResultInput } from '../../shared/documents/lot-result.ts';
import type { PreExamChecksInput, PrintedCheck } from '../../shared/documents/pre-exam-checks.ts';
import { checkItem, type CheckItemId } from '../../shared/domain/checklist-items.ts';
import { resolveRules } from '../../shared/domain/rule-sets/resolve.ts';
import { as, type StaffId, type StationId } from '../../shared/ids.ts';
import { at, MAKE_DAY_2021, must } from './sim-station.ts';

const HEADS = [{ label: 'A', station: '0'.repeat(16), epoch: 1, seq: 57, hash: 'a'.repeat(64) }];
const OF_DAY = {
  exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
  site: '样例职业技术学院考点',
  date: '2022-11-19',
  kind: 'real',
  printedAt: at('08:06'),
  heads: HEADS,
} as const;

export function aLotResult(overrides: Partial<LotResultInput> = {}): LotResultInput {
  return {
    ...OF_DAY,
    algorithm: 'PS-LOT-1',
    seed: '00112233445566778899aabbccddeeff',
    called: '42',
    number: 1,
    drawnAt: at('08:00:05'),
    drawnBy: '周文渊',
    reason: '',
    rows: [
      { room: '001', place: '实训楼201', people: ['钱芳', '孙建国'] },
      { room: '002', place: '实训楼202', people: ['李晓燕', '周海'] },
    ],
    reserve: ['吴雪梅'],
    pool: ['钱芳', '孙建国', '李晓燕', '周海', '吴雪梅'],
    recused: 0,
    shuffles: 1,
    isVerified: true,
    ...overrides,
  };
}

/** The rules that the lists go by. */
export const RULES_2021 = must(resolveRules('R2021', MAKE_DAY_2021.answers));

export function aCheck(id: CheckItemId, overrides: Partial<PrintedCheck> = {}): PrintedCheck {
  return {
    item: checkItem(id),
    status: 'open',
    wanted: null,
    entry: null,
    note: '',
    reason: '',
    byName: '',
    ...overrides,
  };
}

export function anEntry(
  says: NonNullable<PrintedCheck['entry']>['says'],
  count: number | null = null,
): NonNullable<PrintedCheck['entry']> {
  return {
    event: { station: as<StationId>('0'.repeat(16)), epoch: 1, seq: 9 },
    at: at('07:30'),
    occurredAt: at('07:30'),
    actor: as<StaffId>('staff-1'),
    room: null,
    says,
    count,
    note: null,
    reason: null,
  };
}

export function someChecks(overrides: Partial<PreExamChecksInput> = {}): PreExamChecksInput {
  return {
    ...OF_DAY,
    rules: RULES_2021,
    room: { room: '001', place: '实训楼201', people: 40 },
    checks: [aCheck('seats-spaced'), aCheck('desk-labels')],
    lists: [{ list: 'white-list', lines: ['京东', '链家'] }],
    visits: [],
    ...overrides,
  };
}
