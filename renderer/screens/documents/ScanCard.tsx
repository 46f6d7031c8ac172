import { filedPages } from '../../../shared/domain/filed-scans.ts';
import { newestCopyOf } from '../../../shared/domain/decide-scan.ts';
import type { RoomState } from '../../../shared/domain/state.ts';

interface ScanCardProps {
  readonly rooms: readonly RoomState[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** 手签的签到表: how many are filed, and the way to file them. */
export function ScanCard({ rooms, isOpen, onOpen }: ScanCardProps) {
  const sheets = rooms.flatMap((room) =>
    room.issued
      .filter(({ kind }) => kind === 'sign-in-sheet' && room.officialSheet?.which !== 'platform')
      .filter((sheet) => newestCopyOf(room, sheet).document === sheet.document)
      .map(({ document, pages }) => filedPages(room, document).length === pages),
  );
  return (
    <section className="card papers" aria-label="扫描归档">
      <div className="paper-row">
        <div>
          <h2 className="paper-name">扫描归档</h2>
          <p className="quiet figures">
            {sheets.length === 0
              ? '手签的签到表拍照或扫描后归到这里'
              : `签到表归齐 ${sheets.filter((isWhole) => isWhole).length} / ${sheets.length} 份`}
          </p>
        </div>
        <button type="button" className="button" aria-pressed={isOpen} onClick={onOpen}>
          归档…
        </button>
      </div>
    </section>
  );
}
