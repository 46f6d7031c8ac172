import type { RuleKey, Rules } from '../rules.ts';

/** Where a parameter stands in the form that the chief fills. */
export type RuleGroup = 'timetable' | 'entry' | 'leaving' | 'staff' | 'room' | 'records' | 'other';

/** 'offset' = minutes from a paper's start, negative before it. All but ratio and metres are whole numbers. */
export type NumberKind = 'minute-of-day' | 'minutes' | 'offset' | 'count' | 'ratio' | 'metres' | 'years' | 'days';

/** What a value of one parameter may be. Bounds are inclusive. They keep out slips of the keyboard, not unusual rules. */
export type RuleShape<T> = [T] extends [boolean]
  ? { readonly kind: 'boolean'; readonly group: RuleGroup }
  : [T] extends [number]
    ? { readonly kind: NumberKind; readonly group: RuleGroup; readonly min: number; readonly max: number }
    : [T] extends [string]
      ? { readonly kind: 'choice'; readonly group: RuleGroup; readonly options: readonly T[] }
      : {
          readonly kind: 'minute-list';
          readonly group: RuleGroup;
          readonly min: number;
          readonly max: number;
          readonly maxLength: number;
        };

/** A parameter of the form: its key and the shape of its value. */
export type RuleParameter = { readonly [K in RuleKey]: { readonly key: K } & RuleShape<Rules[K]> }[RuleKey];

function number(kind: NumberKind, group: RuleGroup, min: number, max: number): RuleShape<number> {
  return { kind, group, min, max };
}

function yesNo(group: RuleGroup): RuleShape<boolean> {
  return { kind: 'boolean', group };
}

const shapes: { readonly [K in RuleKey]: RuleShape<Rules[K]> } = {
  theoryStartMinute: number('minute-of-day', 'timetable', 0, 1439),
  theoryDurationMin: number('minutes', 'timetable', 10, 300),
  practicalStartMinute: number('minute-of-day', 'timetable', 0, 1439),
  practicalDurationMin: number('minutes', 'timetable', 10, 300),
  totalMin: number('minutes', 'timetable', 20, 600),
  sheetPickupOffsetMin: number('offset', 'timetable', -240, -1),
  hasLotDraw: yesNo('entry'),
  admissionOpenOffsetMin: number('offset', 'entry', -120, -1),
  loginOpenOffsetMin: number('offset', 'timetable', -120, -1),
  loginLastCallOffsetMin: number('offset', 'timetable', -120, -1),
  isAnswerLockedUntilStart: yesNo('timetable'),
  lateCutoffOffsetMin: number('offset', 'entry', 0, 120),
  isLateCutoffInclusive: yesNo('entry'),
  leaveBanFirstMin: number('minutes', 'leaving', 0, 300),
  leaveBanLastMin: number('minutes', 'leaving', 0, 120),
  isSubmitAllowedInLastMin: yesNo('leaving'),
  endReminderOffsetsMin: { kind: 'minute-list', group: 'leaving', min: -60, max: -1, maxLength: 4 },
  leaveNeeds: { kind: 'choice', group: 'leaving', options: ['invigilator', 'invigilator-and-technician'] },
  machinesAfterEnd: { kind: 'choice', group: 'leaving', options: ['keep-on', 'shut-down'] },
  violationBook: {
    kind: 'choice',
    group: 'records',
    options: ['exam-system', 'room-record', 'exam-system-and-room-record'],
  },
  roomRecordMode: { kind: 'choice', group: 'records', options: ['export-and-sign', 'fill-and-sign'] },
  signInMoment: {
    kind: 'choice',
    group: 'entry',
    options: ['at-admission', 'after-rules', 'at-admission-or-after-rules'],
  },
  seatsPerRoom: number('count', 'room', 1, 200),
  invigilatorsPerRoom: number('count', 'staff', 1, 10),
  technicianPerRoom: number('count', 'staff', 0, 10),
  deputyChiefMin: number('count', 'staff', 0, 10),
  deputyChiefMax: number('count', 'staff', 0, 10),
  spareRatio: number('ratio', 'room', 0, 1),
  spacingM: number('metres', 'room', 0, 5),
  isAlternateSeatingAllowed: yesNo('room'),
  camerasPerRoom: number('count', 'room', 0, 20),
  recusalScope: { kind: 'choice', group: 'staff', options: ['major', 'department'] },
  submitsOnLeavingFullScreen: yesNo('other'),
  isNetSearchForbidden: yesNo('other'),
  powerWaitMaxMin: number('minutes', 'other', 0, 240),
  isPowerWaitInclusive: yesNo('other'),
  videoRetentionYears: number('years', 'records', 1, 50),
  recordRetentionYears: number('years', 'records', 1, 50),
  ticketPrintDaysBefore: number('days', 'other', 0, 30),
  sealDaysBefore: number('days', 'room', 0, 7),
  arrangementBy: { kind: 'choice', group: 'other', options: ['awarding-body', 'site'] },
  minimumOs: { kind: 'choice', group: 'room', options: ['windows-7', 'windows-10'] },
  eligibilityCancelledBy: { kind: 'choice', group: 'staff', options: ['chief'] },
  theoryWeight: number('ratio', 'other', 0, 1),
  practicalWeight: number('ratio', 'other', 0, 1),
  passMark: number('count', 'other', 0, 100),
};

/** Every parameter, in the order of the manual's table. */
export const RULE_KEYS = Object.keys(shapes) as readonly RuleKey[]; // the keys of a record over RuleKey

/** 参数目录: one entry a parameter, in the order of RULE_KEYS. */
export const RULE_PARAMETERS: readonly RuleParameter[] = RULE_KEYS.map(ruleParameter);

/** The parameter of a key. */
export function ruleParameter(key: RuleKey): RuleParameter {
  return { key, ...shapes[key] } as RuleParameter; // key and shape come from the same row
}

/** False for ratio and metres, which may be broken; every other figure is whole. */
export function isWhole(kind: NumberKind): boolean {
  return kind !== 'ratio' && kind !== 'metres';
}
