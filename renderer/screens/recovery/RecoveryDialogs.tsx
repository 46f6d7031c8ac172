import type { RecoverySheet } from '../../../shared/domain/key-state.ts';
import { CheckSheetDialog } from './CheckSheetDialog.tsx';
import { LockDayDialog } from './LockDayDialog.tsx';
import { LostPinDialog } from './LostPinDialog.tsx';
import { PrintSheetDialog } from './PrintSheetDialog.tsx';

/** What of 恢复单 is being done. */
export type RecoveryAct = 'print-new' | 'print-again' | 'check' | 'pin' | 'lock';

interface RecoveryDialogsProps {
  readonly open: RecoveryAct | null;
  readonly sheet: RecoverySheet | null;
  readonly onOpen: (act: RecoveryAct | null) => void;
}

/** The dialog of what is being done; printing leads on to typing back. */
export function RecoveryDialogs({ open, sheet, onOpen }: RecoveryDialogsProps) {
  const close = () => onOpen(null);
  switch (open) {
    case 'print-new':
    case 'print-again':
      return (
        <PrintSheetDialog
          sheet={sheet}
          makesNew={open === 'print-new'}
          onClose={close}
          onPrinted={() => onOpen('check')}
        />
      );
    case 'pin':
      return <LostPinDialog onClose={close} />;
    case 'check':
      return sheet === null ? null : <CheckSheetDialog sheet={sheet.sheet} onClose={close} />;
    case 'lock':
      return sheet === null ? null : <LockDayDialog sheet={sheet.sheet} onClose={close} />;
    case null:
      return null;
  }
}
