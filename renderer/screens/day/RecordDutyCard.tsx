import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useScreen } from '../../stores/screen-store.ts';
import { recordOf, useDocumentView } from '../documents/document-view.ts';
import { useTaskKey } from './use-task-key.ts';

interface RecordDutyCardProps {
  readonly room: RoomState;
  readonly day: DayInfo;
  readonly timeline: PaperTimeline;
}

/** 考场情况记录单 is due: the way to it. */
export function RecordDutyCard({ day, timeline: { paper } }: RecordDutyCardProps) {
  const show = useScreen((store) => store.show);
  const showPaper = useDocumentView((view) => view.showPaper);
  const go = () => {
    showPaper(recordOf(paper));
    show('documents');
  };
  useTaskKey(go);
  const isExported = day.rules.values.roomRecordMode === 'export-and-sign';
  return (
    <>
      <p className="now-quiet">
        已收卷。请核对记录单的内容，两名监考员先后签名，然后封存、打印
        {isExported ? '，与监考管理系统导出的一份核对' : ''}。
      </p>
      <div className="now-foot">
        <button type="button" className="button button-primary" onClick={go}>
          核对并签名
          <KeyHint name="F2" />
        </button>
        <p className="now-rule">由两名监考员签名，与签到表一并归档</p>
      </div>
    </>
  );
}
