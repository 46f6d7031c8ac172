import { useEffect, useId, useRef, useState } from 'react';
import type { RoomNo } from '../../../shared/ids.ts';
import { Notice } from '../../components/Notice.tsx';
import { ScannedPapers, type ScannedPage } from './ScannedPapers.tsx';
import { ScanOutcomes } from './ScanOutcomes.tsx';
import { ScanPicture } from './ScanPicture.tsx';
import { usePaperScans } from './use-paper-scans.ts';

interface ScanPaneProps {
  /** Null at the exam office: every room. */
  readonly room: RoomNo | null;
  readonly onClose: () => void;
}

/** 扫描归档: photos and scans of what was signed by hand, filed by the code on each page. */
export function ScanPane({ room, onClose }: ScanPaneProps) {
  const { papers, outcomes, left, send } = usePaperScans(room);
  const [shown, setShown] = useState<ScannedPage | null>(null);
  if (shown !== null) return <ScanPicture page={shown} onClose={() => setShown(null)} />;
  return (
    <section className="card paper-view scans" aria-label="扫描归档">
      <div className="card-head">
        <h2 className="card-title">扫描归档</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          关闭
        </button>
      </div>
      <div className="scans-head">
        <FilePick isDisabled={left > 0} onPick={(files) => void send(files)} />
        <p className="quiet">
          手签的纸拍照或扫描，一页一张，可一次选多张；整页拍全，四角和二维码都要在图里。JPG、PNG、WebP、TIFF 都可以。
        </p>
      </div>
      {left > 0 && <Notice tone="accent" what={`正在看图，还有 ${left} 张…`} />}
      <section className="scans-body" aria-label="归档情况" tabIndex={0}>
        <ScanOutcomes
          outcomes={outcomes}
          papers={papers ?? []}
          isBusy={left > 0}
          onOlder={(file) => void send([file], true)}
        />
        {papers !== null && <ScannedPapers papers={papers} isOffice={room === null} onShow={setShown} />}
      </section>
    </section>
  );
}

interface FilePickProps {
  readonly isDisabled: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

function FilePick({ isDisabled, onPick }: FilePickProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The pane is opened to choose: Enter does.
  useEffect(() => input.current?.focus(), []);
  return (
    <span className="file-pick">
      <input
        ref={input}
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        disabled={isDisabled}
        // PDFs too, so that choosing one is answered with what to do instead of not being possible.
        accept="image/jpeg,image/png,image/webp,image/tiff,application/pdf"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = ''; // the same file, chosen again, is read again
          if (files.length > 0) onPick(files);
        }}
      />
      <label className="button button-primary" htmlFor={id} data-disabled={isDisabled ? '' : undefined}>
        选择照片或扫描件…
      </label>
    </span>
  );
}
