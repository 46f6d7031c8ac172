import { notYetIn } from '../../../shared/domain/collection.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { Mark } from '../../components/Mark.tsx';
import { useScreen } from '../../stores/screen-store.ts';

/** What stands between a record and its signatures, and the way there. */
export function RecordMissing({ room, paper }: { readonly room: RoomState; readonly paper: PaperId }) {
  const show = useScreen((store) => store.show);
  const notYet = notYetIn(room, paper).length;
  return (
    <div className="record-missing">
      <p className="record-missing-title">收卷之后才能签名和打印，现在还缺：</p>
      <ul>
        <Step isDone={notYet === 0} name="缺考登记" more={notYet === 0 ? '没有未登记的人' : `未到 ${notYet} 人`} />
        <Step isDone={false} name="收卷" more="全部交卷或写明原因" />
      </ul>
      <button type="button" className="button" onClick={() => show('day')}>
        去今日考务
      </button>
    </div>
  );
}

function Step({ isDone, name, more }: { readonly isDone: boolean; readonly name: string; readonly more: string }) {
  return (
    <li className={isDone ? 'record-step ink-present' : 'record-step'}>
      <Mark shape={isDone ? 'done' : 'expected'} />
      <strong>{name}</strong>
      <span className="quiet figures">{more}</span>
    </li>
  );
}
