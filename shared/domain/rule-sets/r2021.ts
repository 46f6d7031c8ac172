import { given, type RuleSet, unset } from './rule-set.ts';

/** R2021: manual of October 2021 (S21), complete but for the share of spare machines. */
export const R2021: RuleSet = {
  edition: 'R2021',
  manual: 'S21',
  entries: {
    theoryStartMinute: given(9 * 60, 'S21 table 9:00-10:30', 'any'), // C02: a timetable is data
    theoryDurationMin: given(90, 'S21 table 9:00-10:30'),
    practicalStartMinute: given(14 * 60, 'S21 table 14:00-16:30', 'any'), // C02
    practicalDurationMin: given(150, 'S21 table 14:00-16:30'),
    totalMin: given(240, 'S21 90 + 150'),
    sheetPickupOffsetMin: given(-60, 'S21 table 8:00'),
    hasLotDraw: given(true, 'S21 table 8:00'),
    admissionOpenOffsetMin: given(-30, 'S21 rules(二), duties(二), table 8:30'),
    loginOpenOffsetMin: given(-20, 'S21 duties(三), rules(五)', [-20, -5]), // C01: the table says 8:55
    loginLastCallOffsetMin: given(-5, 'S21 table 8:55, 13:55'),
    isAnswerLockedUntilStart: given(true, 'S21 rules(五), duties(三)'),
    lateCutoffOffsetMin: given(30, 'S21 rules(三), table 9:30'),
    isLateCutoffInclusive: given(false, 'S21 table 9:30 against duties', [false, true]), // C08
    leaveBanFirstMin: given(30, 'S21 rules(三), table'),
    leaveBanLastMin: given(5, 'S21 rules(三), duties(五)'),
    isSubmitAllowedInLastMin: given(true, 'S21 duties(八)'), // C06
    endReminderOffsetsMin: given([-5], 'S21 duties(八), table 10:25, 16:25'),
    leaveNeeds: given('invigilator-and-technician', 'S21 rules(九), duties(九)'),
    machinesAfterEnd: given('keep-on', 'S21 table'), // C07
    violationBook: given('exam-system', 'S21 duties(十)'), // C09
    roomRecordMode: given('export-and-sign', 'S21 八-一(二)'), // C10
    signInMoment: given('at-admission', 'S21 table 8:30'), // C23
    seatsPerRoom: given(40, 'S21 五-二(六), 五-三'),
    invigilatorsPerRoom: given(2, 'S21 table, week before'),
    technicianPerRoom: given(1, 'S21 五-一'),
    deputyChiefMin: given(1, 'S21 五-一'),
    deputyChiefMax: given(2, 'S21 五-一'),
    spareRatio: unset('S21: no ratio, "if necessary"'), // C18
    spacingM: given(1, 'S21 三-一(二)'),
    isAlternateSeatingAllowed: given(true, 'S21 三-一(二)'),
    camerasPerRoom: given(2, 'S21 site conditions'),
    recusalScope: given('major', 'S21 五-一 against table', ['major', 'department']), // C17
    submitsOnLeavingFullScreen: given(false, 'S21: not there'), // C21
    isNetSearchForbidden: given(false, 'S21 rules(八): not listed'), // C20
    powerWaitMaxMin: given(45, 'S21 emergency plan'), // C24
    isPowerWaitInclusive: given(true, 'S21 emergency plan, "within 45 minutes"'),
    videoRetentionYears: given(5, 'S21 三-一, 八-一'), // C11
    recordRetentionYears: given(1, 'S21 八-一, advice'), // C12
    ticketPrintDaysBefore: given(3, 'S21 table'), // C14
    sealDaysBefore: given(1, 'S21 table, day before'),
    arrangementBy: given('awarding-body', 'S21 五-四'), // C15
    minimumOs: given('windows-10', 'S21 site conditions'), // C19
    eligibilityCancelledBy: given('chief', 'S21 chief(七)'), // C22
    theoryWeight: given(0.4, 'S21 marks'),
    practicalWeight: given(0.6, 'S21 marks'),
    passMark: given(60, 'S21 marks'),
  },
};
