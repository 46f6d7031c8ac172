import type { RecordAdjustment } from '../../shared/documents/record-course.ts';
import type { RoomRecordInput } from '../../shared/documents/room-record-input.ts';
import { seats } from './course-acts.ts';
import { aPerson, aTime, aUsualRecord, shanghai } from './room-record.ts';

type Kind = RecordAdjustment['kind'];
type Of<K extends Kind> = Extract<RecordAdjustment, { kind: K }>;

const STEP = { by: ['李监考', '周巡'] } as const;
const SHIFT = {
  ...STEP,
  why: '机房停电，发电机切换后恢复',
  approval: { name: '陈主考', how: 'present' },
  inSystem: { time: aTime(shanghai(9, 42)), technician: '王技术' },
} as const;

export function aDelay(overrides: Partial<Of<'delay'>> = {}): RecordAdjustment {
  const times = { time: aTime(shanghai(8, 50)), from: shanghai(9, 0), to: shanghai(9, 15) };
  return { kind: 'delay', ...SHIFT, ...times, ...overrides };
}

export function aPause(overrides: Partial<Of<'pause'>> = {}): RecordAdjustment {
  const times = { time: aTime(shanghai(9, 20)), resumed: aTime(shanghai(9, 38)), lostMs: 18 * 60_000 };
  return { kind: 'pause', ...STEP, why: '机房停电', ...times, ...overrides };
}

export function anExtension(overrides: Partial<Of<'extension'>> = {}): RecordAdjustment {
  const times = { time: aTime(shanghai(9, 38)), from: shanghai(10, 30), to: shanghai(10, 48), minutes: 18 };
  return { kind: 'extension', ...SHIFT, ...times, seats: null, cutoffAt: shanghai(9, 48), ...overrides };
}

export function aWithdrawal(overrides: Partial<Of<'withdrawal'>> = {}): RecordAdjustment {
  const times = { time: aTime(shanghai(10, 5)), from: shanghai(10, 48), to: shanghai(10, 30) };
  const { why, approval } = { why: '登记有误', approval: SHIFT.approval };
  return {
    kind: 'withdrawal',
    ...STEP,
    ...times,
    why,
    approval,
    inSystem: null,
    of: 'extension',
    seats: null,
    ofTime: aTime(shanghai(9, 38)),
    ...overrides,
  };
}

/** A morning on which much went wrong: power out, seats 11–14 longer, an extension taken back, the clock set by hand. */
export function aTroubledRecord(overrides: Partial<RoomRecordInput> = {}): RoomRecordInput {
  const ownSeats = seats(11, 12, 13, 14);
  return aUsualRecord({
    adjusted: { startsAt: shanghai(9, 0), endsAt: shanghai(10, 48) },
    actualEnd: aTime(shanghai(10, 48)),
    seatEnds: [{ seats: ownSeats, endsAt: shanghai(10, 55), isPending: false, ended: aTime(shanghai(10, 55)) }],
    adjustments: [
      aPause(),
      anExtension(),
      anExtension({
        time: aTime(shanghai(10, 2), { at: shanghai(10, 20) }),
        seats: ownSeats,
        minutes: 7,
        from: shanghai(10, 48),
        to: shanghai(10, 55),
        cutoffAt: null,
        why: '交换机端口故障，四台机器断线七分钟',
        approval: { name: '陈主考', how: 'phone' },
        inSystem: 'pending',
      }),
      anExtension({
        time: aTime(shanghai(10, 30)),
        minutes: 10,
        from: shanghai(10, 48),
        to: shanghai(10, 58),
        cutoffAt: null,
        inSystem: null,
        why: '误以为还要停电',
      }),
      aWithdrawal({
        time: aTime(shanghai(10, 33)),
        ofTime: aTime(shanghai(10, 30)),
        from: shanghai(10, 58),
        to: shanghai(10, 48),
      }),
    ],
    clockActs: [
      {
        kind: 'official-time',
        time: aTime(shanghai(8, 31)),
        before: shanghai(8, 12),
        after: shanghai(8, 31),
        by: ['李监考', '周巡'],
      },
      { kind: 'ratified', time: aTime(shanghai(9, 50)), before: null, after: null, by: ['陈主考'] },
    ],
    cancellations: [
      {
        person: aPerson(12, '潘超兰'),
        time: aTime(shanghai(10, 40)),
        violation: 'A#171',
        why: '夹带资料，经核对属实',
        approval: { name: '陈主考', how: 'present' },
        by: ['李监考'],
      },
    ],
    exemptions: [
      {
        person: aPerson(20, '许文强'),
        time: aTime(shanghai(8, 58)),
        despite: ['absent-before'],
        approval: { name: '陈主考', how: 'phone' },
        by: ['李监考', '周巡'],
      },
    ],
    ...overrides,
  });
}
