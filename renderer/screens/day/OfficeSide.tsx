import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useFunctionKey } from '../../components/use-function-key.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { HandOutBoard } from '../documents/HandOutBoard.tsx';
import { useSiteRooms } from '../documents/site-rooms.ts';
import { stripPapers } from '../shell/strip-papers.ts';

/** 考务办公室: the sheets of whichever paper comes next, printed and handed out room by room. */
export function OfficeSide({ timeline }: { readonly timeline: Timeline }) {
  const { paper } = stripPapers(timeline, useNow()).main;
  const show = useScreen((store) => store.show);
  const unprinted = useSiteRooms(paper).filter(({ copies, handedOut }) => copies === 0 && handedOut === null).length;
  const go = () => show('documents');
  useFunctionKey('F2', unprinted > 0 ? go : null);
  return (
    <>
      {unprinted > 0 && (
        <button type="button" className="button button-primary" onClick={go}>
          去打印 {unprinted} 个考场的签到表
          <KeyHint name="F2" />
        </button>
      )}
      <HandOutBoard paper={paper} />
      <p className="quiet day-note">各考场的人数和未了事项将在「考点总览」里汇总；在此之前以各考场的一句话报告为准。</p>
    </>
  );
}
