import { ErrorNotice } from '../../components/Notice.tsx';
import { backupText } from '../../text/backup.ts';
import { CopyList } from './CopyList.tsx';
import { FolderSearch } from './FolderSearch.tsx';
import type { CopyChoice } from './use-copies.ts';

interface CopyFinderProps {
  readonly label: string;
  /** What to do where none was found. */
  readonly none: string;
  readonly choice: CopyChoice;
}

/** What was found on the sticks, to choose one from, and where else to look. */
export function CopyFinder({ label, none, choice }: CopyFinderProps) {
  const { copies, folder, choose, objection, search, error } = choice;
  return (
    <>
      <div className="copies-found" aria-live="polite">
        {copies === null && <p className="quiet">{backupText.searching}</p>}
        {copies?.length === 0 && <p>{none}</p>}
        {copies !== null && copies.length > 0 && (
          <CopyList label={label} copies={copies} chosen={folder} onChoose={choose} objection={objection} />
        )}
      </div>
      <FolderSearch isBusy={copies === null} onSearch={search} />
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
