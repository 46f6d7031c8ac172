import { describeText as words } from '../../text/staff.ts';

interface DialogFootProps {
  readonly confirm: string;
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly onClose: () => void;
}

/** 取消 and the one act of a form. */
export function DialogFoot({ confirm, isBusy, isDisabled = false, onClose }: DialogFootProps) {
  return (
    <div className="dialog-actions">
      <button type="button" className="button" onClick={onClose}>
        {words.cancel}
      </button>
      <button type="submit" className="button button-primary" disabled={isBusy || isDisabled}>
        {isBusy ? words.saving : confirm}
      </button>
    </div>
  );
}
