import type { CandidateState } from '../../../shared/domain/state.ts';
import type { ActPerson, ActPlace } from './act-place.ts';
import { ChangeSeatDialog } from './ChangeSeatDialog.tsx';
import { LateStepDialog } from './LateStepDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import type { PersonActs } from './use-person-acts.ts';
import { ViolationDialog } from './ViolationDialog.tsx';
import { WarningDialog } from './WarningDialog.tsx';

export type ActDialogKind = 'leave' | 'note' | 'late-step' | 'warning' | 'violation' | 'seat';

interface ActDialogsProps {
  readonly kind: ActDialogKind;
  readonly person: ActPerson;
  readonly place: ActPlace;
  readonly candidate: CandidateState;
  readonly lateStep: 'submit' | 'leave';
  readonly needsTechnician: boolean;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** The dialog of an act that needs more than a key. */
export function ActDialogs({ kind, candidate, lateStep, needsTechnician, ...rest }: ActDialogsProps) {
  const { acts, onClose } = rest;
  // What was refused in the dialog is not the seat's business once it is closed.
  function close(): void {
    acts.setError(null);
    onClose();
  }
  switch (kind) {
    case 'leave':
      return <LeaveDialog {...rest} onClose={close} />;
    case 'note':
      return <NoteDialog {...rest} onClose={close} />;
    case 'late-step':
      return <LateStepDialog {...rest} onClose={close} step={lateStep} needsTechnician={needsTechnician} />;
    case 'warning':
      return <WarningDialog {...rest} onClose={close} />;
    case 'seat':
      return <ChangeSeatDialog {...rest} candidate={candidate} onClose={close} />;
    case 'violation': {
      const hasPaperAhead = rest.place.paper === 'theory' && candidate.papers.includes('practical');
      return <ViolationDialog {...rest} onClose={close} hasPaperAhead={hasPaperAhead} />;
    }
  }
}
