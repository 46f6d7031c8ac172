import { R2021 } from './r2021.ts';
import { given, inherit, type RuleSet, unset } from './rule-set.ts';

/** R2022: manual of 2022 (S22M), whose text in hand lacks the chief's duties and the emergency plan, and notice of 2022-10-10 (S22N). */
export const R2022: RuleSet = {
  edition: 'R2022',
  manual: 'S22M',
  entries: {
    theoryStartMinute: given(8 * 60 + 30, 'S22N, S22M 8:30-10:00', 'any'), // C02: a timetable is data
    theoryDurationMin: given(90, 'S22N, S22M 8:30-10:00'),
    practicalStartMinute: given(10 * 60 + 10, 'S22N, S22M 10:10-12:40', 'any'), // C02
    practicalDurationMin: given(150, 'S22N, S22M 10:10-12:40'),
    totalMin: given(240, 'S22M 90 + 150'),
    sheetPickupOffsetMin: given(-60, 'S22M table'),
    hasLotDraw: unset('S22M: not stated'),
    admissionOpenOffsetMin: given(-30, 'S22M rules(二), table'),
    loginOpenOffsetMin: given(-5, 'S22M rules(四), duties(三), table'), // C01
    loginLastCallOffsetMin: given(-5, 'S22M table'),
    isAnswerLockedUntilStart: given(true, 'S22M rules(四), duties(三)'),
    lateCutoffOffsetMin: given(30, 'S22M rules(二), table'),
    isLateCutoffInclusive: given(false, 'S22M table', [false, true]), // C08
    leaveBanFirstMin: given(30, 'S22M rules(二), table'),
    leaveBanLastMin: given(5, 'S22M rules(二)'),
    isSubmitAllowedInLastMin: given(true, 'S22M duties(八)'), // C06
    endReminderOffsetsMin: given([-5], 'S22M duties(八), table'),
    leaveNeeds: given('invigilator', 'S22M rules(九), duties(九)'),
    machinesAfterEnd: given('shut-down', 'S22M table'), // C07
    violationBook: given('exam-system-and-room-record', 'S22M duties(十), table'), // C09
    roomRecordMode: given('fill-and-sign', 'S22M duties(二), table'), // C10
    signInMoment: given('at-admission-or-after-rules', 'S22M table, duties(二)'), // C23
    seatsPerRoom: given(40, 'S22M 五-一'),
    invigilatorsPerRoom: given(2, 'S22M 五-二'),
    technicianPerRoom: unset('S22M: not stated'),
    deputyChiefMin: unset('S22M: not stated'),
    deputyChiefMax: unset('S22M: not stated'),
    spareRatio: given(0.1, 'S22M 五-二'), // C18
    spacingM: given(1, 'S22M 四-一(二)'),
    isAlternateSeatingAllowed: given(true, 'S22M 四-一(二)'),
    camerasPerRoom: given(2, 'S22M site conditions'),
    recusalScope: given('major', 'S22M 五-二', ['major', 'department']), // C17
    submitsOnLeavingFullScreen: given(true, 'S22M rules(六)'), // C21
    isNetSearchForbidden: given(true, 'S22M rules(八)'), // C20
    powerWaitMaxMin: inherit(R2021, 'powerWaitMaxMin'),
    isPowerWaitInclusive: inherit(R2021, 'isPowerWaitInclusive'),
    videoRetentionYears: given(3, 'S22M, S22P'), // C11
    recordRetentionYears: unset('S22M: filed, no period'), // C12
    ticketPrintDaysBefore: given(2, 'S22M 五-三, S22N; table says 3'), // C14
    sealDaysBefore: given(1, 'S22M table, day before'),
    arrangementBy: given('site', 'S22M 三-二(三), S22N'), // C15
    minimumOs: given('windows-7', 'S22M, S22P'), // C19
    eligibilityCancelledBy: inherit(R2021, 'eligibilityCancelledBy'), // C22
    theoryWeight: given(0.4, 'S22M marks'),
    practicalWeight: given(0.6, 'S22M marks'),
    passMark: given(60, 'S22M marks'),
  },
};
