import type { Attendance } from '../../../shared/domain/attendance.ts';
import { Mark, type MarkShape } from '../../components/Mark.tsx';

interface Look {
  readonly shape: MarkShape;
  readonly tone: string;
  readonly word: string;
}

/** How somebody stands, by shape, colour and word. */
export function AttendanceTag({ attendance }: { readonly attendance: Attendance }) {
  const { shape, tone, word } = lookOf(attendance);
  return (
    <span className={`tag tone-${tone} figures`}>
      <Mark shape={shape} />
      {word}
    </span>
  );
}

function lookOf({ status, lateMinutes, hasDoubt }: Attendance): Look {
  if (hasDoubt)
    return { shape: 'doubtful', tone: 'doubtful', word: status === 'late' ? `存疑，迟到 ${lateMinutes} 分` : '存疑' };
  switch (status) {
    case 'present':
      return { shape: 'present', tone: 'present', word: '在场' };
    case 'late':
      return { shape: 'late', tone: 'late', word: `迟到 ${lateMinutes} 分` };
    case 'refused':
      return { shape: 'forbidden', tone: 'idle', word: '拒绝入场' };
    case 'absent':
      return { shape: 'absent', tone: 'idle', word: '缺考' };
    case 'expected':
      return { shape: 'expected', tone: 'idle', word: '未到' };
  }
}
