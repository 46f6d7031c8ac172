import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface FormDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  /** False where Esc must not close it: a choice must be made, or something is written that would be thrown away. */
  readonly isDismissable?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page: keeps the focus in, closes on Esc and never by a click beside it, gives the focus back. */
export function FormDialog({
  title,
  isOpen,
  onClose,
  isWide = false,
  isDismissable = true,
  children,
}: FormDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={false}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={isWide ? 'dialog dialog-wide' : 'dialog'}>
        <Dialog style={{ outline: 'none' }}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
