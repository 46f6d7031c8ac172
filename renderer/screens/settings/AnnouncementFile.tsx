import { useId } from 'react';

/** A file as it is sent to the station. */
export interface PickedFile {
  readonly name: string;
  /** Base64. */
  readonly bytes: string;
}

interface AnnouncementFileProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onPick: (file: PickedFile) => void;
  /** Too large to be sent, or gone since it was chosen. */
  readonly onUnreadable: (name: string) => void;
}

/** A table of a few sentences; what is larger is something else. */
const MOST_BYTES = 1_000_000;

/** Chooses the table of 宣读指令. */
export function AnnouncementFile({ label, isDisabled, onPick, onUnreadable }: AnnouncementFileProps) {
  const id = useId();

  async function take(file: File): Promise<void> {
    const bytes = file.size > MOST_BYTES ? null : await readBase64(file);
    if (bytes === null) onUnreadable(file.name);
    else onPick({ name: file.name, bytes });
  }

  return (
    <span className="file-pick">
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept=".xlsx,.csv"
        disabled={isDisabled}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void take(file);
          // The same file, corrected and chosen again, must be read again.
          event.target.value = '';
        }}
      />
      <label className="button" htmlFor={id} data-disabled={isDisabled ? '' : undefined}>
        {label}
      </label>
    </span>
  );
}

function readBase64(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => resolve(null));
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });
}
