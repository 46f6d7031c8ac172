import { inOrder } from '../../../shared/domain/timeline.ts';
import { signalOf } from '../../../shared/domain/rail-progress.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { NotedCodes } from '../check-code/NotedCodes.tsx';
import { HandOutBoard } from '../documents/HandOutBoard.tsx';
import { useSiteRooms } from '../documents/site-rooms.ts';
import { PhoneApprovalCard } from '../package/PhoneApprovalCard.tsx';
import { SeatingCard } from '../seating/SeatingCard.tsx';
import { stripPapers } from '../shell/strip-papers.ts';
import { CourseCard } from './CourseCard.tsx';
import { canConfirmFrom } from './rail-of.ts';
import { openTasks } from './tasks.ts';
import type { CandidateId } from '../../../shared/ids.ts';

interface OfficeSideProps {
  readonly timeline: Timeline;
  readonly common: RoomState;
}

/** 考务办公室: the sheets of whichever paper comes next, printed and handed out room by room. */
export function OfficeSide({ timeline, common }: OfficeSideProps) {
  const now = useNow();
  const { paper } = stripPapers(timeline, now).main;
  const show = useScreen((store) => store.show);
  const unprinted = useSiteRooms(paper).filter(({ copies, handedOut }) => copies === 0 && handedOut === null).length;
  const go = () => show('documents');
  // A signal that is to be given, or a pause to be ended, has the key: nobody waits for sheets then.
  const hasKey = !isKeyTaken({ timeline, common, now });
  useFunctionKey('F2', unprinted > 0 && hasKey ? go : null);
  return (
    <>
      {unprinted > 0 && (
        <button type="button" className={hasKey ? 'button button-primary' : 'button'} onClick={go}>
          去打印 {unprinted} 个考场的签到表
          {hasKey && <KeyHint name="F2" />}
        </button>
      )}
      <SeatingCard room={common} timeline={timeline} isOffice />
      <PhoneApprovalCard />
      <CourseCard />
      {now >= inOrder(timeline)[0].startsAt && <NotedCodes />}
      <HandOutBoard paper={paper} />
      <p className="quiet day-note">各考场的人数和未了事项将在「考点总览」里汇总；在此之前以各考场的一句话报告为准。</p>
    </>
  );
}

const NOBODY: ReadonlySet<CandidateId> = new Set();

function isKeyTaken({ timeline, common, now }: OfficeSideProps & { readonly now: number }): boolean {
  const [first] = openTasks({ timeline, room: null, common, now, heldBack: NOBODY });
  if (first?.kind !== 'milestone') return first !== undefined;
  const { milestone } = first.item;
  return signalOf(milestone.kind) !== null && now >= canConfirmFrom(milestone, timeline);
}
