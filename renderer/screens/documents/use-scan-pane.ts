import { useState } from 'react';
import type { ShownPaper } from './document-view.ts';
import type { OpenDocument } from './use-document.ts';

/** What lies open beside the list. */
interface Beside {
  readonly opened: OpenDocument | null;
  readonly shown: ShownPaper | null;
}

/** Whether 扫描归档 lies open: until another paper is opened, or it is closed. */
export function useScanPane({ opened, shown }: Beside) {
  const [over, setOver] = useState<Beside | null>(null);
  return {
    isOpen: over !== null && over.opened === opened && over.shown === shown,
    open: () => setOver({ opened, shown }),
    close: () => setOver(null),
  };
}
