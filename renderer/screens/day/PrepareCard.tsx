import { type ReactNode, useMemo, useState } from 'react';
import { inOrder } from '../../../shared/domain/timeline.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { useDay, useRoomNo } from '../../stores/room-view.ts';
import { useScreen } from '../../stores/screen-store.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { prepareText } from '../../text/prepare.ts';
import { RESTART_UNTESTED } from '../../text/save.ts';
import { recoveryDutyText } from '../../text/recovery.ts';
import { openChecksAt } from '../site/check-board.ts';
import { useSiteView } from '../site/site-view.ts';
import { useAreLotsDue } from '../site/use-lots.ts';
import { type RecoveryAct, RecoveryDialogs } from '../recovery/RecoveryDialogs.tsx';
import { useMayRecover, useRecoverySheet } from '../recovery/use-recovery-sheet.ts';

/**
 * 考前准备: what this computer still lacks to be safe ground, a line each. It stands on top until the first people come
 * in; from then on it is below what the exam asks for. A rehearsal has nothing to lose.
 */
export function PrepareCard({ timeline, place }: { readonly timeline: Timeline; readonly place: 'top' | 'foot' }) {
  const now = useNow();
  const isReal = useStation((view) => view.status?.kind === 'real');
  const isUntested = useStation((view) => view.status?.lights.save.code === RESTART_UNTESTED);
  const hasBackupPlace = useStation((view) => view.status?.hasBackupPlace ?? true);
  const sheet = useRecoverySheet();
  const isSheetDue = sheet === null || sheet.checkedAt === null;
  const openChecks = useOpenChecks();
  const isBefore = now < inOrder(timeline)[0].entryOpensAt;
  // Once people are in, what was not ticked is a matter of the list alone.
  const hasChecks = isBefore && openChecks > 0;
  const hasLots = useAreLotsDue(now);
  if (
    !isReal ||
    (place === 'top') !== isBefore ||
    !(isUntested || isSheetDue || !hasBackupPlace || hasChecks || hasLots)
  )
    return null;
  return (
    <section className="card prepare" aria-label={prepareText.title}>
      <h2 className="card-title">{prepareText.title}</h2>
      <ul className="matters">
        {hasLots && <LotsLine />}
        {isUntested && <PrepareLine {...(isBefore ? prepareText.restart : prepareText.restartTooLate)} />}
        {!hasBackupPlace && <BackupLine />}
        {isSheetDue && <SheetLine />}
        {hasChecks && <ChecksLine open={openChecks} />}
      </ul>
    </section>
  );
}

interface PrepareLineProps {
  readonly what: string;
  readonly more: string;
  readonly children?: ReactNode;
}

function PrepareLine({ what, more, children }: PrepareLineProps) {
  return (
    <li className="matter">
      <span className="matter-mark ink-late">
        <Mark shape="attention" />
      </span>
      <span>
        <strong>{what}</strong>
        <span className="matter-more">{more}</span>
      </span>
      {children}
    </li>
  );
}

function BackupLine() {
  const show = useScreen((store) => store.show);
  return (
    <PrepareLine {...prepareText.backup}>
      <button type="button" className="button button-quiet matter-undo" onClick={() => show('settings')}>
        {prepareText.toSettings}
      </button>
    </PrepareLine>
  );
}

/** Leads to 考点总览. */
function ChecksLine({ open }: { readonly open: number }) {
  const show = useScreen((store) => store.show);
  return (
    <PrepareLine what={prepareText.checks.what(open)} more={prepareText.checks.more}>
      <button type="button" className="button button-quiet matter-undo" onClick={() => show('site')}>
        {prepareText.toChecks}
      </button>
    </PrepareLine>
  );
}

/** R20: leads to 抽签. */
function LotsLine() {
  const show = useScreen((store) => store.show);
  const showLots = useSiteView((store) => store.show);
  const lead = () => {
    showLots('lots');
    show('site');
  };
  return (
    <PrepareLine {...prepareText.lots}>
      <button type="button" className="button button-quiet matter-undo" onClick={lead}>
        {prepareText.toLots}
      </button>
    </PrepareLine>
  );
}

function useOpenChecks(): number {
  const day = useDay();
  const roomNo = useRoomNo();
  const state = useStation((view) => view.state);
  return useMemo(() => (day === null ? 0 : openChecksAt(state, day, roomNo)), [state, day, roomNo]);
}

function SheetLine() {
  const sheet = useRecoverySheet();
  const mayAct = useMayRecover();
  const [open, setOpen] = useState<RecoveryAct | null>(null);
  const words = recoveryDutyText;
  return (
    <PrepareLine what={sheet === null ? words.none : words.unchecked} more={mayAct ? words.more : words.byChief}>
      {mayAct && (
        <button
          type="button"
          className="button button-quiet matter-undo"
          onClick={() => setOpen(sheet === null ? 'print-new' : 'check')}
        >
          {sheet === null ? words.make : words.check}
        </button>
      )}
      <RecoveryDialogs open={open} sheet={sheet} onOpen={setOpen} />
    </PrepareLine>
  );
}
