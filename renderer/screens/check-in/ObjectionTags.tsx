import { objectionsTo } from '../../../shared/domain/objections.ts';
import type { CandidateState, RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { OBJECTION_TAGS } from '../../text/seating.ts';

interface ObjectionTagsProps {
  readonly room: RoomState;
  readonly candidate: CandidateState;
  readonly paper: PaperId;
}

/** Beside a name: 上一科缺考, 已取消考试资格. Nothing for nearly everybody. */
export function ObjectionTags({ room, candidate, paper }: ObjectionTagsProps) {
  return objectionsTo(room, candidate, paper).map(({ despite }) => (
    <span key={despite} className="tag tone-violation">
      <Mark shape={despite === 'absent-before' ? 'absent' : 'cancelled'} />
      {OBJECTION_TAGS[despite]}
    </span>
  ));
}
