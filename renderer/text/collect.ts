import type { RoomCount } from '../../shared/domain/attendance.ts';
import type { Duty } from '../../shared/domain/duties.ts';

/** What a duty is called. */
export const DUTY_TITLES: Readonly<Record<Duty['kind'], string>> = {
  'system-setting': '考试系统设置',
  absences: '缺考登记',
  collection: '收卷',
  registration: '监考管理系统登记',
  'room-record': '考场情况记录单',
};

/** A duty in a few words, for the line of what waits: "缺考登记 3 人". */
export function dutyLine(duty: Duty): string {
  switch (duty.kind) {
    case 'absences':
      return `${DUTY_TITLES.absences} ${duty.people.length} 人`;
    case 'registration':
      return `${DUTY_TITLES.registration} ${duty.open.length} 条`;
    case 'system-setting':
      return `${DUTY_TITLES['system-setting']} ${duty.shifts.length} 项`;
    case 'collection':
    case 'room-record':
      return DUTY_TITLES[duty.kind];
  }
}

/** "应到 40 = 实到 37 + 缺考 3", for a line of text. */
export function equationText({
  expected,
  present,
  absent,
}: Pick<RoomCount, 'expected' | 'present' | 'absent'>): string {
  return `应到 ${expected} = 实到 ${present} + 缺考 ${absent}`;
}
