import { KeyHint } from '../../components/KeyHint.tsx';
import { ADJUST_TIMES } from '../../text/course.ts';
import { openAdjust } from './course-dialog.ts';

/** 调整时间…: the one place where later and longer begin. */
export function AdjustButton() {
  return (
    <button type="button" className="button button-quiet" onClick={openAdjust}>
      {ADJUST_TIMES}…
      <KeyHint name="F10" />
    </button>
  );
}
