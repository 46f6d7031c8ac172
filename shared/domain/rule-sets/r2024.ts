import { R2021 } from './r2021.ts';
import { R2022 } from './r2022.ts';
import { given, inherit, type RuleSet, unset } from './rule-set.ts';

/** R2024: the notice of 2024 (S24) without its manual, which is not in hand; most is inherited or must be typed. */
export const R2024: RuleSet = {
  edition: 'R2024',
  manual: 'S24',
  entries: {
    theoryStartMinute: unset('S24: not stated'), // C02
    theoryDurationMin: unset('S24: split of 210 not stated'), // C03
    practicalStartMinute: unset('S24: not stated'), // C02
    practicalDurationMin: unset('S24: split of 210 not stated'), // C03
    totalMin: given(210, 'S24 both papers 210 minutes'), // C03
    sheetPickupOffsetMin: inherit(R2021, 'sheetPickupOffsetMin'),
    hasLotDraw: unset('S24: not stated'),
    admissionOpenOffsetMin: inherit(R2021, 'admissionOpenOffsetMin'),
    loginOpenOffsetMin: inherit(R2021, 'loginOpenOffsetMin'), // C01: the form shows both editions
    loginLastCallOffsetMin: inherit(R2021, 'loginLastCallOffsetMin'),
    isAnswerLockedUntilStart: inherit(R2021, 'isAnswerLockedUntilStart'),
    lateCutoffOffsetMin: inherit(R2021, 'lateCutoffOffsetMin'),
    isLateCutoffInclusive: inherit(R2021, 'isLateCutoffInclusive'),
    leaveBanFirstMin: inherit(R2021, 'leaveBanFirstMin'),
    leaveBanLastMin: inherit(R2021, 'leaveBanLastMin'),
    isSubmitAllowedInLastMin: inherit(R2021, 'isSubmitAllowedInLastMin'),
    endReminderOffsetsMin: inherit(R2021, 'endReminderOffsetsMin'),
    leaveNeeds: inherit(R2021, 'leaveNeeds'),
    machinesAfterEnd: unset('S24: not stated'), // C07
    violationBook: unset('S24: not stated'), // C09
    roomRecordMode: unset('S24: not stated'), // C10
    signInMoment: unset('S24: not stated'), // C23
    seatsPerRoom: inherit(R2021, 'seatsPerRoom'),
    invigilatorsPerRoom: inherit(R2021, 'invigilatorsPerRoom'),
    technicianPerRoom: unset('S24: not stated'),
    deputyChiefMin: unset('S24: not stated'),
    deputyChiefMax: unset('S24: not stated'),
    spareRatio: inherit(R2022, 'spareRatio'), // S21 has none
    spacingM: inherit(R2021, 'spacingM'),
    isAlternateSeatingAllowed: inherit(R2021, 'isAlternateSeatingAllowed'),
    camerasPerRoom: inherit(R2021, 'camerasPerRoom'),
    recusalScope: inherit(R2021, 'recusalScope'),
    submitsOnLeavingFullScreen: unset('S24: not stated'), // C21
    isNetSearchForbidden: inherit(R2021, 'isNetSearchForbidden'), // C20
    powerWaitMaxMin: inherit(R2021, 'powerWaitMaxMin'),
    isPowerWaitInclusive: inherit(R2021, 'isPowerWaitInclusive'),
    videoRetentionYears: unset('S24: not stated; S21 5, S22M 3', 5), // C11: the longest period known
    recordRetentionYears: unset('S24: not stated'), // C12
    ticketPrintDaysBefore: given(2, 'S24'), // C14
    sealDaysBefore: inherit(R2021, 'sealDaysBefore'),
    arrangementBy: given('site', 'S24'), // C15
    minimumOs: unset('S24: not stated'), // C19
    eligibilityCancelledBy: inherit(R2021, 'eligibilityCancelledBy'), // C22
    theoryWeight: given(0.4, 'S24 marks'),
    practicalWeight: given(0.6, 'S24 marks'),
    passMark: given(60, 'S24 marks'),
  },
};
