import { useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { backupText } from '../../text/backup.ts';

interface FolderSearchProps {
  readonly isBusy: boolean;
  readonly onSearch: (folder: string | null) => void;
}

/** 重新查找, on the sticks or in a folder that somebody types. */
export function FolderSearch({ isBusy, onSearch }: FolderSearchProps) {
  const [folder, setFolder] = useState('');
  return (
    <form
      className="folder-search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(folder.trim() === '' ? null : folder.trim());
      }}
    >
      <TextField label={backupText.other} value={folder} onChange={setFolder} maxLength={1000} />
      <button type="submit" className="button" disabled={isBusy} aria-busy={isBusy}>
        {isBusy ? backupText.searching : backupText.again}
      </button>
    </form>
  );
}
