import { type DragEvent, useId, useState } from 'react';
import type { ContractError } from '../../shared/contract/call.ts';
import type { RosterPreview } from '../../shared/contract/views.ts';
import type { RosterFileError } from '../../shared/domain/roster.ts';
import { ask } from '../stores/send-command.ts';
import { rosterFileErrorText } from '../text/roster.ts';
import { ErrorNotice, Notice } from './Notice.tsx';

const MAX_BYTES = 12 * 1024 * 1024;

interface RosterFileProps {
  /** The file of a preview that is on screen already. */
  readonly readName?: string | null;
  readonly onPreview: (preview: RosterPreview | null) => void;
}

type Reading =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly fileName: string }
  | { readonly state: 'read'; readonly fileName: string }
  | { readonly state: 'refused'; readonly fileName: string; readonly error: ContractError };

/** Chooses or drops a roster file and asks the station what it holds. The file itself changes nothing. */
export function RosterFile({ readName = null, onPreview }: RosterFileProps) {
  const id = useId();
  const [reading, setReading] = useState<Reading>(
    readName === null ? { state: 'none' } : { state: 'read', fileName: readName },
  );
  const [isOver, setOver] = useState(false);

  async function read(file: File): Promise<void> {
    const fileName = file.name;
    onPreview(null);
    if (file.size > MAX_BYTES) {
      setReading({ state: 'refused', fileName, error: fileTooLarge });
      return;
    }
    setReading({ state: 'reading', fileName });
    const bytes = await readBase64(file);
    const answer = await ask('roster.preview', { fileName, bytes });
    if (answer.ok) {
      setReading({ state: 'read', fileName });
      onPreview(answer.value);
    } else {
      setReading({ state: 'refused', fileName, error: answer.error });
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void read(file);
  }

  return (
    <>
      <div
        className={isOver ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="button" htmlFor={id}>
          {reading.state === 'none' ? '选择名单文件' : '换一个文件'}
        </label>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".xlsx,.csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void read(file);
            // The same file, corrected and chosen again, must be read again.
            event.target.value = '';
          }}
        />
        <output className="quiet">{fileLine(reading)}</output>
      </div>
      {reading.state === 'refused' && <Refused fileName={reading.fileName} error={reading.error} />}
    </>
  );
}

const fileTooLarge: ContractError = { code: 'roster-file-refused', rule: '', figures: { reason: 'file-too-large' } };

function fileLine(reading: Reading): string {
  switch (reading.state) {
    case 'none':
      return '或把文件拖到这里。可用报名系统导出的 .xlsx 或 .csv；表头上方有标题行也可以。';
    case 'reading':
      return `正在读取 ${reading.fileName}…`;
    case 'read':
      return `已读取 ${reading.fileName}，文件本身不会改动。`;
    case 'refused':
      return '没有导入任何内容。';
  }
}

function Refused({ fileName, error }: { readonly fileName: string; readonly error: ContractError }) {
  if (error.code !== 'roster-file-refused') return <ErrorNotice error={error} />;
  const { reason, ...details } = error.figures;
  // The station puts the reader's own code into `reason`; one this page does not know is shown in general words.
  const text = rosterFileErrorText({ code: String(reason) as RosterFileError['code'], details }, fileName) as
    | ReturnType<typeof rosterFileErrorText>
    | undefined;
  return text === undefined ? (
    <ErrorNotice error={error} />
  ) : (
    <Notice tone="violation" what={text.title} todo={text.whatToDo} />
  );
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });
}
