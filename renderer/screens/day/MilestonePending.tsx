import type { Milestone, Timeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { PENDING } from '../../text/course.ts';
import { isPendingAt } from './rail-of.ts';

interface MilestonePendingProps {
  readonly milestone: Milestone;
  readonly timeline: Timeline;
}

/** 待考试系统确认, where this start or end is said here and not yet set in the exam system. */
export function MilestonePending({ milestone, timeline }: MilestonePendingProps) {
  if (!isPendingAt(milestone, timeline)) return null;
  return (
    <span className="tag tone-late rail-pending">
      <Mark shape="late" />
      {PENDING}
    </span>
  );
}
