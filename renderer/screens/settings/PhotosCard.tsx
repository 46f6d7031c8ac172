import { useEffect, useId, useRef, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { useActing } from '../../stores/acting-store.ts';
import { photoTally } from '../../stores/photo-store.ts';
import { useRoom } from '../../stores/room-view.ts';
import { ask } from '../../stores/send-command.ts';
import { useStation } from '../../stores/station-store.ts';
import { PhotoGaps } from './PhotoGaps.tsx';
import { type PhotoImport, usePhotoImport } from './use-photo-import.ts';

/** 考生照片: chosen as a folder or as files, matched by their names; as often as wanted, the newest stands. */
export function PhotosCard() {
  const { run, send } = usePhotoImport();
  const report = usePhotosReport();
  const room = useRoom();
  const isSending = run.state === 'sending';
  const { filed, expected } = report ?? (room === null ? { filed: 0, expected: 0 } : photoTally(room));
  return (
    <section className="card photos-card">
      <h2 className="card-title">考生照片</h2>
      <div className="photos-head">
        <p className="photos-tally figures">
          <strong>{filed}</strong> / {expected} 人有照片
        </p>
        <div className="photos-picks">
          <FilePick label="选择照片文件夹…" isFolder isDisabled={isSending} onPick={(files) => void send(files)} />
          <FilePick label="选择照片文件…" isDisabled={isSending} onPick={(files) => void send(files)} />
        </div>
      </div>
      <p className="quiet">
        文件名用证件号或准考证号，JPG、PNG、WebP 都可以。照片在签到时显示、印在签到表上，只加密保存在本机。
      </p>
      <RunLine run={run} />
      {report !== null && (
        <PhotoGaps report={report} tooLarge={run.state === 'done' ? run.tooLarge : []} isOffice={room === null} />
      )}
    </section>
  );
}

function RunLine({ run }: { readonly run: PhotoImport }) {
  switch (run.state) {
    case 'idle':
      return null;
    case 'sending':
      return (
        <div className="photos-run">
          <progress className="progress-bar" max={Math.max(1, run.total)} value={run.sent} aria-label="导入照片" />
          <output className="figures">
            正在导入 {run.sent} / {run.total}…
          </output>
        </div>
      );
    case 'done':
      return <Notice tone={run.filed + run.same > 0 ? 'present' : 'late'} what={doneText(run)} />;
    case 'stopped':
      return (
        <>
          <ErrorNotice error={run.error} />
          <p className="figures">
            前 {run.sent} / {run.total} 个文件已经导入；再选一次同一文件夹，会接着导入其余的。
          </p>
        </>
      );
  }
}

function doneText({ filed, same, others }: Extract<PhotoImport, { state: 'done' }>): string {
  const parts = [
    filed > 0 ? `存入 ${filed} 张` : '',
    same > 0 ? `${same} 张与已存的相同` : '',
    others > 0 ? `${others} 个不是图片，没有读` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '没有可以导入的照片。' : `导入完毕：${parts.join('，')}。`;
}

interface FilePickProps {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly isDisabled: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

function FilePick({ label, isFolder = false, isDisabled, onPick }: FilePickProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React's types do not know the attribute.
    input.current?.toggleAttribute('webkitdirectory', isFolder);
  }, [isFolder]);
  return (
    <span className="file-pick">
      <input
        ref={input}
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        disabled={isDisabled}
        {...(isFolder ? {} : { accept: 'image/jpeg,image/png,image/webp' })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same folder, mended and chosen again, must be read again.
          event.target.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
      <label className="button" htmlFor={id} data-disabled={isDisabled ? '' : undefined}>
        {label}
      </label>
    </span>
  );
}

/** Asked anew after every batch, whoever imported it, and after every import of the roster. */
function usePhotosReport(): MethodOutput<'photos.report'> | null {
  const [report, setReport] = useState<MethodOutput<'photos.report'> | null>(null);
  const actor = useActing((store) => store.actor);
  const batches = useStation((view) => view.state.site.photoImports.length);
  const rosters = useStation((view) => view.state.site.rosterImports);
  useEffect(() => {
    let isCurrent = true;
    if (actor !== null)
      void ask('photos.report', {}).then((answer) => {
        if (isCurrent && answer.ok) setReport(answer.value);
      });
    return () => {
      isCurrent = false;
    };
  }, [actor, batches, rosters]);
  return report;
}
